"""Rules for what a shot names: its scene, its speakers, sounds, mood, sign and action."""

from __future__ import annotations

from collections.abc import Iterator

from animkit.findings import Finding
from animkit.storyboard.model import DESCRIBER
from animkit.storyboard.near import choose, quoted
from animkit.storyboard.rules.board import Board, ShotAt


def scene(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Some file in scenes/ draws it."""
    if board.scenes is not None and at.shot.scene not in board.scenes and (at.whole or "scene" in _keys(board, at)):
        what = f"there is no scene {quoted(at.shot.scene)}"
        why = f"no file is called scenes/{at.shot.scene.replace('-', '_')}.py"
        yield board.find("unknown-scene", what, (*at.steps, "scene"), why=why, mend=choose(at.shot.scene, board.scenes))


def speakers(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Whoever speaks is known, and belongs to the film."""
    for index, line in enumerate(at.shot.lines):
        steps = (*at.steps, "lines", index, "speaker")
        if line.speaker not in board.campaign.cast:
            mend = choose(line.speaker, {"narrator", *board.storyboard.cast})
            yield board.find("unknown-speaker", f"nobody is called {quoted(line.speaker)}", steps, mend=mend)
        elif line.speaker == DESCRIBER:
            what = "the describer says what the picture shows, and no line of the film"
            yield board.find("describer-speaks", what, steps, mend="write it as the shot's description")
        elif line.speaker != "narrator" and line.speaker not in board.storyboard.cast and "cast" not in board.lost:
            what = f"{quoted(line.speaker)} speaks, but is not in this film's cast"
            yield board.find("speaker-not-in-cast", what, steps, mend=f"add {line.speaker} to cast")


def mood(board: Board, at: ShotAt) -> Iterator[Finding]:
    """There is such music."""
    name, known = at.shot.mood, board.names.moods
    if name is not None and known is not None and name not in known:
        yield board.find("unknown-mood", f"there is no mood {quoted(name)}", (*at.steps, "mood"), mend=choose(name, known))


def sounds(board: Board, at: ShotAt) -> Iterator[Finding]:
    """There is such a sound."""
    known = board.names.sounds
    for index, sound in enumerate(at.shot.sounds if known is not None else ()):
        if known is not None and sound.sound not in known:
            steps = (*at.steps, "sounds", index, "sound")
            yield board.find("unknown-sound", f"there is no sound {quoted(sound.sound)}", steps, mend=choose(sound.sound, known))


def sign_and_action(board: Board, at: ShotAt) -> Iterator[Finding]:
    """Signs and actions are the campaign's."""
    signs = {sign.id for sign in board.campaign.signs}
    helps = at.shot.helps
    named = [((*at.steps, "sign"), at.shot.sign)] if at.shot.sign else []
    named += [((*at.steps, "helps", "signs", index), name) for index, name in enumerate(helps.signs if helps else ())]
    for steps, name in named:
        if name not in signs:
            yield board.find("unknown-sign", f"there is no sign {quoted(name)}", steps, mend=choose(name, signs))
    actions = {action.id for action in board.campaign.actions}
    if helps and helps.action not in actions:
        what = f"there is no action {quoted(helps.action)}"
        yield board.find("unknown-action", what, (*at.steps, "helps", "action"), mend=choose(helps.action, actions))


def _keys(board: Board, at: ShotAt) -> set[str]:
    """The keys the editor wrote in this shot."""
    node = board.marks.node(at.steps)
    return set(getattr(node, "entries", ()))
