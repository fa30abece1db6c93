"""A workbook or CSV files with pictures beside them, as one zip: which picture belongs to which row, and what stops it."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from PIL import Image

from outcomes import ingest
from outcomes.errors import Unreadable
from outcomes.ingest import sandbox
from tests.outcomes.ingest.photographs import HERE, XMP_GPS, exif, file, metadata_of, painted, zipped
from tests.outcomes.ingest.test_ingest_csv import as_csv


def media(photo, name, **more):
    return {"photo": photo, "action": "A-01", "media_kind": "before", "file": name, "photo_consent": "yes", **more}


@pytest.fixture
def tables(tables):
    """The good submission with one improvement action; ``media`` begins in row 3."""
    tables["actions"] = [
        {
            "action": "A-01",
            "round": "NX-2015A",
            "enterprise": "NX-01",
            "action_en": "A guard at the press",
            "action_zh": "压力机加防护罩",
            "action_category": "machine_guarding",
            "proposed_by": "worker",
            "opened_on": date(2015, 5, 4),
            "action_status": "in_progress",
        }
    ]
    tables["media"] = [media("P-1", "press.jpg")]
    return tables


@pytest.fixture
def sent(check, tables):
    """Check a zip of the tables' workbook and these files; ``media`` rows may be given instead of the usual one."""

    def checked(files: dict[str, bytes], rows=None, **options):
        if rows is not None:
            tables["media"] = rows
        data = zipped({"may.xlsx": ingest.template_bytes("en", tables), **files})
        answer = check(data, name="may.zip", **options)
        assert answer.rows_in == answer.rows_accepted + answer.rows_refused
        return answer

    return checked


def faults(checked) -> list[tuple]:
    return [(found.severity, found.rule, found.where) for found in checked.findings if found.severity != "info"]


def refusal(check, files: dict[str, bytes]) -> Unreadable:
    with pytest.raises(Unreadable) as raised:
        check(zipped(files), name="may.zip")
    assert raised.value.say("zh")
    return raised.value


@pytest.fixture
def book(tables):
    return ingest.template_bytes("en", tables)


def test_a_picture_comes_with_its_row(sent):
    checked = sent({"photos/press.jpg": file(painted((3200, 2400)), exif=exif(artist="Wang"))})
    assert faults(checked) == []
    (picture,) = checked.pictures.values()
    assert (picture.photo, picture.action, picture.media_kind) == ("P-1", "A-01", "before")
    assert Image.open(io.BytesIO(picture.jpeg)).size == (picture.width, picture.height) == (1600, 1200)
    assert metadata_of(picture.jpeg) == {}
    assert checked.rows_accepted == 19


