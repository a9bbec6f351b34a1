"""In: the campaign's theme and the words of a page. Out: one HTML file that needs nothing else, and lets nothing else in.

``page`` puts a page together; ``environment`` is the Jinja2 setting of all templates; ``picture`` inlines a picture.
"""

from animkit.packs.pages.page import Page, page
from animkit.packs.pages.picture import picture
from animkit.packs.pages.templates import environment

__all__ = ["Page", "environment", "page", "picture"]
