"""Joins rendered shots, lays captions over them and adds the voices, with MoviePy as its documents show it.

    python bench/usual/film.py FILM.json OUT.mp4 [--preset veryfast]

FILM.json: {"shots": ["a.mp4", ...], "cues": [{"start_s", "end_s", "text"}], "takes": [{"start_s", "path"}], "font": "/path.ttf"}.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from moviepy import AudioFileClip, CompositeAudioClip, CompositeVideoClip, TextClip, VideoFileClip, concatenate_videoclips


def main() -> None:
    """Write the film."""
    parser = argparse.ArgumentParser()
    parser.add_argument("film", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--preset", default="medium", help="x264's; MoviePy's own is medium")
    options = parser.parse_args()
    told = json.loads(options.film.read_text(encoding="utf-8"))
    picture = concatenate_videoclips([VideoFileClip(path) for path in told["shots"]])
    captions = [
        TextClip(font=told["font"], text=cue["text"], font_size=54, color="white", bg_color=(25, 18, 49), margin=(24, 12))
        .with_start(cue["start_s"])
        .with_end(cue["end_s"])
        .with_position(("center", 880))
        for cue in told["cues"]
    ]
    voices = CompositeAudioClip([AudioFileClip(take["path"]).with_start(take["start_s"]) for take in told["takes"]])
    film = CompositeVideoClip([picture, *captions]).with_audio(voices)
    film.write_videofile(str(options.out), fps=25, preset=options.preset, audio_codec="aac", logger=None)


if __name__ == "__main__":
    main()
