import numpy as np
import pytest

from animkit.drawing.people import face, peeps

NEVER = ("monster", "cyclops", "angryWithFang", "rage", "veryAngry", "fear", "hectic", "smileLOL", "lovingGrin1", "lovingGrin2")


@pytest.mark.parametrize("mood", face.MOODS)
def test_every_mood_has_brows_two_eyes_and_a_mouth(mood: str) -> None:
    parts = face.MOODS[mood]
    assert 1 <= len(face.brows(parts.brows)) <= 2
    assert len(face.eyes(parts.eyes)) == 2
    assert len(face.mouth(parts.mouth)) >= 1


def test_no_mood_is_one_a_child_may_not_be_shown_in() -> None:
    used = {part for mood in face.MOODS.values() for part in (mood.brows, mood.eyes, mood.mouth)}
    assert not used & set(NEVER)


@pytest.mark.parametrize("name", ["smile", "calm", "tired", "contempt", "blank", "suspicious", "solemn"])
def test_the_nose_is_the_same_in_all_expressions(name: str) -> None:
    noses = [outline for outline in face._pieces(name) if face._is_nose(outline)]
    assert len(noses) == 1
    assert np.allclose(noses[0].path.min(axis=0), face.nose()[0].path.min(axis=0), atol=1.0)


def test_a_face_lies_in_its_head() -> None:
    skin = next(outline for outline in peeps.outlines("head", "short3") if outline.paint == "skin").path
    for parts in (face.brows("smile"), face.eyes("smile"), face.mouth("smile"), face.mouth("wide")):
        for outline in parts:
            assert outline.path[:, 0].max() < skin[:, 0].max() + 10
            assert skin[:, 1].min() < outline.path[:, 1].min()


@pytest.mark.parametrize("shape", face.SPEAKING)
def test_mouths_that_speak_are_where_mouths_are(shape: str) -> None:
    middle = face.mouth(shape)[0].path.mean(axis=0)
    assert np.hypot(*(middle - face.MOUTH)) < 20


def test_every_head_can_be_read() -> None:
    for name in peeps.names("head"):
        paints = {outline.paint for outline in peeps.outlines("head", name)}
        assert "skin" in paints, name
