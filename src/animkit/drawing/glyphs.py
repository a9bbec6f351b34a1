"""The sixteen glyphs: eight for pressure, eight for help (being written by PROPS-1)."""
