"""The workbook to check: each cell is the exhibit's own value, each sheet says how it is known, nothing in it can run."""

import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from outcomes import engine, exhibits, scope, store, words
from outcomes.exhibits import registry, scene
from outcomes.exhibits.exhibit import OPEN
from outcomes.export import book
from outcomes.export.book.heads import head, heads
from outcomes.export.book.names import MOST, Names
from outcomes.export.book.sheet import as_text
from outcomes.filters import Filters

FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
READERS = ("director", "officer:510100", "public")


def asked(place, who="director", lang="en", round_="SC-P1"):
    db = engine.open_database(store.Store(place).serve().snapshot, scope.parse(who))
    return exhibits.Asked(db, Filters(round=round_), lang)


def sheets(path):
    return openpyxl.load_workbook(path).worksheets


def lines(sheet):
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def texts(sheet):
    return [str(cell) for line in lines(sheet) for cell in line if cell is not None]


def as_read(value, lang):
    """A value as a spreadsheet gives it back."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return pytest.approx(value, rel=1e-14)  # a spreadsheet holds fifteen digits
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    return as_text(value, lang) or None


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("who", READERS)
def test_every_cell_is_the_value_of_the_exhibit(who, lang, published_store, tmp_path):
    told, path = asked(published_store, who, lang), tmp_path / "book.xlsx"
    book.write(told, lang, path)
    wanted = book.chosen(told)
    built = [(one, one.build(told.but(look=None))) for one in wanted]
    shown = [(one, exhibit) for one, exhibit in built if exhibit.state != "not_allowed"]
    _, *made = sheets(path)
    assert len(made) == len(shown) > 15
    cells = 0
    for sheet, (one, exhibit) in zip(made, shown, strict=True):
        assert sheet.cell(1, 1).value == exhibit.title
        if not (exhibit.rows and exhibit.columns):
            assert len(texts(sheet)) > 4, f"{sheet.title} is empty"
            continue
        tops = heads(exhibit, one.name, lang)
        read = lines(sheet)
        (at,) = [n for n, line in enumerate(read) if line[: len(tops)] == tops]
        below = [line[: len(tops)] for line in read[at + 1 : at + 1 + len(exhibit.rows)]]
        assert below == [[as_read(row.get(c), lang) for c in exhibit.columns] for row in exhibit.rows], sheet.title
        cells += len(below) * len(tops)
    assert cells > 1000


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_above_and_below_the_rows_stands_how_it_is_known(lang, published_store, tmp_path):
    told, path = asked(published_store, "director", lang), tmp_path / "book.xlsx"
    book.write(told, lang, path, wanted=[book.Wanted("typical", "hazards_closed_on_time")])
    _, sheet = sheets(path)
    exhibit = book.Wanted("typical", "hazards_closed_on_time").build(told)
    told_there = "\n".join(texts(sheet))
    for text in (
        exhibit.subtitle,
        exhibit.lineage.indicators[0]["definition"],
        *(note for note in exhibit.notes if note != scene.snapshot_note(told)),  # told whole, and once
        f"n = {exhibit.results[0]['n']}",
        told.rounds["SC-P1"][f"name_{lang}"],
        told.db.snapshot.id,
        told.db.snapshot.manifest_sha256,
        exhibit.lineage.sql_sha256,
        words.say("export.book.demonstration", lang),
        "Hodges-Lehmann",
    ):
        assert text in told_there


def test_the_contents_lead_to_every_sheet_and_nowhere_else(published_store, tmp_path):
    path = tmp_path / "book.xlsx"
    book.write(asked(published_store), "en", path)
    first, *rest = sheets(path)
    led = {cell.hyperlink.location for line in first.iter_rows() for cell in line if cell.hyperlink}
    assert led == {f"'{sheet.title}'!A1" for sheet in rest}
    with zipfile.ZipFile(path) as parts:
        links = [name for name in parts.namelist() if name.endswith(".rels")]
        assert not any(b"External" in parts.read(name) for name in links)


@pytest.mark.parametrize("lang", words.LANGUAGES)
@pytest.mark.parametrize("who", READERS)
def test_nothing_in_it_can_run(who, lang, published_store, tmp_path):
    path = tmp_path / "book.xlsx"
    book.write(asked(published_store, who), lang, path)
    assert not running(path)


def running(path):
    """Cells that a spreadsheet would compute, by two ways of reading: the library's and the raw XML."""
    found = [c.coordinate for sheet in sheets(path) for line in sheet.iter_rows() for c in line if c.data_type == "f"]
    with zipfile.ZipFile(path) as parts:
        for name in parts.namelist():
            found += [name] if re.search(rb"<f[ >]", parts.read(name)) else []
            found += [name] if re.search(r"vba|macro|externalLink|connections|\.bin$", name) else []
    return found


