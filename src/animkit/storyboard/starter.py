"""The storyboard that ``animkit new`` writes: short, whole, and ready to build. Pure.

Promise: for each band it has what every film must have (content note, a sign with what helps, a pause, somebody who believes, the band's
help routes), and no finding but those that only a person can settle.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from string import Template
from textwrap import indent

from animkit.campaign.model import Band
from animkit.findings import Finding, Refused
from animkit.storyboard.model import NAME
from animkit.storyboard.words import bad_name

READ_AGAIN_DAYS = 180
"""Advice and help change; so long a help route counts as freshly verified, too."""

HEAD = Template("""\
# yaml-language-server: $$schema=storyboard.schema.json
#
# A storyboard to start from. It builds as it is: change a sentence, save, build again.
# docs/for-editors.md explains every key; `animkit check $name` says what is wrong, and at which line.
version: 1
title: $title
band: $band
language: en-GB
review_by: $review_by
summary: One sentence about this film.
cast: [$cast]
help: [$help]
outcomes:
  - $outcome
deliverables: [web, captioned]

chapters:
""")

CHAPTERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "young": {
        "The start": ("note", "dare"),
        "What helps": ("stop", "secret", "keep", "report", "money", "believed"),
        "Help": ("card",),
    },
    "adults": {"The start": ("note", "signs"), "What helps": ("calm", "together"), "Help": ("card",)},
}
"""The shots of each family of bands, by chapter. A band leaves out those it has no words for."""

CAST: Mapping[Band, tuple[str, str]] = {
    "8-10": ("pia", "nan"),
    "11-14": ("otis", "des"),
    "14-18": ("otis", "des"),
    "adults": ("des", "otis"),
}
HELP: Mapping[Band, str] = {
    "8-10": "childline, ceop, emergency-999",
    "11-14": "emergency-999, childline, ceop, report-remove",
    "14-18": "emergency-999, police-101, childline, ceop, report-remove",
    "adults": "emergency-999, police-101, ceop, nspcc-helpline, report-remove",
}

YOUNG: Mapping[str, str] = {
    "note": """\
- id: content-note
  scene: title
  lines:
    - text: This film is about pressure online. You can step out. It ends with {help} help.
""",
    "dare": """\
- id: only-a-game
  scene: telling
  lines:
    # {further} is a mark: it stands before the word on which the picture acts.
    - text: It's only a game, they say. Each dare goes a bit {further} further.
  description: A child looks up from a phone.
  sign: dares
""",
    "stop": """\
- id: you-can-stop
  scene: telling
  lines:
    - text: You can {stop} stop at any time. You owe nobody a reason.
  helps: {action: stop-the-stream, signs: [dares]}
  pause:
    question: What changed, and how could you tell?
    minutes: 3
    who: In pairs
""",
    "secret": """\
- id: a-secret
  scene: telling
  lines:
    - text: A secret that {worries} worries you is one to tell.
    - text: Tell an adult you trust. If one does not listen, tell another.
  sign: secrecy
  helps: {action: tell-another-adult}
""",
    "keep": """\
- id: keep-the-messages
  scene: telling
  lines:
    - text: If somebody makes a threat, {keep} keep the messages.
  sign: threats
  helps: {action: keep-the-messages}
""",
    "report": """\
- id: report-and-block
  scene: telling
  lines:
    - text: Then {report} report it in the app, and block.
  helps: {action: report-and-block, signs: [threats]}
""",
    "money": """\
- id: do-not-pay
  scene: telling
  lines:
    - text: Don't {pay} pay. It does not make it stop.
  helps: {action: do-not-pay, signs: [threats]}
""",
    "believed": """\
- id: believed
  scene: telling
  lines:
    - text: I {believe} believe you. I'm glad you told me.
      speaker: $adult
    - text: It is never too late to tell. It is never your fault.
  outcome: I can say whom I would tell.
""",
}
"""The shots of a film for young people. ``$adult`` is the grown-up of the band's cast."""

