"""Panels: the film's own frames, drawn alone."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from animkit import campaign
from animkit.campaign.project import CHECKOUT, Project
from animkit.findings import Refused
from animkit.shots.cast import cast_sheet
from animkit.shots.model import ShotTask
from animkit.shots.panels import Panel, contact_sheet, moments_of, panels
from animkit.shots.studio import Studio
from animkit.store import Store


def test_moments_lie_in_the_middle_of_their_shares(task: ShotTask) -> None:
    assert moments_of(replace(task, frames=100), 1) == (50,)
    assert moments_of(replace(task, frames=100), 4) == (12, 37, 62, 87)
    assert moments_of(replace(task, frames=2), 4) == (0, 1)


def test_a_panel_is_to_the_pixel_its_frame_of_the_shot(
    task: ShotTask, perform: object, project: Project, store: Store, studio: Studio, scenes_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moving = replace(task, scene="moving-parts", beats={"turn": 25}, frames=55)
    told: list[tuple[str, int, int]] = []
    drawn = panels([moving], project=project, store=store, moments=3, within=studio, progress=lambda *news: told.append(news))["door"]
    assert [panel.frame for panel in drawn] == [9, 27, 45]
    assert told == [("panels", 0, 1), ("panels", 1, 1)]

    monkeypatch.syspath_prepend(str(scenes_folder))
    import moving_parts

    _, reel = perform(moving_parts.MovingParts, scene="moving-parts", beats={"turn": 25}, frames=55)  # type: ignore[operator]
    for panel in drawn:
        with Image.open(panel.path) as image:
            assert np.array_equal(np.asarray(image), reel.pictures[panel.frame][:, :, :3])

    again = panels([moving], project=project, store=store, moments=3, within=studio, progress=lambda *news: told.append(news))
    assert again == {"door": drawn}
    assert told[-1] == ("panels", 1, 1)


def test_what_does_not_fit_is_found_by_panels(task: ShotTask, project: Project, store: Store, studio: Studio) -> None:
    wordy = replace(task, shot="wordy", params={"text": "Incomprehensibilitiesincomprehensibilitiesincomprehensibilities"})
    odd = replace(task, shot="odd", params={"text": "\U00013000"})
    with pytest.raises(Refused) as refused:
        panels([wordy, odd], project=project, store=store, within=studio, jobs=2)
    assert sorted((finding.shot, finding.code) for finding in refused.value.findings) == [("odd", "no-glyph"), ("wordy", "word-too-wide")]


def test_a_contact_sheet_holds_every_panel_in_order(tmp_path: Path) -> None:
    shown = []
    for number, colour in enumerate(["red", "lime", "blue"]):
        path = tmp_path / f"{number}.png"
        Image.new("RGB", (320, 180), colour).save(path)
        shown.append(Panel(shot="door", frame=number, path=path))
    with Image.open(io.BytesIO(contact_sheet(shown, fps=25, columns=2, width_px=160))) as sheet:
        assert sheet.size == (2 * 172 + 12, 2 * (90 + 22 + 12) + 12)
        assert [sheet.getpixel((92, 80)), sheet.getpixel((264, 80)), sheet.getpixel((92, 204))] == [(255, 0, 0), (0, 255, 0), (0, 0, 255)]


def test_the_cast_sheet_shows_everyone(store: Store, studio: Studio) -> None:
    here = Project(CHECKOUT.resolve(), CHECKOUT.resolve())
    with Image.open(io.BytesIO(cast_sheet(here, store, within=studio))) as sheet:
        people = sum(bool(person.look) for person in campaign.load(here).cast.values())
        assert sheet.size[1] > 130 * people
        colours = sheet.convert("RGB").getcolors(1 << 20)
    assert colours is not None
    assert len(colours) > 50
