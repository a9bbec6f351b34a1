"""A "not" that is lost in the sound turns a film's advice into its opposite: a recogniser must hear each line, and not its decoy.

The recogniser knows nothing but the lines and their decoys, so it cannot heal what it hears by grammar.
"""

import re

import numpy as np
import pytest

from animkit.narration.audio import finish, part_of
from animkit.narration.narrators.kokoro import VOICES, Kokoro
from animkit.narration.pace import first_speed

DECOYS = {
    "It is never your fault.": "It is your fault.",
    "It's never too late to tell.": "It's too late to tell.",
    "Real friends are not in a hurry.": "Real friends are in a hurry.",
    "Safe adults don't ask for secret contact.": "Safe adults ask for secret contact.",
    "Don't pay. Don't send any more.": "Pay. Send any more.",
    "Do not send more. Keep the messages.": "Do send more. Keep the messages.",
    "You owe nobody a reason.": "You owe somebody a reason.",
    "Liking the praise isn't a mistake.": "Liking the praise is a mistake.",
    "I can't keep it secret.": "I can keep it secret.",
    "In danger, call nine nine nine.": "In danger, call nine nine.",
    "Call oh eight hundred, one one one one.": "Call oh eight hundred, one one one.",
    "You can end the stream at any time.": "You can't end the stream at any time.",
}

BRITISH = {"can't": "K AA N T", "never": "N EH V AH", "owe": "OW", "nobody": "N OW B AH D IY", "more": "M AO", "secret": "S IY K R IH T"}


def plain(text):
    return re.sub(r"[^a-z' ]", "", text.lower())


@pytest.fixture(scope="module")
def hear():
    """What the recogniser hears: one of the lines or decoys, word for word."""
    from pocketsphinx import Decoder
    from scipy.signal import resample_poly

    decoder = Decoder(lm=None, loglevel="FATAL")
    for word, sounds in BRITISH.items():
        decoder.add_word(f"{word}(9)", sounds, True)
    sentences = "|".join(plain(text) for pair in DECOYS.items() for text in pair)
    decoder.add_jsgf_string("lines", f"#JSGF V1.0; grammar lines; public <line> = {sentences};")
    decoder.activate_search("lines")

    def of(samples):
        quiet = np.zeros(4_800)
        heard = resample_poly(np.concatenate([quiet, samples.astype(np.float64), quiet]), 1, 3)
        decoder.start_utt()
        decoder.process_raw(np.rint(np.clip(heard, -1, 1) * 32000).astype("<i2").tobytes(), full_utt=True)
        decoder.end_utt()
        return decoder.hyp().hypstr if decoder.hyp() else ""

    return of


@pytest.mark.parametrize("text", [text for text in DECOYS if "can't" not in text])  # An American "can't" is hardly more than "can".
def test_the_drafts_voice_is_heard_to_say_its_line_and_not_the_opposite(said, hear, text):
    assert hear(finish([part_of(said(text, 0.8))]).samples) == plain(text)


@pytest.mark.parametrize("text", list(DECOYS)[:4])
def test_the_opposite_would_be_heard(said, hear, text):
    assert hear(finish([part_of(said(DECOYS[text], 0.8))]).samples) == plain(DECOYS[text])


@pytest.fixture(scope="module")
def kokoro(library):
    return Kokoro(library)


@pytest.mark.slow
@pytest.mark.parametrize("voice", VOICES)
def test_the_releases_voices_are_heard_to_say_their_lines_and_not_the_opposite(kokoro, hear, line, voice):
    wrong = {}
    for text in DECOYS:
        item = line(text, voice=voice)
        heard = hear(finish([part_of(kokoro.speak(item, first_speed(item, VOICES[voice].natural_wpm)))]).samples)
        if heard != plain(text):
            wrong[text] = heard
    assert wrong == {}
