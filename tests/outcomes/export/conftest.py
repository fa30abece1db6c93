"""Readers of the demonstration data, and papers that are printed once however many tests look at them."""

import pypdfium2 as pdfium
import pytest

from outcomes import engine, exhibits, scope, store
from outcomes.charts.look import LIGHT
from outcomes.filters import Filters


@pytest.fixture(scope="module")
def ask(published_store):
    snapshot = store.Store(published_store).serve().snapshot
    opened = {who: engine.open_database(snapshot, scope.parse(who)) for who in ("director", "public")}
    return lambda round_, lang="en", who="director": exhibits.Asked(opened[who], Filters(round=round_), lang, LIGHT)


@pytest.fixture(scope="module")
def printed_once(ask, tmp_path_factory):
    """``printed_once(paper.brief)`` gives (round, language, reader) -> the opened PDF and its bytes."""
    made = {}

    def by(press):
        def of(round_, lang, who="director"):
            if (round_, lang, who) not in made:
                path = tmp_path_factory.mktemp("paper") / "paper.pdf"
                press(ask(round_, who=who), lang, path)
                made[round_, lang, who] = pdfium.PdfDocument(path.read_bytes()), path.read_bytes()
            return made[round_, lang, who]

        return of

    return by
