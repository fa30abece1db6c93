"""Files that are broken, or made to break the reader: each ends in one sentence, quickly, and never in a crash."""

import io
import random
import re
import time
import zipfile

import pytest

from outcomes import ingest
from outcomes.errors import Unreadable
from outcomes.ingest import sandbox


@pytest.fixture
def good(tables):
    return ingest.template_bytes("en", tables)


def part_of(data: bytes, pattern: str) -> str:
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    return next(name for name in names if re.search(pattern, name))


def with_part(data: bytes, name: str, change=None, content: bytes | None = None) -> bytes:
    """The workbook with one part changed or added."""
    source, made = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as into:
        for entry in source.infolist():
            text = source.read(entry)
            into.writestr(entry.filename, change(text) if change and entry.filename == name else text)
        if content is not None:
            into.writestr(name, content)
    return made.getvalue()


def monthly_with(data: bytes, old: bytes, new: bytes) -> bytes:
    """guide is the first sheet, monthly the fifth."""
    return with_part(data, "xl/worksheets/sheet5.xml", lambda text: text.replace(old, new, 1))


def refusal(data: bytes, check, name="x.xlsx") -> Unreadable:
    began = time.monotonic()
    with pytest.raises(Unreadable) as raised:
        check(data, name)
    assert time.monotonic() - began < 15
    assert raised.value.say("en") and raised.value.say("zh")
    return raised.value


def test_the_reader_starts_well_within_a_second(good, check):
    check(good)
    began = time.monotonic()
    check(good)
    assert time.monotonic() - began < 1.5  # usually 0.2; this machine may be busy


@pytest.mark.parametrize("cell", ["XFD1048576", "ZZ60", "A50001"])
def test_a_single_cell_far_out_is_refused_with_where_it_is(good, check, cell):
    row = re.sub("[A-Z]", "", cell)
    far = f'<row r="{row}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    refused = refusal(monthly_with(good, b"</sheetData>", far), check)
    assert refused.key in ("ingest.too_many_rows", "ingest.too_many_columns")
    assert "monthly" in refused.say("en")


def test_a_sheet_merely_formatted_to_its_last_row_is_told_which_rows_to_delete(good, check):
    empty = b"".join(b'<row r="%d" ht="15"><c r="A%d" s="1"/></row>' % (n, n) for n in range(15, 60_000))
    empty += b'<row r="1048576"><c r="A1048576" s="1"/></row>'
    refused = refusal(monthly_with(good, b"</sheetData>", empty + b"</sheetData>"), check)
    assert refused.key == "ingest.empty_rows"
    assert "Delete the empty rows below 14" in refused.say("en")
    assert "1048576" in refused.say("zh")


def test_a_sheet_formatted_to_its_last_column_is_told_which_columns_to_delete(good, check):
    empty = b'<row r="15"><c r="XFD15" s="1"/></row></sheetData>'
    assert refusal(monthly_with(good, b"</sheetData>", empty), check).key == "ingest.empty_columns"


def test_a_zip_bomb_is_refused_before_it_is_unpacked(good, check):
    bomb = with_part(good, "xl/media/image1.bin", content=b"\0" * (120 << 20))
    assert refusal(bomb, check).key == "ingest.unpacks_too_far"


def test_a_part_that_lies_about_its_size_is_stopped(good, check):
    data = bytearray(with_part(good, "xl/zz.bin", content=random.Random(1).randbytes(40_000)))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = (10).to_bytes(4, "little")
    assert refusal(bytes(data), check).key == "ingest.damaged"


@pytest.mark.parametrize(
    "declaration",
    [
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet5.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_document_types_and_entities_are_refused(good, check, part, declaration):
    bad = with_part(good, part, lambda text: text.replace(b"?>", b"?>" + declaration, 1))
    assert refusal(bad, check).key == "ingest.doctype"


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("xl/vbaProject.bin", "ingest.macros"),
        ("xl/macrosheets/sheet1.xml", "ingest.macros"),
        ("xl/externalLinks/externalLink1.xml", "ingest.external"),
        ("xl/connections.xml", "ingest.connections"),
        ("xl/embeddings/oleObject1.bin", "ingest.embedded"),
        ("xl/activeX/activeX1.xml", "ingest.embedded"),
        ("../evil.xml", "ingest.damaged"),
        ("C:/evil.xml", "ingest.damaged"),
        ("XL/WORKBOOK.XML", "ingest.damaged"),
    ],
)
def test_parts_that_do_more_than_hold_figures_are_refused_by_name(good, check, part, key):
    assert refusal(with_part(good, part, content=b"<x/>"), check).key == key


