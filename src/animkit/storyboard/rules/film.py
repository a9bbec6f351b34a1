"""Rules for the film as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from animkit.findings import Finding
from animkit.storyboard.model import UNSEEN, line_id
from animkit.storyboard.near import choose, quoted
from animkit.storyboard.rules.board import Board
from animkit.storyboard.spoken import BRACES
from animkit.strict.nodes import Steps


def shots_of_one_name(board: Board) -> Iterator[Finding]:
    """Shots, takes and files are found by a shot's id."""
    first: dict[str, Steps] = {}
    for at in board.shots:
        if at.shot.id in first:
            line = board.marks.place(first[at.shot.id]).line
            steps = (*at.steps, "id")
            yield board.find("shot-twice", f"the shot on line {line} has this id too", steps, mend="give this one another id")
        first.setdefault(at.shot.id, (*at.steps, "id"))


def lines_of_one_name(board: Board) -> Iterator[Finding]:
    """A take belongs to one line. Lines of shots that share an id are named by that finding already."""
    first: dict[str, str] = {}
    seen: set[str] = set()
    for at in board.shots:
        for index, line in enumerate(at.shot.lines if at.shot.id not in seen else ()):
            name = line_id(at.shot, index + 1)
            steps = (*at.steps, "lines", index, *(("id",) if line.id else ()))
            if name in first:
                what = f"a line of shot '{first[name]}' is called {quoted(name)} too"
                yield board.find("line-twice", what, steps, why="both would play the same take", mend="give this one another id")
            first.setdefault(name, at.shot.id)
        seen.add(at.shot.id)


def cast(board: Board) -> Iterator[Finding]:
    """The cast is drawn from the campaign's people."""
    people = set(board.campaign.cast) - UNSEEN
    for index, name in enumerate(board.storyboard.cast):
        steps = ("cast", index)
        if name in UNSEEN:
            yield board.find("narrator-in-cast", f"the {name} is heard, not seen", steps, mend=f"take {name} out of cast")
        elif name not in people:
            yield board.find("unknown-character", f"there is no {quoted(name)} in assets/cast", steps, mend=choose(name, people))
    yield from _twice(board, board.storyboard.cast, "cast")


def help_routes(board: Board) -> Iterator[Finding]:
    """Help is named from one file, so that nothing can disagree."""
    routes = {route.id for route in board.campaign.help_routes}
    for index, name in enumerate(board.storyboard.help):
        if name not in routes:
            what = f"there is no help route {quoted(name)}"
            yield board.find("unknown-help-route", what, ("help", index), mend=choose(name, routes))
    yield from _twice(board, board.storyboard.help, "help")


def files(board: Board) -> Iterator[Finding]:
    """Theme, score and deliverables exist."""
    film, names = board.storyboard, board.names
    yield from _known(board, "theme", film.theme, names.themes, ("theme",))
    if film.score:
        yield from _known(board, "score", film.score, names.scores, ("score",))
    for index, name in enumerate(film.deliverables):
        yield from _known(board, "deliverable", name, names.deliverables, ("deliverables", index))
    yield from _twice(board, film.deliverables, "deliverables")


def review_date(board: Board) -> Iterator[Finding]:
    """The date stands in the calendar."""
    try:
        date.fromisoformat(board.storyboard.review_by)
    except ValueError:
        what = f"there is no day {board.storyboard.review_by}"
        yield board.find("no-such-day", what, ("review_by",), mend="write a day of the calendar: 2027-05-01")


def marks_outside_lines(board: Board) -> Iterator[Finding]:
    """Braces anywhere but in a line would be shown as they are."""
    film = board.storyboard
    texts: list[tuple[Steps, str | None]] = [(("title",), film.title), (("summary",), film.summary)]
    texts += [(("outcomes", index), text) for index, text in enumerate(film.outcomes)]
    texts += [(("chapters", index, "title"), chapter.title) for index, chapter in enumerate(film.chapters)]
    for at in board.shots:
        pause = at.shot.pause
        texts += [((*at.steps, key), getattr(at.shot, key)) for key in ("description", "outcome")]
        texts += [((*at.steps, "pause", key), getattr(pause, key)) for key in ("question", "who", "notes") if pause]
        texts += [((*at.steps, "sounds", index, "caption"), sound.caption) for index, sound in enumerate(at.shot.sounds)]
    for steps, text in texts:
        if match := BRACES.search(text or ""):
            place = board.marks.inside(steps, match.start())
            what = f"braces have no meaning in '{steps[-1] if isinstance(steps[-1], str) else steps[0]}'"
            yield board.at("mark-outside-line", what, place, steps, why="marks stand in lines", mend="take the braces away")


def _known(board: Board, kind: str, name: str, known: Collection[str] | None, steps: Steps) -> Iterator[Finding]:
    if known is not None and name not in known:
        yield board.find(f"unknown-{kind}", f"there is no {kind} {quoted(name)}", steps, mend=choose(name, known))


def _twice(board: Board, items: Collection[str], key: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, name in enumerate(items):
        if name in seen:
            yield board.find("twice-in-list", f"{quoted(name)} stands twice in '{key}'", (key, index), mend="keep one")
        seen.add(name)
