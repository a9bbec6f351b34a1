"""In: a film, its versions and its pictures. Out: the offline player, one HTML file to lie beside the films.

``Show`` is what it plays; ``player_html`` makes the file.
"""

from animkit.packs.player.model import Captions, Playable, Route, Show
from animkit.packs.player.page import player_html

__all__ = ["Captions", "Playable", "Route", "Show", "player_html"]