def test_an_external_relation_is_refused_and_a_hyperlink_is_not(good, check):
    relation = b'<Relationship Id="r99" Type="http://x/%s" Target="http://127.0.0.1/" TargetMode="External"/></Rel'
    rels = part_of(good, r"workbook\.xml\.rels")
    for kind, allowed in ((b"hyperlink", True), (b"image", False)):
        changed = with_part(good, rels, lambda text, kind=kind: text.replace(b"</Rel", relation % kind, 1))
        if allowed:
            assert check(changed).rows_accepted == 17
        else:
            assert refusal(changed, check).key == "ingest.external"


def test_a_sheet_hidden_under_another_part_name_is_screened_all_the_same(good, check):
    far = b'<worksheet><sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>'
    assert refusal(with_part(good, "xl/other.xml", content=far), check).key == "ingest.too_many_rows"


def test_too_many_styles_are_refused(good, check):
    many = b"<styleSheet><cellXfs>" + b"<xf/>" * 20_001 + b"</cellXfs></styleSheet>"
    assert refusal(with_part(good, "xl/styles.xml", lambda _: many), check).key == "ingest.too_many_styles"


def test_a_text_longer_than_excel_allows_is_refused(good, check):
    long = b"<si><t>" + b"x" * 70_000 + b"</t></si></sst>"
    changed = with_part(good, "xl/sharedStrings.xml", lambda text: text.replace(b"</sst>", long))
    assert refusal(changed, check).key == "ingest.too_long_text"


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "ingest.empty_file"),
        (b"%PDF-1.7 not a workbook", "ingest.not_xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "ingest.old_xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "ingest.password"),
        (b"PK\x03\x04" + b"\0" * 100, "ingest.damaged"),
        (b"\0" * ((20 << 20) + 1), "ingest.too_large"),
    ],
    ids=["empty", "pdf", "xls", "password", "no zip", "too large"],
)
def test_what_is_no_workbook_is_called_by_its_name(check, data, key):
    assert refusal(data, check).key == key


def test_a_cut_off_file_is_damaged(good, check):
    for length in (len(good) // 2, len(good) - 30):
        assert refusal(good[:length], check).key == "ingest.damaged"


def test_an_endless_or_crashing_reader_ends_in_a_sentence(good):
    with pytest.raises(Unreadable) as slow:
        sandbox.run("read", {"name": "x.xlsx"}, good, sandbox.Limits(memory=1 << 30, cpu=10, wall=0.01, file=0))
    assert slow.value.key == "ingest.too_slow"
    with pytest.raises(Unreadable) as small:
        sandbox.run("read", {"name": "x.xlsx"}, good, sandbox.Limits(memory=20 << 20, cpu=10, wall=15, file=0))
    assert small.value.key == "ingest.broke_off"


def test_a_wrong_declared_dimension_loses_no_row(good, check):
    for declared in (b"A1:B2", b"A1:XFD1048576"):
        changed = with_part(
            good,
            "xl/worksheets/sheet5.xml",
            lambda text, declared=declared: re.sub(
                rb'<dimension ref="[^"]*"', b'<dimension ref="' + declared + b'"', text
            ),
        )
        assert check(changed).tables == check(good).tables


def test_a_row_that_the_reader_would_lose_is_refused_and_counted(good, check):
    """Two cells with one address: the later one hides the earlier, which Excel would call a damaged file."""
    changed = monthly_with(good, b'<c r="E3"', b'<c r="E3"><v>5</v></c><c r="E3"')
    checked = check(changed)
    assert [(finding.rule, finding.where) for finding in checked.errors] == [("cell-lost", "monthly!3")]
    assert checked.sheets["monthly"] == {"in": 12, "accepted": 11, "refused": 1}


def test_dates_that_count_from_1904_are_the_same_days(good, check):
    days = 1462

    def shift(text):
        return re.sub(rb"<v>(4[12]\d\d\d)</v>", lambda found: b"<v>%d</v>" % (int(found[1]) - days), text)

    changed = with_part(good, "xl/workbook.xml", lambda text: text.replace(b"<workbookPr", b'<workbookPr date1904="1"'))
    for number in range(2, 6):
        changed = with_part(changed, f"xl/worksheets/sheet{number}.xml", shift)
    assert check(changed).tables == check(good).tables


def test_random_damage_is_refused_or_changes_nothing_that_is_not_seen(good, check):
    """Each damaged file is read as before, or refused, or its rows are accounted for."""
    chance = random.Random(20151109)
    kinds = {"refused": 0, "read": 0}
    for _ in range(40):
        damaged = bytearray(good)
        for _ in range(chance.choice((1, 1, 3, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        try:
            checked = check(bytes(damaged))
        except Unreadable:
            kinds["refused"] += 1
        else:
            kinds["read"] += 1
            assert checked.rows_in == checked.rows_accepted + checked.rows_refused
            assert checked.tables == check(good).tables
    assert kinds["refused"] > 10
