"""The film with its pictures told in words, where nobody speaks."""

from animkit.film.deliverables.model import Deliverable

DESCRIBED = Deliverable(
    name="described",
    ending="-described",
    purpose="what the picture shows is told where nobody speaks, for who cannot see it",
    version="described",
)