ADULTS: Mapping[str, str] = {
    "note": """\
- id: content-note
  scene: title
  lines:
    - text: This film is about pressure on children online. It ends with {help} help.
""",
    "signs": """\
- id: a-secret
  scene: telling
  lines:
    # {secret} is a mark: it stands before the word on which the picture acts.
    - text: Somebody online asks your child to keep a {secret} secret.
  description: A child turns a phone face down.
  sign: secrecy
""",
    "calm": """\
- id: listen-first
  scene: telling
  lines:
    - text: Stay calm, and {listen} listen. Say that it is not their fault.
    - text: Don't punish by taking the phone away.
  helps: {action: helping-adult, signs: [secrecy]}
  pause:
    question: What would you want your first sentence to be?
    minutes: 2
    who: With the person beside you
""",
    "together": """\
- id: report-together
  scene: telling
  lines:
    - text: Report it {together} together. Never view or forward an image.
  outcome: I know what to say in the first minute.
""",
}
"""The shots of a film for parents and carers."""

CARDS: Mapping[Band, tuple[str, ...]] = {
    "8-10": (
        "{tell} Stop. Tell an adult you trust. Keep telling.",
        "{childline} Childline is 0800 1111.",
        "{ceop} CEOP Safety Centre, with an adult.",
        "In danger, call {emergency-999} 999.",
        "It is {never} never your fault.",
    ),
    "11-14": (
        "{tell} Tell an adult you trust.",
        "In danger, call {emergency-999} 999.",
        "{childline} Childline is 0800 1111.",
        "Or the {ceop} CEOP Safety Centre.",
        "Or {report-remove} Report Remove.",
        "It is {never} never your fault.",
    ),
    "14-18": (
        "{tell} Tell an adult you trust.",
        "In danger, call {emergency-999} 999. If it isn't urgent, {police-101} 101.",
        "{childline} Childline is 0800 1111.",
        "Or the {ceop} CEOP Safety Centre.",
        "Or {report-remove} Report Remove.",
        "It is {never} never your fault.",
    ),
    "adults": (
        "In danger, call {emergency-999} 999. If it isn't urgent, {police-101} 101.",
        "Report to the {ceop} CEOP Safety Centre.",
        "For you, the {nspcc-helpline} NSPCC Helpline is 0808 800 5000.",
        "For pictures, {report-remove} Report Remove.",
        "It is {never} never your child's fault.",
    ),
}
"""What the help card reads out: each route in its own breath, behind the mark that bears its id and lifts its line."""

LEFT_OUT: Mapping[Band, tuple[str, ...]] = {"8-10": ("keep", "report", "money"), "11-14": ("money",), "14-18": (), "adults": ()}
"""The shots a band does without: younger children learn no more than they need."""

OUTCOMES: Mapping[str, str] = {
    "young": "I can say what I would do, and whom I would tell.",
    "adults": "I know what to say, and where help is.",
}


def starter(name: str, band: Band, today: date) -> str:
    """The text of storyboards/NAME.yaml for ``band``. ``name`` becomes the title: ``talk-to-nan`` is "Talk to nan".

    Refused if ``name`` is not lower-case words joined by hyphens, because files and takes are called after it.
    """
    if not re.fullmatch(NAME, name):
        code, what, why, mend = bad_name(name)
        raise Refused(Finding(code, what, why, mend))
    family = "adults" if band == "adults" else "young"
    shots = {**(ADULTS if band == "adults" else YOUNG), "card": _card(CARDS[band], CAST[band])}
    parts = [
        HEAD.substitute(
            name=name,
            title=name.replace("-", " ").capitalize(),
            band=band,
            review_by=today + timedelta(days=READ_AGAIN_DAYS),
            cast=", ".join(CAST[band]),
            help=HELP[band],
            outcome=OUTCOMES[family],
        )
    ]
    for chapter, names in CHAPTERS[family].items():
        blocks = [shots[shot] for shot in names if shot not in LEFT_OUT[band]]
        parts.append(f"  - title: {chapter}\n    shots:\n" + "\n".join(indent(block, " " * 6) for block in blocks) + "\n")
    return "".join(parts).replace("$adult", CAST[band][1]).rstrip("\n") + "\n"


def _card(lines: tuple[str, ...], people: tuple[str, ...]) -> str:
    said = "".join(f'    - text: "{line}"\n' for line in lines)
    return f"- id: help-card\n  scene: help-card\n  params: {{people: [{', '.join(people)}]}}\n  lines:\n{said}"
