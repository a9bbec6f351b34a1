"""animkit: one storyboard in YAML becomes a film, its captions, and the classroom pack around it."""

__version__ = "0.1.0"
