"""From a storyboard, its timeline, the campaign and a pack's words to the content of a pack. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import ceil

from animkit.campaign import Campaign, HelpRoute
from animkit.campaign.model import Band
from animkit.findings import Finding, Refused, Severity
from animkit.packs.model import Card, Facts, Home, Lesson, Pair, Signpost, Step, Stop
from animkit.packs.words.film import CardWords, LessonWords
from animkit.packs.words.parents import ParentWords
from animkit.packs.words.rich import curled, filled
from animkit.packs.words.school import SchoolWords
from animkit.storyboard.model import Shot, Storyboard
from animkit.timing.timeline import Timeline

AGES = {"8-10": "8 to 10", "11-14": "11 to 14", "14-18": "14 to 18", "adults": "parents and carers"}
HALF_MINUTE_S = 30


def lesson(
    board: Storyboard,
    timeline: Timeline,
    campaign: Campaign,
    words: LessonWords,
    school: SchoolWords,
    *,
    also: Sequence[str] = (),
) -> Lesson:
    """The content of a school pack. ``also`` are help routes that other papers of the pack print (the guide that goes home)."""
    stops = tuple(_stops(board, timeline))
    steps, minutes = _steps(words, timeline, stops)
    routes = signposts(board.help, campaign, board.band)
    names = _names(campaign, board, length_words(timeline), minutes)
    printed = (*board.help, *(name for name in also if name not in board.help))
    facts = _facts(board, timeline, campaign, words.topic, school.reviewed_by, school.unconfirmed, printed)
    signs, helps = _cards(board, campaign, words.cards)
    return curled(
        Lesson(
            facts=facts,
            school=filled(school, names),
            words=filled(words, names),
            outcomes=board.outcomes,
            steps=steps,
            minutes=minutes,
            stops=stops,
            signs=signs,
            helps=helps,
            pairs=tuple(_pairs(board, timeline, signs, helps)),
            routes=routes,
        )
    )


def too_long(content: Lesson, campaign: Campaign) -> tuple[Finding, ...]:
    """A warning where the lesson is shorter or longer than a school's lesson."""
    least, most = campaign.profile.editorial.lesson_minutes
    if least <= content.minutes <= most:
        return ()
    what = f"the lesson takes {content.minutes:g} minutes, and lessons take {least} to {most}"
    mend = "change the minutes: of its parts in the film's file in assets/packs"
    return (Finding("lesson-length", what, mend=mend, severity=Severity.WARNING),)


def home(board: Storyboard, timeline: Timeline, campaign: Campaign, words: ParentWords) -> Home:
    """The content of the parents' pack: every sign of the campaign, and the help routes of the parents' film."""
    names = _names(campaign, board, length_words(timeline), 0)
    routes = signposts(board.help, campaign, board.band)
    child = signposts([name for name in ("childline",) if campaign.help_route(name)], campaign, board.band)
    printed = (*board.help, *(post.id for post in child))
    return curled(
        Home(
            facts=_facts(board, timeline, campaign, words.topic, words.reviewed_by, words.unconfirmed, printed),
            words=filled(words, names),
            signs=tuple(Card(id=sign.id, kind="sign", label=sign.label, text=sign.shows, glyph=sign.glyph) for sign in campaign.signs),
            routes=routes,
            childline=child[0] if child else None,
        )
    )


def clock(frame: int, fps: int) -> str:
    """A moment of the film as ``1:07``."""
    seconds = frame // fps
    return f"{seconds // 60}:{seconds % 60:02d}"


def length_words(timeline: Timeline) -> str:
    """The film's length in words, to the second."""
    minutes, seconds = divmod(round(timeline.frames / timeline.fps), 60)
    parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((minutes, "minute"), (seconds, "second")) if count]
    return " ".join(parts) or "0 seconds"


def minutes_words(minutes: float) -> str:
    """``45``, or ``3.5``."""
    return f"{minutes:g}"


def lesson_minutes(minutes: float) -> str:
    """The length of a lesson in words, a half minute counting as a whole one: ``45 minutes``."""
    return f"{ceil(minutes)} minutes"


def day_words(day: date) -> str:
    """``24 November 2026``."""
    return f"{day.day} {day:%B %Y}"


def signposts(names: Iterable[str], campaign: Campaign, band: Band) -> tuple[Signpost, ...]:
    """The help routes called ``names``, as a reader of ``band`` meets them. Refused for one that there is not."""
    routes = (_route(name, campaign) for name in names)
    return tuple(
        Signpost(id=route.id, name=route.name, value=route.value, note=route.plain_line(band), email=route.email) for route in routes
    )


def _route(name: str, campaign: Campaign) -> HelpRoute:
    route = campaign.help_route(name)
    if route is None:
        raise Refused(Finding("unknown-route", f"there is no help route '{name}'", mend="name one of assets/help-routes.yaml"))
    return route


