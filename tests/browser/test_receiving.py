"""An officer with a workbook, in a real browser: a faulty one comes back marked, a good one becomes the new snapshot."""

import json
from datetime import date

import openpyxl
from playwright.sync_api import expect

from outcomes import ingest, store
from tests.browser.watching import settled
from tests.outcomes.ingest.photographs import HERE, exif, file, zipped


def november(path, hours):
    row = {"month": date(2015, 11, 1), "workers": 110, "hours_worked": hours, "new_injuries": 0}
    ingest.write_template(path, "en", tables={"monthly": [{"enterprise": name, **row} for name in ("NX-01", "NX-02")]})
    return path


def sent(page, path):
    page.goto("/receive?lang=en")
    settled(page)
    page.locator("input[type=file]").set_input_files(path)


def test_a_faulty_workbook_is_explained_marked_and_not_published(reader, own_server, tmp_path):
    faulty = november(tmp_path / "faulty.xlsx", 20_000)
    book = openpyxl.load_workbook(faulty)
    heads = {str(cell.value).split(" / ")[0].strip(" *"): cell.column for cell in book["monthly"][1]}
    book["monthly"].cell(3, heads["Hours worked"], "1,790,0")
    book.save(faulty)
    current = (own_server.store / "CURRENT").read_text()

    page = reader(own_server)
    sent(page, faulty)
    expect(page.locator("h1")).to_contain_text("1 of 2 rows are ready")
    expect(page.get_by_role("button", name="Publish snapshot")).to_be_disabled()
    expect(page.get_by_text("Locked: 1 errors remain")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Get your workbook with the cells marked").click()
    waiting.value.save_as(tmp_path / "marked.xlsx")
    marked = openpyxl.load_workbook(tmp_path / "marked.xlsx")["monthly"]
    assert marked.cell(3, heads["Hours worked"]).comment is not None
    assert (own_server.store / "CURRENT").read_text() == current


def test_a_good_workbook_is_published_seen_and_taken_back(reader, own_server, tmp_path):
    page = reader(own_server)
    sent(page, november(tmp_path / "november.xlsx", 20_000))
    expect(page.locator("h1")).to_contain_text("2 of 2 rows are ready")
    page.get_by_label("One line for the history").fill("November sheets")
    page.get_by_label("Your name").fill("tester")
    page.get_by_label("Your name").press("Tab")
    button = page.get_by_role("button", name="Publish snapshot")
    expect(button).to_be_enabled()
    button.click()
    expect(page.get_by_text("6 figures added")).to_be_visible()

    page.goto("/safety?lang=en&to=2015-11")
    settled(page)
    expect(page.get_by_role("combobox", name="To", exact=True)).to_be_visible()
    expect(page.get_by_text("May 2014–Nov 2015").first).to_be_visible()

    page.goto("/snapshots?lang=en")
    settled(page)
    expect(page.locator("h1")).to_contain_text("3 snapshots")
    page.get_by_text("Go back to this one").first.click()  # the one that was shown before
    page.get_by_label("Reason").fill("too early")
    page.get_by_label("Your name").fill("tester")
    page.get_by_label("Your name").press("Tab")
    page.get_by_role("button", name="Show this snapshot from now on").click()
    expect(page.get_by_text("withdrawn", exact=True)).to_be_visible()
    audit = [json.loads(line) for line in (own_server.store / "audit.jsonl").read_text().splitlines()]
    assert (audit[-1]["what"], audit[-1]["reason"], audit[-1]["who"]) == ("rollback", "too early", "tester")

    page.goto("/safety?lang=en")
    settled(page)
    expect(page.get_by_text("May 2014–Oct 2015").first).to_be_visible()


def improvement(path, picture: bytes):
    """A zip of a workbook with one improvement of NX-01, and its photo beside it."""
    action = {"action": "NX-01-GUARD", "round": "NX-2015A", "enterprise": "NX-01", "proposed_by": "worker"}
    action |= {"action_en": "A guard at the press", "action_zh": "压力机加防护罩", "action_status": "proposed"}
    action |= {"action_category": "machine_guarding", "opened_on": date(2015, 6, 1)}
    media = {"photo": "NX-01-GUARD-1", "action": "NX-01-GUARD", "media_kind": "before", "photo_consent": "yes"}
    book = ingest.template_bytes("en", {"actions": [action], "media": [{**media, "file": "press.jpg"}]})
    path.write_bytes(zipped({"june.xlsx": book, "photos/press.jpg": picture}))
    return path


def test_a_zip_with_a_picture_is_taken_and_one_that_tells_its_place_is_locked(reader, own_server, tmp_path):
    page = reader(own_server)
    sent(page, improvement(tmp_path / "placed.zip", file(exif=exif(gps=HERE))))
    expect(page.locator("h1")).to_contain_text("1 of 2 rows are ready")
    expect(page.get_by_text("placed.zip holds pictures with the place where they were taken").first).to_be_visible()
    expect(page.get_by_text("Publish the valid rows only")).to_have_count(0)
    expect(page.get_by_role("button", name="Publish snapshot")).to_be_disabled()

    sent(page, improvement(tmp_path / "june.zip", file()))
    expect(page.locator("h1")).to_contain_text("2 of 2 rows are ready")
    page.get_by_label("Your name").fill("tester")
    page.get_by_label("Your name").press("Tab")
    button = page.get_by_role("button", name="Publish snapshot")
    expect(button).to_be_enabled()
    button.click()
    expect(page.get_by_text("figures added")).to_be_visible(timeout=60_000)
    place = store.Store(own_server.store)
    photo = place.open(place.current()).read("internal", "photo")
    assert "NX-01-GUARD-1" in photo["photo"].to_pylist()


def test_a_file_that_is_no_workbook_ends_in_a_sentence(reader, own_server, tmp_path):
    (tmp_path / "not.xlsx").write_bytes(b"not a workbook at all")
    page = reader(own_server)
    sent(page, tmp_path / "not.xlsx")
    expect(page.locator("h1")).to_contain_text("cannot be read")
    expect(page.get_by_role("button", name="Publish snapshot")).to_be_disabled()


def test_the_empty_template_can_be_had_from_the_page(reader, own_server, tmp_path):
    page = reader(own_server, lang="zh")
    page.goto("/receive?lang=zh")
    settled(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="下载空白模板").click()
    waiting.value.save_as(tmp_path / "template.xlsx")
    assert openpyxl.load_workbook(tmp_path / "template.xlsx").sheetnames[:5] == [
        "guide",
        "rounds",
        "enterprises",
        "enrolments",
        "monthly",
    ]
