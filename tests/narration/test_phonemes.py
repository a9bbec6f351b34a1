"""Pronunciation is safety. A recogniser heals what it hears ("liv streaming"), so the sounds themselves are held."""

import pytest

from animkit import campaign as campaigns
from animkit.findings import Refused
from animkit.narration import pronunciation
from animkit.narration.phonemes import spell, word_tokens
from animkit.storyboard.spoken import route_words, spoken_form, words

LIVE = ("lˈIv", "lˌIv")
LIV = "lˈɪv"


@pytest.fixture
def sounds(library, line):
    entries, routes = pronunciation.load(library), route_words(campaigns.load(library).help_routes)

    def of(text):
        return spell(line(text, spoken_form(text, routes)), "gb", entries)

    return of


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("0800 1111", "ˈQ ˈAt hˈʌndɹəd, wˈʌn wˈʌn wˈʌn wˈʌn"),
        ("999", "nˈIn nˈIn nˈIn"),
        ("101", "wˈʌn ˈQ wˈʌn"),
        ("0808 800 5000", "ˈQ ˈAt ˈQ ˈAt, ˈAt hˈʌndɹəd, fˈIv θˈWzᵊnd"),
        ("CEOP", "sˈiːˌɒp"),
        ("CEOP's", "sˈiːˌɒps"),
        ("Childline", "ʧˈIldlIn"),
        ("ceop.police.uk/safety-centre", "sˈiːˌɒp dˈɒt pʊlˈiːs dˈɒt jˈuː kˈA, slˈaʃ, sˈAfti sˈɛntə"),
        ("childline.org.uk", "ʧˈIldlIn dˈɒt ˈɔːɡ dˈɒt jˈuː kˈA"),
        ("84 %", "ˈAtifˌɔː pɜː sˈɛnt"),
        ("927 adults", "nˈIn hˈʌndɹəd and twˈɛntisˌɛvᵊn ˈadʌlts"),
    ],
)
def test_help_routes_and_numbers_are_said_as_people_say_them(sounds, written, said):
    assert sounds(f"Call {written} now.").text.removeprefix("kˈɔːl ").removesuffix(" nˈW.") == said


@pytest.mark.parametrize(
    "text",
    [
        "live streaming", "Live streams end.", "a live stream", "When you live stream, people watch.", "They live streamed it.",
        "Maya and Otis go live.", "They went live.", "Who is watching live?", "a live chat", "livestreaming", "They are going live.",
    ],
)  # fmt: skip
def test_a_stream_is_live_and_never_liv(sounds, text):
    spelled = sounds(text)
    (said,) = (sound for word, sound in zip(spelled.words, spelled.sounds, strict=True) if word.lower().startswith("live"))
    assert said.startswith(LIVE)


@pytest.mark.parametrize("text", ["People live with it.", "You live here.", "They live in a den."])
def test_people_still_live_somewhere(sounds, text):
    assert LIV in sounds(text).text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Maya", "mˈIə"), ("Otis", "ˈQtɪs"), ("Des", "dˈɛz"), ("Miss Noor", "mˈɪs nˈʊə"), ("Pia", "pˈiːə"), ("Wes", "wˈɛs"),
        ("Anita", "ənˈiːtə"), ("Jas", "ʤˈas"), ("Otis's", "ˈQtɪsɪz"), ("Maya's", "mˈIəz"),
    ],
)  # fmt: skip
def test_names_of_the_cast(sounds, name, said):
    spelled = sounds(f"Then {name} waits.")
    assert " ".join(spelled.sounds[1:-1]) == said
    assert spelled.guessed == ()


def test_a_word_that_is_guessed_is_named(sounds):
    assert sounds("Siobhan tells Tadhg.").guessed == ("Siobhan", "Tadhg")


@pytest.mark.parametrize(("text", "word"), [("привет", "привет"), ("It costs $5.", "$5"), ("ok 😀", "😀"), ("Call 24/7.", "24/7")])
def test_what_no_voice_can_say_is_refused_and_never_falls_silent(line, text, word):
    with pytest.raises(Refused, match=r"is not in (words|letters)") as refusal:
        spell(line(text), "gb", ())
    assert word in refusal.value.findings[0].what


def test_every_word_has_its_own_sounds_whatever_stands_around_it(sounds):
    text = "“Real friends — real ones —” (wait) … it's the girls' room; rock 'n' roll. 'Stop,' she said: go!"
    spelled = sounds(text)
    assert spelled.words == words(text)
    for (start, end), word in zip(word_tokens(spelled), spelled.words, strict=True):
        assert end > start, word
        assert not set(spelled.text[start:end]) & set("“”,.!?()—… ")
