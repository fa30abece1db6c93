"""A photo in a page: what stands in its text stays text."""

import pytest

from outcomes.ui.picture import html_picture


def test_a_picture_lies_in_the_page_itself_and_is_never_wider_than_its_place():
    html = html_picture("AAAA", "before", 320)
    assert html.startswith('<img src="data:image/jpeg;base64,AAAA" alt="before" loading="lazy"')
    assert "width:320px;max-width:100%" in html


@pytest.mark.parametrize(
    ("given", "stands"), [(320, "width:320px;"), ("50%", "width:50%;"), ("card-photo", 'class="card-photo"')]
)
def test_its_width_is_given_in_pixels_as_a_part_or_by_a_style(given, stands):
    assert stands in html_picture("AAAA", "x", given)


def test_text_and_picture_cannot_leave_their_place():
    html = html_picture('AA" onerror="x', "a \"quoted\" <b> & 'b'", 'c" onload="x')
    assert html.count("<") == html.count(">") == 1
    assert 'onerror="' not in html and 'onload="' not in html
    assert 'alt="a &quot;quoted&quot; &lt;b&gt; &amp; &#x27;b&#x27;"' in html
