"""The film with its captions in the picture, for a classroom's projector."""

from animkit.film.deliverables.model import Deliverable

CAPTIONED = Deliverable(
    name="captioned",
    ending="-captioned",
    purpose="captions in the picture, for a classroom where nobody can switch them on",
    open_captions=True,
    caption_track=False,
)
