"""The watch over a browser sees what it must see: otherwise its silence would prove nothing."""

import http.server
import threading

import pytest

from tests.browser.watching import open_page


class _Site(http.server.BaseHTTPRequestHandler):
    """A page at every address but those that Streamlit probes, which are not found."""

    def do_GET(self):
        found = "_stcore" not in self.path and "missing" not in self.path
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b'<link rel="icon" href="data:,"><h1>here</h1>' if found else b"")

    def log_message(self, *_):
        pass


@pytest.fixture
def site():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Site) as served:
        threading.Thread(target=served.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{served.server_address[1]}"
        served.shutdown()


@pytest.fixture
def visited(browser, site):
    """``visited(script)``: a watch over a page on which the script ran."""

    def visit(script: str):
        page, watch = open_page(browser, site)
        page.goto("/safety")
        page.evaluate(script)
        page.wait_for_timeout(300)
        page.context.close()
        return watch

    return visit


def test_a_page_that_stays_at_home_gives_no_cause_for_complaint(visited, site):
    watch = visited("document.title = 'quiet'")
    assert watch.requests == [f"{site}/safety"]
    assert watch.strangers() == []
    assert watch.complaints == []


@pytest.mark.parametrize(
    ("script", "stranger"),
    [
        ("fetch('http://127.0.0.1:9/x').catch(() => 0)", "http://127.0.0.1:9/x"),
        ("document.body.innerHTML += '<img src=\"https://example.invalid/p.png\">'", "https://example.invalid/p.png"),
        ("new WebSocket('ws://127.0.0.1:9/s')", "ws://127.0.0.1:9/s"),
    ],
)
def test_a_request_to_anywhere_else_is_seen(visited, script, stranger):
    assert visited(f"() => {{ {script} }}").strangers() == [stranger]


@pytest.mark.parametrize(
    "script",
    [
        "console.error('figure lost')",
        "setTimeout(() => { throw new Error('figure lost') })",
        "fetch('/missing/figure lost')",
    ],
)
def test_an_error_in_the_console_is_seen(visited, script):
    (complaint,) = visited(f"() => {{ {script} }}").complaints
    assert "figure" in complaint


def test_the_two_probes_of_a_deep_link_pass_and_the_same_at_the_root_does_not(visited):
    assert visited("() => { fetch('/safety/_stcore/health'); fetch('/safety/_stcore/host-config') }").complaints == []
    assert len(visited("() => { fetch('/_stcore/health') }").complaints) == 1
