"""The pictures of the demonstration: drawn, always the same, saying so in both languages, and small enough to keep."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from outcomes import demo
from outcomes.charts.look import LIGHT
from outcomes.demo.record import pictures

EXAMPLE = Path(__file__).parents[3] / "data" / "example" / "04-nanxun-2015-photos.zip"
MEDIA = list(demo.tables().values())[3]["media"]
SCENES = sorted({row["file"].rsplit("-", 1)[0] for row in MEDIA})
FOOT = (0, 825, 1200, 895)  # the strip with the line


@pytest.fixture(scope="module")
def committed():
    with zipfile.ZipFile(EXAMPLE) as parcel:
        return {name: parcel.read(name) for name in parcel.namelist()}


def test_eight_actions_have_a_picture_before_and_after_and_one_action_keeps_both_to_the_office():
    assert len(MEDIA) == 16 and len(SCENES) == 8 == len({row["action"] for row in MEDIA})
    assert {row["action"] for row in MEDIA if row["photo_consent"] == "no"} == {"A-NX07-01"}


@pytest.mark.parametrize("scene", SCENES)
def test_a_scene_is_drawn_the_same_each_time_and_before_is_not_after(scene):
    before, after = pictures.draw(scene, "before"), pictures.draw(scene, "after")
    assert before.size == after.size == (1200, 900)
    assert before.tobytes() == pictures.draw(scene, "before").tobytes()
    above = ImageChops.difference(before, after).crop((0, 120, 1200, 820))
    assert ImageStat.Stat(above.convert("L")).mean[0] > 1


def test_every_picture_says_in_both_languages_that_it_is_a_drawing():
    strip = pictures.draw("belt", "before").crop(FOOT)
    ink = Image.new("RGB", strip.size, LIGHT.ink)
    left, _, right, _ = ImageChops.difference(strip, ink).getbbox()
    assert left < 60 and right > 800, "the line is there in full"
    english, chinese = strip.crop((40, 0, 580, 70)), strip.crop((612, 0, 880, 70))
    for part in (english, chinese):
        assert ImageStat.Stat(part.convert("L")).stddev[0] > 40
    boxes = [strip.crop((612 + 33 * at, 0, 645 + 33 * at, 70)).tobytes() for at in range(4)]
    assert len(set(boxes)) == 4, "four letters, not four times the box of a letter that a font does not have"


def test_the_committed_zip_holds_the_workbook_and_what_is_drawn_today(committed):
    assert EXAMPLE.stat().st_size < 1_500_000
    assert list(committed) == ["photos.xlsx", *(row["file"] for row in MEDIA)]
    for name in list(committed)[1:]:
        kept = Image.open(io.BytesIO(committed[name]))
        drawn = pictures.draw(*name.removesuffix(".jpg").rsplit("-", 1))
        difference = ImageChops.difference(kept.convert("RGB"), drawn)  # a JPEG is not quite what was drawn
        assert max(ImageStat.Stat(difference).mean) < 3, f"{name}: python -m outcomes demo --out data/example"


def test_no_picture_carries_anything_but_the_picture(committed):
    for name, data in committed.items():
        if name.endswith(".jpg"):
            picture = Image.open(io.BytesIO(data))
            assert not picture.getexif() and not {"exif", "comment", "icc_profile", "xmp"} & set(picture.info)
