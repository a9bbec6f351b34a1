"""The described film that waits where there is more to tell than quiet to tell it in."""

from animkit.film.deliverables.model import Deliverable

EXTENDED = Deliverable(
    name="extended",
    ending="-extended",
    purpose="the described film, its picture held where a description needs more time",
    version="extended",
)
