"""What may be wrong with sound, before anybody knows which line it belongs to. Their text is a clause: "it is silent"."""

from __future__ import annotations


class NoSpeechError(ValueError):
    """There is nothing but silence in it."""


class NotHeardError(ValueError):
    """The recording does not follow its text well enough to say when each word is spoken."""


class UnplayableError(ValueError):
    """A recording that cannot be used."""
