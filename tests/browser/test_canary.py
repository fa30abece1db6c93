"""Meeting mode tells nobody's name: a token stands for each name, person and code in the store, and none gets out.

Every byte is looked at: what the server answers, what goes over its socket, what it writes to its log, what is exported.
"""

import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests import canary
from tests.browser.serving import ROOT, serve
from tests.browser.test_hall import NOW
from tests.browser.watching import settled

STORIES = ("nanxun-2015", "sichuan-phase-1")
EXPORTS = [
    *(["pack", "--story", one] for one in STORIES),
    *(["export", "deck", "--story", one, "--lang", "both"] for one in STORIES),
    *(["export", kind, "--round", "NX-2015A", "--scope", "public"] for kind in ("brief", "report", "workbook")),
    *(
        ["export", "figure", "outcomes", "--round", "NX-2015A", "--scope", "public", "--format", form]
        for form in ("svg", "png", "csv")
    ),
]


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    return canary.store(tmp_path_factory.mktemp("canary") / "data")


def test_the_store_is_full_of_tokens_and_its_public_half_has_none(marked):
    """Or the tests below could not fail."""
    halves = {
        half: b"".join(path.read_bytes() for path in marked.glob(f"snapshots/*/{half}/**/*.parquet"))
        for half in ("internal", "public")
    }
    audit = (marked / "audit.jsonl").read_bytes()
    assert canary.found_in(halves["internal"]) and canary.found_in(audit)
    assert canary.found_in(halves["public"]) == []


@pytest.mark.parametrize("who", ["director", "public"])
def test_no_token_comes_over_the_wire_or_into_the_log(marked, browser, tmp_path, who):
    heard: list[bytes] = []

    def listen(page) -> None:
        page.on("response", lambda answer: heard.append(_body(answer)))
        page.on(
            "websocket",
            lambda socket: socket.on(
                "framereceived", lambda frame: heard.append(frame if isinstance(frame, bytes) else frame.encode())
            ),
        )

    with serve(marked, tmp_path / "log", OUTCOMES_SCOPE=who) as server:
        context = browser.new_context(base_url=server.url, viewport={"width": 1440, "height": 900})
        context.on("page", listen)
        page = context.new_page()
        page.set_default_timeout(60_000)
        for story in STORIES:
            page.goto(f"/present?story={story}&lang=en")
            settled(page)
            with page.expect_download() as waiting:
                page.get_by_role("button", name="Offline file for a venue without internet").click()
            heard.append(waiting.value.path().read_bytes())
            for more in ("", "&scope=director&enterprise=NX-01&region=330503&sector=C38"):
                page.goto(f"/present?story={story}&lang=zh&slide=1{more}")
                expect(page.locator(NOW)).to_be_visible(timeout=60_000)
                for _ in range(page.locator("#stage .deck").first.locator(".slide").count()):
                    page.keyboard.press("PageDown")
        context.close()
        said = server.log.read_bytes()
    assert len(heard) > 50 and sum(map(len, heard)) > 500_000
    assert canary.found_in(b"\n".join(heard)) == []
    assert canary.found_in(said) == []


def _body(answer) -> bytes:
    """Address, heads and what was answered; a redirect or a download has no body of its own."""
    head = f"{answer.url}\n{answer.headers}\n".encode()
    try:
        return head + answer.body()
    except Exception:
        return head


# what has both languages in it is made once; papers and workbook in each, figures in one
EACH = [
    (command, lang)
    for command in EXPORTS
    for lang in ("en", "zh")
    if lang == "en" or command[1] in ("brief", "report", "workbook")
]


@pytest.mark.parametrize(("command", "lang"), EACH, ids=lambda told: "-".join(told) if isinstance(told, list) else told)
def test_no_token_is_in_any_export_or_in_what_is_printed(marked, tmp_path, command, lang):
    told = command if "--lang" in command else [*command, "--lang", lang]
    done = subprocess.run(
        [sys.executable, "-m", "outcomes", *told, "--data", str(marked), "--out", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    files = [path for path in tmp_path.iterdir() if path.is_file()]
    assert files
    for path in files:
        assert path.stat().st_size > 300
        assert canary.found_in(canary.opened(path.read_bytes())) == [], path.name
        assert canary.found_in(path.name.encode()) == []
    assert canary.found_in(done.stdout + done.stderr) == []
