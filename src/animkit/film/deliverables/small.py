"""The film with fewer pixels, for slow machines and slow lines."""

from animkit.film.deliverables.model import Deliverable

SMALL = Deliverable(name="small", ending="-480p", purpose="480 lines with a caption track, for old laptops and slow lines", small=True)
