"""A choice that came while another filter took it away: the page stays as it is."""

from types import SimpleNamespace

from outcomes.bench.visitor import visit
from tests.browser.serving import serve


def test_a_month_that_is_no_longer_offered_leaves_the_page_as_it_is(published_store, tmp_path):
    with serve(published_store, tmp_path / "server.log") as server:
        with visit(SimpleNamespace(port=int(server.url.rsplit(":", 1)[1]))) as visitor:
            visitor.open()
            seen = visitor.choose("to", "Oct 2031")
            assert not seen.failed, server.said()
        assert "Uncaught" not in server.said()
