"""The scenes in which somebody is threatened, knocks, tells and listens, and the help card, on a few frames that were looked at."""

from typing import Any

import pytest

DEN = {"child": "pia", "friend": "wes", "shows": "together"}
NAN = {"child": "pia", "listener": "nan", "sits": "down", "aside": "carrot", "bubble": "handed"}
DAD_JOINS = {"child": "pia", "listener": "nan", "sits": "low", "bubble": "untied", "then": "joins", "guest": "dad"}
NOOR = {"child": "maya", "listener": "noor", "room": "tutor", "sits": "down", "then": "chairs"}
SHOTS: dict[str, tuple[str, dict[str, Any], dict[str, int], int, int]] = {
    "threat-swells": ("threat", {"child": "otis"}, {"threat": 55}, 175, 130),
    "threat-string": ("threat", {"child": "otis", "shows": "string"}, {"never": 72}, 147, 80),
    "threat-together": ("threat", DEN, {"never": 156}, 223, 190),
    "knock-heard": ("knock", {}, {"tap": 24}, 105, 62),
    "knock-opened": ("knock", {"opens": True}, {"quiet": 118}, 166, 150),
    "knock-given": ("knock", {"outside": "des", "seen_from": "hall"}, {"breath": 54, "tap": 130}, 215, 164),
    "telling-believed": ("telling", {"sits": "down", "aside": "radio", "bubble": "untied", "then": "strings"}, {"believe": 66}, 217, 130),
    "telling-handed": ("telling", NAN, {"tell": 121}, 170, 140),
    "telling-joined": ("telling", DAD_JOINS, {"believe": 46}, 217, 180),
    "telling-chairs": ("telling", NOOR, {"believe": 105, "help": 227}, 345, 300),
    "telling-door": ("telling", {"listener": "maya", "room": "desk", "child_on": "right", "then": "door"}, {"adult": 84}, 151, 130),
    "next-door": ("next-door", {}, {"listen": 48, "another": 76}, 110, 100),
    "listening-call": ("listening", {"child": "pia", "listener": "dad", "room": "living", "moment": "call"}, {"again": 144}, 215, 70),
    "listening-lecture": ("listening", {"moment": "lecture"}, {"wait": 36}, 211, 40),
    "listening-shared": ("listening", {"moment": "shares"}, {"believe": 32}, 190, 120),
}
ROUTES = ("emergency-999", "police-101", "ceop", "nspcc-helpline", "report-remove")
CARDS: dict[str, tuple[dict[str, Any], tuple[str, ...]]] = {
    "door": ({"people": ["maya", "otis"], "invite": "Tell an adult you trust."}, ("emergency-999", "childline", "ceop", "report-remove")),
    "hand": ({"people": ["nan", "dad", "teacher"], "with_whom": "hand"}, ("childline", "ceop", "emergency-999")),
    "five": ({"people": ["des", "anita"], "headline": "It is never their fault."}, ROUTES),
}


@pytest.mark.parametrize("name", SHOTS)
def test_a_scene_looks_as_it_did(name: str, drawn: Any, golden: Any) -> None:
    scene, params, beats, frames, at = SHOTS[name]
    golden(f"scene-{name}", drawn(scene, params, beats, frames, [at])[at])


@pytest.mark.parametrize("name", CARDS)
def test_a_help_card_shows_every_route(name: str, drawn: Any, golden: Any) -> None:
    params, routes = CARDS[name]
    beats = {"tell": 10} | {route: 60 + 60 * index for index, route in enumerate(routes)} | {"never": 400}
    golden(f"scene-help-card-{name}", drawn("help-card", params, beats, 470, [140], routes)[140])