@pytest.mark.parametrize(
    "start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", '=HYPERLINK("http://x")', "http://x"]
)
def test_a_code_that_looks_like_a_formula_or_a_link_stays_a_text(start, snapshot_of, tmp_path):
    name = start.replace(" ", "").replace("\t", "")
    text = "\n".join(
        ["enterprise month measure value"]
        + [f"{name} 2015-{m:02d} {what} 9" for m in range(1, 10) for what in ("hazards_due", "hazards_closed_on_time")]
    )
    path = tmp_path / "book.xlsx"
    book.write(snapshot_of(text).asked(), "en", path)
    assert not running(path)
    cells = [c for s in sheets(path) for line in s.iter_rows() for c in line if c.value == name]
    assert cells and {c.data_type for c in cells} == {"s"}
    assert not any(c.hyperlink and c.hyperlink.target for c in cells)


def test_what_a_reader_may_not_see_is_said_once_and_has_no_sheet(published_store, tmp_path):
    path = tmp_path / "book.xlsx"
    left_out = book.write(asked(published_store, "public"), "en", path)
    first, *rest = sheets(path)
    told = "\n".join(texts(first))
    assert left_out and len(left_out) == len(set(left_out))
    assert all(sentence in told for sentence in left_out)
    every = "\n".join(text for sheet in rest for text in texts(sheet))
    assert not re.search(r"\b(NX|SC|HZ)-\d\d\b", every + told)


def test_a_choice_with_nothing_in_it_is_a_sentence_on_its_sheet(published_store, tmp_path):
    told, path = asked(published_store), tmp_path / "book.xlsx"
    nothing = told.but(filters=Filters(round="SC-P1", region="330503"))
    book.write(nothing, "zh", path, wanted=[book.Wanted("forest"), book.Wanted("pairs", "injury_frequency")])
    for sheet, one in zip(sheets(path)[1:], ("forest", "pairs"), strict=True):
        exhibit = book.Wanted(one, "injury_frequency" if one == "pairs" else None).build(
            nothing.but(lang="zh", look=None)
        )
        assert exhibit.state
        assert {exhibit.title, exhibit.subtitle} <= set(texts(sheet))


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_names_of_sheets_are_valid_and_none_comes_twice(lang, published_store, tmp_path):
    told, path = asked(published_store, "director", lang), tmp_path / "book.xlsx"
    book.write(told, lang, path, wanted=book.chosen(told, sorted(told.db.indicators)[:9]))
    names = [sheet.title for sheet in sheets(path)]
    assert len({name.lower() for name in names}) == len(names) > 100
    assert all(0 < len(name) <= MOST and not FORBIDDEN.search(name) for name in names)


@pytest.mark.parametrize("odd", ["a/b:c*d?[e]\\f", "'quoted'", "𠮷" * 40, "", "x" * 99, "\n\t"])
def test_an_odd_name_is_made_fit_for_a_sheet(odd):
    told = Names("first").take(7, odd)
    assert told.startswith("07 ") and not told.endswith("'")
    assert len(told.encode("utf-16-le")) // 2 <= MOST and not FORBIDDEN.search(told)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_each_exhibit_and_each_column_has_a_word_and_no_two_columns_the_same(lang, published_store):
    for who in ("director", "public"):
        told = asked(published_store, who, lang)
        for one in book.chosen(told, [*sorted(told.db.indicators)[:2], *sorted(told.db.records)]):
            exhibit = one.build(told)
            assert words.has(f"export.sheet.{one.name}"), one.name
            missing = [c for c in exhibit.columns if not words.has(f"export.column.{c}") and head(c, lang) == c]
            assert not missing, f"{one.name}: no word for {missing}"
            tops = heads(exhibit, one.name, lang)
            assert len(set(tops)) == len(tops), one.name
    assert {name for name in registry.EXHIBITS if not words.has(f"export.sheet.{name}")} == set()


def test_an_interval_without_an_end_says_so_in_the_readers_language():
    assert as_text(OPEN, "zh") != OPEN and as_text(OPEN, "en") == OPEN


def test_progress_is_told_from_nothing_to_done(published_store, tmp_path):
    steps = []
    book.write(
        asked(published_store, "public"), "en", tmp_path / "b.xlsx", told=lambda done, what: steps.append((done, what))
    )
    shares = [done for done, _ in steps]
    assert shares[0] == 0 and shares[-1] == 1 and shares == sorted(shares)
    assert all(what for _, what in steps)
