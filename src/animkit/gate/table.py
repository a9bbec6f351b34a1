"""Every check, in the report's order. A new one is a function and a line here, and a bad sample in its test that it fails."""

from __future__ import annotations

from animkit.captions.picture import cue_picture
from animkit.gate import captions, contents, delivery, editorial, picture, sound, words
from animkit.gate.evidence import Evidence
from animkit.gate.flashes import judged_by
from animkit.gate.model import Check, Outcome

CARE, CAPTIONS, FLASHES, PICTURE = "Words and care", "Captions", "Flashes", "Picture"
SOUND, HEARD, CONTENTS, FILE = "Sound", "Words heard", "For the class", "File"

STORY = ("storyboard", "campaign", "marks")
DRAWN = ("tasks", "clips", "project", "store", "timeline")


def open_captions(evidence: Evidence) -> Outcome:
    """How captions in the picture look."""
    assert evidence.campaign is not None
    theme, language = evidence.campaign.theme, evidence.language
    return captions.box(lambda cue, width, height: cue_picture(cue, theme, width, height, language=language), evidence)


CHECKS: tuple[Check, ...] = (
    Check(name="never-your-fault", family=CARE, title="Never your fault", run=editorial.never_your_fault, needs=(*STORY, "timeline")),
    Check(name="signs", family=CARE, title="Each sign has an action", run=editorial.signs, needs=STORY),
    Check(name="rules", family=CARE, title="Safeguarding rules and words to avoid", run=editorial.rules, needs=STORY),
    Check(name="reading-grade", family=CARE, title="Reading grade", run=editorial.grade, needs=STORY),
    Check(name="sentences", family=CARE, title="Longest sentence", run=editorial.sentences, needs=STORY),
    Check(name="help-facts", family=CARE, title="Help routes", run=editorial.help_facts, needs=STORY),
    Check(name="people", family=CARE, title="Needs a person", run=editorial.people, needs=STORY),
    Check(name="caption-speed", family=CAPTIONS, title="Reading speed", run=captions.speed, needs=("cues", "storyboard")),
    Check(name="caption-rows", family=CAPTIONS, title="Longest line", run=captions.rows, needs=("cues", "storyboard")),
    Check(name="caption-words", family=CAPTIONS, title="Words equal the narration", run=captions.words, needs=("cues", "timeline")),
    Check(name="caption-timing", family=CAPTIONS, title="Times and sounds", run=captions.timing, needs=("cues", "timeline")),
    Check(name="caption-grammar", family=CAPTIONS, title="Grammar of the files (W3C parser)", run=captions.grammar, needs=("papers",)),
    Check(
        name="open-captions", family=CAPTIONS, title="Captions in the picture", run=open_captions, needs=("cues", "campaign"), cost="dear"
    ),
    Check(
        name="flash-iris",
        family=FLASHES,
        title="IRIS, its own setting",
        run=judged_by("iris", "IRIS sees a flash", "0, area 0.25", "Source"),
        cost="dear",
    ),
    Check(
        name="flash-iris-small",
        family=FLASHES,
        title="IRIS, small area",
        run=judged_by("iris, small area", "IRIS sees a flash in a small area", "0, area {area}", "Source"),
        cost="dear",
    ),
    Check(
        name="flash-pattern",
        family=FLASHES,
        title="IRIS, patterns",
        run=judged_by("iris, pattern", "IRIS sees a pattern of stripes", "0", "Source"),
        cost="dear",
    ),
    Check(
        name="flash-reversals",
        family=FLASHES,
        title="Reversals of a quarter of the picture",
        run=judged_by("reversals", "light goes back and forth more than twice a second", "2 a second", "Inferred"),
        cost="dear",
    ),
    Check(
        name="flash-red",
        family=FLASHES,
        title="Saturated red",
        run=judged_by("red", "saturated red flashes", "0, area {area}", "Source"),
        cost="dear",
    ),
    Check(name="text-contrast", family=PICTURE, title="Lowest text contrast", run=picture.text_contrast, needs=DRAWN, cost="dear"),
    Check(name="text-size", family=PICTURE, title="Smallest key word", run=picture.text_size, needs=("clips", "campaign", "timeline")),
    Check(name="text-whole", family=PICTURE, title="Words wholly seen", run=picture.text_whole, needs=DRAWN, cost="dear"),
    Check(name="still", family=PICTURE, title="Longest still picture", run=picture.stillness, needs=(*DRAWN, "storyboard"), cost="dear"),
    Check(name="black", family=PICTURE, title="Longest black picture", run=picture.black, cost="dear"),
    Check(name="cuts", family=PICTURE, title="Shortest shot", run=picture.cuts, needs=("timeline",)),
    Check(name="acting", family=PICTURE, title="Somebody acts on a beat", run=picture.acting, needs=("clips", "tasks")),
    Check(name="loudness", family=SOUND, title="Loudness", run=sound.loudness),
    Check(name="true-peak", family=SOUND, title="True peak", run=sound.true_peak),
    Check(name="loudness-range", family=SOUND, title="Loudness range", run=sound.loudness_range),
    Check(name="second-meters", family=SOUND, title="Loudness by two other meters", run=sound.second_meters, cost="dear"),
    Check(name="over-bed", family=SOUND, title="Speech over music", run=sound.over_bed, needs=("sound_track", "timeline")),
    Check(
        name="quiet-after-route",
        family=SOUND,
        title="Quiet after each help route",
        run=sound.quiet_after_routes,
        needs=("timeline", "campaign"),
    ),
    Check(name="silence", family=SOUND, title="Longest silence", run=sound.silence),
    Check(
        name="lines-heard",
        family=HEARD,
        title="Lines a recogniser hears as themselves",
        run=words.lines_heard,
        needs=("timeline",),
        cost="dear",
    ),
    Check(name="guards-heard", family=HEARD, title="A “not” lost", run=words.guards_heard, needs=("timeline",), cost="dear"),
    Check(name="as-recorded", family=HEARD, title="Digits and “not” as recorded", run=words.words_as_recorded, needs=("timeline",)),
    Check(name="chapters", family=CONTENTS, title="Chapters", run=contents.chapters, needs=("timeline",)),
    Check(name="pauses", family=CONTENTS, title="Pauses", run=contents.pauses, needs=("timeline",)),
    Check(name="help-card", family=CONTENTS, title="Help card stays", run=contents.help_card, needs=("timeline", "storyboard")),
    Check(
        name="descriptions",
        family=CONTENTS,
        title="Descriptions fit their gaps",
        run=contents.descriptions,
        needs=("timeline", "storyboard"),
    ),
    Check(name="frames", family=FILE, title="Frames", run=delivery.frames, needs=("timeline",)),
    Check(name="delivery", family=FILE, title="Size, tags, streams", run=delivery.facts),
    Check(name="weight", family=FILE, title="Weight", run=delivery.weight),
    Check(name="mediaconch", family=FILE, title="MediaConch's policy", run=delivery.mediaconch, cost="dear"),
    Check(name="poster", family=FILE, title="Poster", run=delivery.poster, needs=("papers",)),
)