def _names(campaign: Campaign, board: Storyboard, length: str, minutes: float) -> dict[str, str]:
    """What stands for {names} in a pack's words: every help route's value, and what the film is."""
    names = {route.id: route.value for route in campaign.help_routes}
    return names | {"film": board.title, "ages": AGES[board.band], "length": length, "minutes": lesson_minutes(minutes)}


def _facts(
    board: Storyboard,
    timeline: Timeline,
    campaign: Campaign,
    topic: str,
    reviewed_by: str,
    unconfirmed: Sequence[str],
    printed: Sequence[str],
) -> Facts:
    routes = [_route(name, campaign) for name in printed]
    open_routes = [route for route in routes if not route.confirmed_by]
    read_on = day_words(min((route.verified_on for route in routes), default=date.fromisoformat(board.review_by)))
    said = [f"{route.name}, {route.value}: nobody has confirmed it. Look it up on its own page first." for route in open_routes]
    return Facts(
        film=board.title,
        topic=topic,
        ages=AGES[board.band],
        band=board.band,
        length=length_words(timeline),
        language=board.language,
        summary=board.summary,
        review_by=day_words(date.fromisoformat(board.review_by)),
        read_on=read_on,
        reviewed_by=reviewed_by,
        unconfirmed=(*said, *(() if reviewed_by else unconfirmed)),
        routes_confirmed=not open_routes,
        printed=tuple(printed),
        theme=campaign.theme,
    )


def _stops(board: Storyboard, timeline: Timeline) -> Iterator[Stop]:
    shots = {shot.id: shot for shot in board.shots()}
    for number, placed in enumerate(timeline.pauses, 1):
        pause = shots[placed.shot].pause
        yield Stop(
            number=number,
            of=len(timeline.pauses),
            at=clock(placed.frame, timeline.fps),
            question=placed.question,
            minutes=placed.minutes,
            who=placed.who,
            notes=(pause.notes if pause else "") or "",
            shot=placed.shot,
            frame=placed.frame,
        )


def _steps(words: LessonWords, timeline: Timeline, stops: Sequence[Stop]) -> tuple[tuple[Step, ...], float]:
    """The parts with their clock, and the lesson's length in minutes. The film counts to the nearest half minute."""
    half_minutes = max(1, round(timeline.frames / timeline.fps / HALF_MINUTE_S))
    film = half_minutes / 2 + sum(stop.minutes for stop in stops)
    at = 0.0
    steps = []
    for part in words.lesson:
        lasts = film if part.film else part.minutes or 0.0
        steps.append(
            Step(
                start=_on_the_clock(at),
                minutes=lasts,
                what=part.what,
                text=part.text,
                tone=part.tone,
                shows=part.shows,
                says=part.says,
                film=part.film,
            )
        )
        at += lasts
    return tuple(steps), at


def _on_the_clock(minutes: float) -> str:
    """``0:24``: hours and minutes from the lesson's start, a half minute counting as a whole one."""
    whole = int(minutes + 0.5)
    return f"{whole // 60}:{whole % 60:02d}"


def _cards(board: Storyboard, campaign: Campaign, own: Mapping[str, CardWords]) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """The signs and the actions that the film shows, in its order, each once."""
    shown = dict.fromkeys(shot.sign for shot in board.shots() if shot.sign)
    done = dict.fromkeys(shot.helps.action for shot in board.shots() if shot.helps)
    signs = [sign for name in shown if (sign := campaign.sign(name))]
    actions = [action for name in done if (action := campaign.action(name))]
    return (
        tuple(_card(sign.id, "sign", sign.label, sign.shows, sign.glyph, own) for sign in signs),
        tuple(_card(action.id, "help", action.label, action.does, action.glyph, own) for action in actions),
    )


def _card(name: str, kind: str, label: str, text: str, glyph: str, own: Mapping[str, CardWords]) -> Card:
    words = own.get(name)
    return Card(id=name, kind=kind, label=words.label if words else label, text=words.text if words else text, glyph=glyph)


def _pairs(board: Storyboard, timeline: Timeline, signs: Sequence[Card], helps: Sequence[Card]) -> Iterator[Pair]:
    for sign in signs:
        first = next(shot for shot in board.shots() if shot.sign == sign.id)
        laid = dict.fromkeys(shot.helps.action for shot in board.shots() if shot.helps and sign.id in _answered(shot))
        yield Pair(
            sign=sign,
            helps=tuple(card for name in laid for card in helps if card.id == name),
            at=clock(timeline.slot(first.id).start, timeline.fps),
        )


def _answered(shot: Shot) -> tuple[str, ...]:
    if shot.helps is None:
        return ()
    return shot.helps.signs or ((shot.sign,) if shot.sign else ())
