"""A zip of a workbook and its pictures on the command line: checked, refused, published, marked."""

import json
import zipfile

import openpyxl
import pytest

from outcomes import engine, ingest, scope, store
from tests.outcomes.cli.test_whole_path import outcomes
from tests.outcomes.ingest.photographs import HERE, exif, file, zipped
from tests.outcomes.publish.test_photos_published import PARCEL, tables


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "may.zip"
    path.write_bytes(PARCEL)
    return path


@pytest.fixture
def placed(tmp_path):
    """The same figures with one picture that says where it was taken, and one that is none."""
    told = tables()
    told["media"] = told["media"][:2]
    path = tmp_path / "placed.zip"
    pictures = {"photos/jpeg.jpg": file(exif=exif(gps=HERE)), "photos/png.png": b"none"}
    path.write_bytes(zipped({"may.xlsx": ingest.template_bytes("en", told), **pictures}))
    return path


def test_a_zip_is_checked_and_published_with_its_pictures(good, tmp_path):
    data = tmp_path / "data"
    checked = outcomes("check", good, store=data)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    published = outcomes("publish", good, "--by", "tester", "--note", "with photos", "--json", store=data)
    assert published.returncode == 0, published.stderr
    snapshot = store.Store(data).open(json.loads(published.stdout)["snapshot"])
    assert len(engine.open_database(snapshot, scope.parse("director")).photos("A-01")) == 4
    assert outcomes("verify", "--deep", store=data).returncode == 0


def test_each_bad_picture_is_named_with_its_cell_and_nothing_is_published(placed, tmp_path):
    data, marked = tmp_path / "data", tmp_path / "marked.xlsx"
    checked = outcomes("check", placed, "--format", "json", "--marked", marked, store=data)
    assert checked.returncode == 1
    found = {finding["where"]: finding["rule"] for finding in json.loads(checked.stdout)["findings"]}
    assert found["media!D3"] == "picture-location" and found["media!D4"] == "picture-unknown"
    assert "GPS" in openpyxl.load_workbook(marked)["media"]["D3"].comment.text
    for more in ((), ("--accept-valid",)):
        refused = outcomes("publish", placed, *more, "--by", "tester", store=data)
        assert refused.returncode == 1
        assert "placed.zip holds pictures with the place" in refused.stderr
        assert not (data / "CURRENT").exists() and not list(data.glob("inbox/*"))


def test_a_folder_with_the_workbook_and_its_pictures_is_taken_as_the_zip_is(good, tmp_path):
    folder = tmp_path / "may"
    folder.mkdir()
    zipfile.ZipFile(good).extractall(folder)
    assert outcomes("check", folder, store=tmp_path / "data").returncode == 0
