from dataclasses import replace

from animkit.film.conform import conform, stretches, tiling
from animkit.film.dissolve import as_pieces
from animkit.film.model import Stretch


def codes(findings):
    return [finding.code for finding in findings]


def test_clips_that_fill_their_slots_conform(small_film):
    assert conform(small_film.timeline, small_film.clips, small_film.facts()) == ()


def test_a_clip_one_frame_short_is_named_with_both_lengths(small_film, make_piece):
    clips = small_film.clips | {"red": replace(small_film.clips["red"], pieces=(make_piece("body", 0, 39),))}
    facts = small_film.facts() | {clips["red"].pieces[0].sha256: replace(next(iter(small_film.facts().values())), frames=39)}
    (finding,) = conform(small_film.timeline, clips, facts)
    assert finding.code == "clip-length"
    assert finding.shot == "red"
    assert "39 frames" in finding.what
    assert "needs 40" in finding.what


def test_a_shot_without_a_clip_is_named(small_film):
    clips = {shot: clip for shot, clip in small_film.clips.items() if shot != "green"}
    assert codes(conform(small_film.timeline, clips, small_film.facts())) == ["clip-missing"]


def test_a_dissolve_needs_its_head(small_film):
    blue = small_film.clips["blue"]
    clips = small_film.clips | {"blue": replace(blue, pieces=blue.pieces[1:])}
    (finding,) = conform(small_film.timeline, clips, small_film.facts())
    assert (finding.code, finding.shot) == ("pieces-wrong", "blue")


def test_handles_that_do_not_meet_are_found(small_film):
    slots = (*small_film.timeline.slots[:2], replace(small_film.timeline.slots[2], handle_in=3))
    found = codes(conform(replace(small_film.timeline, slots=slots), small_film.clips, small_film.facts()))
    assert "handles-differ" in found


def test_a_piece_of_another_size_is_told_apart_from_the_rest(small_film, make_piece):
    odd = make_piece("body", 0, 40, size=(160, 90))
    clips = small_film.clips | {"red": replace(small_film.clips["red"], pieces=(odd,))}
    facts = replace(small_film, clips=clips).facts()
    (finding,) = conform(small_film.timeline, clips, facts)
    assert (finding.code, finding.shot) == ("settings-differ", "red")
    assert "160x90" in finding.what
    assert "320x180" in finding.what


def test_a_record_that_lies_about_its_file_is_found(small_film):
    facts = {digest: replace(held, frames=held.frames - 1) for digest, held in small_film.facts().items()}
    assert set(codes(conform(small_film.timeline, small_film.clips, facts))) == {"piece-length"}


def test_slots_with_a_gap_are_found(small_film):
    slots = (small_film.timeline.slots[0], *(replace(slot, start=slot.start + 1) for slot in small_film.timeline.slots[1:]))
    assert codes(conform(replace(small_film.timeline, slots=slots), small_film.clips, small_film.facts())) == [
        "slots-apart",
        "slots-length",
    ]


def test_dissolves_longer_than_their_slot_are_found(small_film):
    slots = (*small_film.timeline.slots[:1], replace(small_film.timeline.slots[1], frames=30, handle_out=31), small_film.timeline.slots[2])
    assert "no-frames-left" in codes(conform(replace(small_film.timeline, slots=slots), small_film.clips, small_film.facts()))


def test_stretches_tile_the_film_with_the_dissolve_around_its_cut(small_film, dissolved):
    runs = stretches(small_film.timeline, small_film.clips, as_pieces(dissolved))
    assert [(run.start, run.frames, run.shots) for run in runs] == [
        (0, 40, ("red",)),
        (40, 26, ("green",)),
        (66, 8, ("green", "blue")),
        (74, 31, ("blue",)),
    ]
    assert tiling(runs, 105) == ()


def test_a_stretch_out_of_place_is_found(small_film, dissolved):
    runs = stretches(small_film.timeline, small_film.clips, as_pieces(dissolved))
    moved = (runs[0], replace(runs[1], start=41), *runs[2:])
    assert codes(tiling(moved, 105)) == ["stretch-misplaced", "stretch-misplaced"]
    assert codes(tiling((runs[0],), 105)) == ["film-length"]
    assert isinstance(moved[1], Stretch)
