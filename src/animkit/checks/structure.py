"""The shape every film has: a content note, pauses in the right places, help as the last picture. Pure."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from animkit.campaign import Campaign
from animkit.checks.gate import gate
from animkit.checks.phrases import says
from animkit.checks.routes import routes_named
from animkit.checks.texts import heard, shot_texts
from animkit.findings import Finding
from animkit.storyboard.marks import Marks
from animkit.storyboard.model import Storyboard, line_id

HELP_SCENE = "help"
"""A scene whose name starts so is a help card."""

NOTE_SAYS_WHAT = ("about", "this film *", "in this film")
NOTE_SAYS_HELP = ("help*",)
TELLING = ("tell*", "told", "believe*")

Rule = Callable[[Storyboard, Campaign, Marks], Iterator[Finding]]


def check_structure(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """Every rule of ``RULES`` that no exception of the profile lifts."""
    for name, rule in RULES.items():
        if not campaign.profile.excepted(name, kind=storyboard.kind, band=storyboard.band):
            yield from rule(storyboard, campaign, marks)


def content_note(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """The first shot says what the film is about; to the young also that it ends with help."""
    first = next(storyboard.shots())
    words = " ".join(text.words for text in shot_texts(first) if text.use in ("heard", "seen"))
    young = campaign.profile.bands[storyboard.band].young
    if not says(NOTE_SAYS_WHAT, words) or (young and not says(NOTE_SAYS_HELP, words)):
        what = "the film starts without a content note"
        mend = 'say in the first shot, for instance "This film is about pressure online. It ends with help."'
        yield gate("content-note", what, "a child who has met this must be able to step out", mend, marks.shot(first.id, "id"), first.id)


def pauses(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """A film for a class stops at least once."""
    young = campaign.profile.bands[storyboard.band].young
    if young and storyboard.kind == "film" and not any(shot.pause for shot in storyboard.shots()):
        mend = "give a shot a pause: with question, minutes and who"
        yield gate(
            "no-pause", "the film never stops for the class to talk", "watching alone teaches little", mend, marks.place(("chapters",))
        )


def no_pause_under_threat(storyboard: Storyboard, _campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """No class is left alone with a threat: the pauses wait until somebody has told or been helped."""
    under_threat = False
    for shot in storyboard.shots():
        under_threat = under_threat or shot.sign == "threats"
        if shot.helps or any(says(TELLING, text.words) for text in heard(shot)):
            under_threat = False
        if shot.pause and under_threat:
            why = "a child who knows such a threat would sit with it"
            mend = "move the pause behind the shot in which somebody tells"
            place = marks.shot(shot.id, "pause")
            yield gate("pause-under-threat", "the film stops between a threat and its help", why, mend, place, shot.id)


def help_card_last(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """The last picture is help, and the card is read aloud."""
    last = tuple(storyboard.shots())[-1]
    if not last.scene.startswith(HELP_SCENE):
        mend = "add a last shot with scene: help-card"
        what = "the last picture is not the help card"
        yield gate("help-card-last", what, "a film never ends on fear", mend, marks.shot(last.id, "scene"), last.id)
        return
    if last.sign:
        what = f"the help card shows the sign {last.sign}"
        yield gate("sign-on-help-card", what, "the end belongs to help", "take the sign out", marks.shot(last.id, "sign"), last.id)
    words = " ".join(text.words for text in heard(last))
    read = {route.id for route in routes_named(words, campaign.help_routes)}
    for listed in storyboard.help:
        route = campaign.help_route(listed)
        if route and listed not in read:
            what = f"the help card does not read out {route.name}"
            mend = f'add a line, for instance "{route.name}: {route.value}."'
            yield gate(
                "help-card-silent", what, "a viewer who cannot see the card needs it too", mend, marks.shot(last.id, "lines"), last.id
            )


def signs_for_the_band(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """A film for 8-10 teaches only the signs that this age can meet."""
    allowed = campaign.profile.bands[storyboard.band].signs
    for shot in storyboard.shots():
        if shot.sign and allowed and shot.sign not in allowed:
            what = f"the sign {shot.sign} is not taught to {storyboard.band}"
            why = "children learn no more than they need"
            yield gate("sign-for-older", what, why, f"taught here: {', '.join(allowed)}", marks.shot(shot.id, "sign"), shot.id)


def actions_of_the_band(storyboard: Storyboard, campaign: Campaign, marks: Marks) -> Iterator[Finding]:
    """The actions that this band must see are shown."""
    shown = {shot.helps.action for shot in storyboard.shots() if shot.helps}
    for needed in campaign.profile.bands[storyboard.band].actions:
        action = campaign.action(needed)
        if needed not in shown:
            what = f"no shot shows: {action.label.lower() if action else needed}"
            mend = f"add helps: {{action: {needed}}} to the shot that shows it"
            yield gate("action-missing", what, f"films for {storyboard.band} carry it", mend, marks.place(("chapters",)))


def check_child_voices(storyboard: Storyboard, campaign: Campaign, marks: Marks, recorded: Collection[str]) -> Iterator[Finding]:
    """A child speaks only where a person's take is there: ``recorded`` holds the ids of lines that have one."""
    for shot in storyboard.shots():
        for index, line in enumerate(shot.lines):
            person = campaign.cast.get(line.speaker)
            if person and person.child and line_id(shot, index + 1) not in recorded:
                place = marks.shot(shot.id, "lines", index, "speaker")
                what = f"{person.name} is a child and would speak with a made-up voice"
                mend = f"let the narrator tell it, or record a person as assets/takes/{storyboard.language}/{line_id(shot, index + 1)}.wav"
                yield gate("child-speaks", what, "a synthetic voice speaks for adults only", mend, place, shot.id)


RULES: Mapping[str, Rule] = {
    "content-note": content_note,
    "pauses": pauses,
    "no-pause-under-threat": no_pause_under_threat,
    "help-card-last": help_card_last,
    "signs-for-the-band": signs_for_the_band,
    "actions-of-the-band": actions_of_the_band,
}
"""By the name under which the profile's exceptions lift a rule."""
