"""One bit of a published file is flipped: a reader sees the last good snapshot and is told so."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from playwright.sync_api import Page, expect

from outcomes import demo, ingest
from tests.browser.serving import ROOT
from tests.browser.watching import settled


def november(path: Path) -> Path:
    """The figures of September, sent as those of the first month that the demonstration data do not have."""
    sent = [row for content in demo.tables().values() for row in content.get("monthly", ())]
    sent = [row for row in sent if row["month"] == date(2015, 9, 1)]
    rows = [{**row, "month": date(2015, 11, 1), "received_on": date(2015, 12, 5)} for row in sent]
    ingest.write_template(path, "en", tables={"monthly": rows})
    return path


def outcomes(*arguments: str, store: Path) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "outcomes", *arguments, "--data", str(store)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def current(store: Path) -> str:
    return json.loads((store / "CURRENT").read_text(encoding="utf-8"))["id"]


def flip_one_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(data)


def last_month(page: Page) -> str:
    """The end of the period that the page offers."""
    page.goto("/safety?lang=en")
    settled(page)
    return page.get_by_role("combobox", name="To", exact=True).input_value()


def test_the_last_good_snapshot_is_served_with_a_warning_that_names_both(reader, own_server, tmp_path):
    store = own_server.store
    good = current(store)
    published = outcomes("publish", str(november(tmp_path / "november.xlsx")), store=store)
    assert published.returncode == 0, published.stdout + published.stderr
    damaged = current(store)

    assert last_month(reader(own_server)) == "Nov 2015"

    flip_one_bit(store / "snapshots" / damaged / "internal" / "observation" / "part-000.parquet")
    verified = outcomes("verify", "--deep", store=store)
    assert verified.returncode == 1
    assert damaged in verified.stderr

    page = reader(own_server)
    assert last_month(page) == "Oct 2015"
    warning = page.get_by_role("alert")
    expect(warning).to_contain_text(damaged)
    expect(warning).to_contain_text(good)
