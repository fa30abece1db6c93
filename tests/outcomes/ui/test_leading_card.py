"""The card of small lines: the name, the change and the last value stand as words, a series without a value says so."""

from dataclasses import dataclass

from outcomes.exhibits.leading import Sign
from outcomes.ui import leading
from outcomes.words import say


@dataclass
class Empty:
    title: str = "No figures in this period"


@dataclass
class Asking:
    lang: str = "en"

    def say(self, key: str) -> str:
        return say(key, self.lang)


RISING = Sign(
    Empty(), "Hazards <b>found</b>", "higher", "Improved +18 points", "49%", [(14, "baseline"), (49, "training")]
)
SILENT = Sign(Empty(), "Near misses", "neutral", "", "", [(None, "baseline"), (None, "training")])


def test_a_line_has_its_words_beside_it_and_names_from_data_are_only_text():
    html = leading.html_of(Asking(), [RISING], across=False)
    assert "Improved +18 points" in html and "49%" in html and "data:image/svg+xml" in html
    assert "Hazards &lt;b&gt;found&lt;/b&gt;" in html and "<b>found" not in html


def test_a_series_without_a_value_says_so_and_draws_nothing():
    html = leading.html_of(Asking(), [SILENT], across=True)
    assert "No figures in this period" in html and "<img" not in html
