"""In: a pack's content. Out: its PDFs, tagged for screen readers (PDF/UA-1), set by typst from the templates beside this file.

A paper is one function in ``school.py`` or ``home.py`` (content to plain data) and one template; ``PAPERS`` there lists them.
"""
