"""The film as the player and the web show it."""

from animkit.film.deliverables.model import Deliverable

WEB = Deliverable(name="web", ending="", purpose="clean picture with a caption track, for player, web and projector")
