"""In: a Storyboard that its schema allows. Out: what its parts say about each other that cannot be.

A rule is a function in one of these files and a line in its table: FILM_RULES look at the film, SHOT_RULES at one shot, WHOLE_SHOT_RULES
at one shot of which nothing was left out, because they miss what is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from animkit.findings import Finding
from animkit.storyboard.rules import beats, film, naming, params, shape, speech
from animkit.storyboard.rules.board import Board, ShotAt

FILM_RULES: tuple[Callable[[Board], Iterator[Finding]], ...] = (
    film.shots_of_one_name,
    film.lines_of_one_name,
    film.cast,
    film.help_routes,
    film.files,
    film.review_date,
    film.marks_outside_lines,
)

SHOT_RULES: tuple[Callable[[Board, ShotAt], Iterator[Finding]], ...] = (
    naming.scene,
    naming.speakers,
    naming.mood,
    naming.sounds,
    naming.sign_and_action,
    params.params,
    beats.braces,
    beats.marks_in_say,
    beats.named_twice,
    beats.after_the_end,
    beats.nearly_a_beat,
    speech.no_words,
    speech.no_sure_reading,
    shape.dissolve,
    shape.pause,
)

WHOLE_SHOT_RULES: tuple[Callable[[Board, ShotAt], Iterator[Finding]], ...] = (
    shape.no_length,
    shape.helps_nothing,
    beats.unknown_beat,
    beats.onsets,
    params.absent,
)


def broken_rules(board: Board) -> Iterator[Finding]:
    """Everything that breaks a rule."""
    for film_rule in FILM_RULES:
        yield from film_rule(board)
    for at in board.shots:
        for rule in (*SHOT_RULES, *(WHOLE_SHOT_RULES if at.whole else ())):
            yield from rule(board, at)