@pytest.mark.parametrize(
    ("called", "written"),
    [
        ("press.jpg", "PRESS.JPG"),
        ("before/May/Press.JPG", "press.jpg"),
        ("ｐｒｅｓｓ.jpg", "press.jpg"),
        ("press.jpg", "C:\\Pictures\\press.jpg"),
        ("冲床 前.jpg", "冲床　前.jpg"),
        ("cafe\u0301.jpg", "café.jpg"),
    ],
)
def test_a_file_is_found_by_its_name_however_it_is_written(sent, called, written):
    assert set(sent({called: file()}, [media("P-1", written)]).pictures) == {"P-1"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_as_windows_in_china_and_a_mac_pack_them_are_understood(check, tables, encoding):
    """Both write the letters of a name without saying in which encoding."""
    tables["media"] = [media("P-1", "冲床前.jpg")]
    written = "冲床前.jpg".encode(encoding)
    stand_in = "#" * len(written)
    data = zipped({"may.xlsx": ingest.template_bytes("en", tables), stand_in: file()})
    assert set(check(data.replace(stand_in.encode(), written), name="may.zip").pictures) == {"P-1"}


def test_one_file_may_be_named_twice(sent):
    checked = sent({"press.jpg": file()}, [media("P-1", "press.jpg"), media("P-2", "press.jpg", media_kind="after")])
    assert faults(checked) == []
    assert checked.pictures["P-1"].jpeg == checked.pictures["P-2"].jpeg


def test_a_file_that_is_not_there_is_an_error_at_the_cell_that_names_it(sent, check, tables):
    checked = sent({"pres.jpg": file()})
    assert faults(checked) == [("warning", "picture-unnamed", "media"), ("error", "picture-missing", "media!D3")]
    assert checked.pictures == {} and checked.sheets["media"]["refused"] == 1
    assert faults(check(tables)) == [("error", "picture-missing", "media!D3")]


def test_a_row_sent_again_needs_no_picture_unless_it_names_another(check, tables):
    """So a consent can be taken back without the picture."""
    tables["media"] = [media("P-1", "Press.jpg", photo_consent="no")]
    known = ingest.Known(photos={"P-1": "press.jpg"})
    again = check(tables, known=known)
    assert faults(again) == [] and again.pictures == {}
    assert again.tables["media"][0]["photo_consent"] == "no"
    assert faults(check(tables, known=ingest.Known(photos={"P-1": "other.jpg"}))) != []


def test_two_files_of_one_name_are_an_error_that_names_both(sent):
    checked = sent({"a/press.jpg": file(), "b/PRESS.jpg": file()})
    assert faults(checked) == [("error", "picture-twice", "media!D3")]
    assert "a/press.jpg" in checked.errors[0].what("en") and "b/PRESS.jpg" in checked.errors[0].what("zh")


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"not a picture", "picture-unknown"),
        (file(painted((800, 600)))[:-300], "picture-damaged"),
        (file(Image.new("1", (10_000, 10_000)), "PNG"), "picture-too-many-pixels"),
        (file(exif=exif(gps=HERE)), "picture-location"),
        (file(xmp=XMP_GPS.encode()), "picture-location"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_bad_picture_is_an_error_at_its_cell_and_the_good_one_beside_it_is_taken(sent, content, rule):
    rows = [media("P-1", "bad.jpg"), media("P-2", "good.jpg")]
    checked = sent({"bad.jpg": content, "good.jpg": file()}, rows)
    assert faults(checked) == [("error", rule, "media!D3")]
    assert set(checked.pictures) == {"P-2"}
    assert all("bad.jpg" in checked.errors[0].what(lang) for lang in ("en", "zh"))
    assert checked.may_be_kept == (rule != "picture-location")


def test_a_damaged_check_sum_in_the_zip_is_the_pictures_own_fault(check, book):
    data = zipped({"may.xlsx": book, "press.jpg": file() + b"the end"})
    checked = check(data.replace(b"the end", b"The end"), name="may.zip")
    assert faults(checked) == [("error", "picture-damaged", "media!D3")]


def test_a_place_in_a_picture_that_no_row_names_stops_the_file_as_well(sent):
    """The original is kept as it was sent, with all that is in it."""
    checked = sent(
        {"press.jpg": file(), "other.jpg": file(exif=exif(gps=HERE)), "IMG.HEIC": file(xmp=XMP_GPS.encode())}
    )
    assert sorted(faults(checked)) == [("error", "picture-location", "media")] * 2
    assert {found.value for found in checked.errors} == {"other.jpg", "IMG.HEIC"}
    assert not checked.may_be_kept
    assert set(checked.pictures) == {"P-1"}


def test_a_moving_picture_is_taken_with_a_warning(sent):
    moving = file(painted(), "WEBP", save_all=True, append_images=[Image.new("RGB", (64, 48))], duration=100)
    checked = sent({"press.webp": moving}, [media("P-1", "press.webp")])
    assert faults(checked) == [("warning", "picture-moves", "media!D3")]
    assert set(checked.pictures) == {"P-1"}


def test_a_row_refused_for_another_reason_takes_its_picture_with_it(sent):
    checked = sent({"press.jpg": file()}, [media("P-1", "press.jpg", photo_consent="perhaps")])
    assert [found.rule for found in checked.errors] == ["not-a-choice"]
    assert checked.pictures == {} and checked.warnings == ()


def test_csv_files_with_pictures_come_as_a_zip_or_as_a_folder(check, tables, tmp_path):
    files = {f"{sheet}.csv": as_csv(tables, sheet).encode("utf-8-sig") for sheet in tables}
    for name, content in (files | {"photos/press.jpg": file(), "photos/.hidden.jpg": b"x"}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    for given in (zipped(files | {"photos/press.jpg": file(), "__MACOSX/._press.jpg": b"\0"}), tmp_path):
        checked = check(given, name="may.zip")
        assert faults(checked) == []
        assert set(checked.pictures) == {"P-1"}
    assert ingest.pack_folder(tmp_path) == ingest.pack_folder(tmp_path)


def test_a_folder_may_hold_the_workbook_itself(check, book, tmp_path):
    (tmp_path / "may.xlsx").write_bytes(book)
    (tmp_path / "~$may.xlsx").write_bytes(b"open in Excel")
    (tmp_path / "press.jpg").write_bytes(file())
    assert set(check(tmp_path, name="may.zip").pictures) == {"P-1"}


@pytest.mark.parametrize(
    ("files", "key", "said"),
    [
        ({"a.xlsx": b"", "b/c.XLSX": b""}, "ingest.two_workbooks", "b/c.XLSX"),
        ({"a.xlsx": b"", "monthly.csv": b""}, "ingest.workbook_and_csv", "monthly.csv"),
        ({"a.xlsx": b"", "photos.zip": b"PK"}, "ingest.zip_in_zip", "photos.zip"),
        ({"a.xlsx": b"", "photos.7z": b""}, "ingest.zip_in_zip", "photos.7z"),
        ({"press.jpg": b""}, "ingest.no_csv", "neither"),
        ({"a.xlsx": zipped({"b.xlsx": b""})}, "ingest.not_xlsx", "xlsx"),
        ({"a.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600}, "ingest.old_xls", "xls"),
        ({"a.xlsx": b"", **{f"{n}.jpg": b"" for n in range(201)}}, "ingest.too_many_pictures", "201"),
        ({"a.xlsx": b"", **{f"{n}.txt": b"" for n in range(1000)}}, "ingest.too_many_parts", "1001"),
        ({"a.xlsx": b"", "../press.jpg": b""}, "ingest.damaged", ""),
        ({"a.xlsx": b"\0" * (21 << 20)}, "ingest.too_large", "20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_zip_that_holds_something_else_is_refused_with_what_to_do(check, files, key, said):
    refused = refusal(check, files)
    assert refused.key == key
    assert said in refused.say("en")


def test_the_workbook_inside_is_screened_like_any_other(check, book):
    source, made = zipfile.ZipFile(io.BytesIO(book)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for entry in source.infolist():
            into.writestr(entry.filename, source.read(entry))
        into.writestr("xl/vbaProject.bin", b"x")
    assert refusal(check, {"may.xlsx": made.getvalue()}).key == "ingest.macros"


def test_a_bomb_beside_the_workbook_is_refused_before_it_is_unpacked(check, book):
    made = zipped({"may.xlsx": book, "press.jpg": b"\0" * (30 << 20)}, zipfile.ZIP_DEFLATED)
    with pytest.raises(Unreadable) as raised:
        check(made, name="may.zip")
    assert raised.value.key == "ingest.unpacks_too_far"


def test_more_than_sixty_megabytes_are_refused_unopened(check):
    with pytest.raises(Unreadable, match="60 MB"):
        check(b"PK" + b"\0" * (60 << 20), name="may.zip")


def test_a_picture_over_twenty_megabytes_is_an_error_of_its_own(sent):
    assert faults(sent({"press.jpg": file() + b"\0" * (20 << 20)})) == [("error", "picture-too-heavy", "media!D3")]


def test_a_picture_that_breaks_the_process_is_found_and_the_others_are_taken(sent, monkeypatch):
    """The limits are set so low that the large one ends the process; nothing of it is pretended."""
    monkeypatch.setattr(sandbox, "LOOKING", sandbox.Limits(memory=2 << 30, cpu=1, wall=60, file=0))
    large = file(Image.new("RGBA", (9_990, 9_990)), "PNG", compress_level=1)
    rows = [media(f"P-{n}", f"{n}.jpg") for n in range(3)] + [media("P-9", "large.png")]
    files = {f"{n}.jpg": file(painted((64 + n, 48))) for n in range(3)}
    checked = sent({**files, "large.png": large}, rows)
    assert faults(checked) == [("error", "picture-unsafe", "media!D6")]
    assert set(checked.pictures) == {"P-0", "P-1", "P-2"}


def test_a_picture_beyond_the_memory_of_the_process_is_an_error_of_its_own(sent, monkeypatch):
    monkeypatch.setattr(sandbox, "LOOKING", sandbox.Limits(memory=350 << 20, cpu=20, wall=60, file=0))
    rows = [media("P-1", "large.png"), media("P-2", "small.jpg")]
    checked = sent({"large.png": file(Image.new("RGB", (9_000, 9_000)), "PNG"), "small.jpg": file()}, rows)
    assert faults(checked) == [("error", "picture-unsafe", "media!D3")]
    assert set(checked.pictures) == {"P-2"}


def test_of_a_zip_the_workbook_inside_comes_back_marked(sent, tables):
    checked = sent({"pres.jpg": file()})
    data = zipped({"may.xlsx": ingest.template_bytes("en", tables), "pres.jpg": file()})
    marked = openpyxl.load_workbook(io.BytesIO(ingest.mark(data, "may.zip", checked, "zh")))
    assert marked.sheetnames[0] == "findings 检查结果"
    assert "没有这个名称的照片" in marked["media"]["D3"].comment.text
    assert marked["media"]["D3"].value == "press.jpg"
    assert any("pres.jpg" in row for row in marked["findings 检查结果"].iter_rows(values_only=True))
