"""Text from a workbook reaches the screen as it is, and is never obeyed."""

import pytest

from outcomes.ui.escape import esc_html, esc_md


@pytest.mark.parametrize("mark", list("\\`*_{}[]()<>#+-.!|~$&^="))
def test_every_mark_of_markdown_loses_its_meaning(mark):
    assert esc_md(f"a{mark}b") == f"a\\{mark}b"


@pytest.mark.parametrize("directive", [":red[x]", ":material/home:", ":smile:"])
def test_a_directive_of_streamlit_is_broken_without_a_visible_change(directive):
    escaped = esc_md(directive)
    assert directive not in escaped.replace("\\", "")
    assert escaped.replace("\\", "").replace("\u2060", "") == directive


def test_an_arrow_stays_two_signs():
    assert "->" not in esc_md("a->b").replace("\\", "")


def test_lines_become_one_so_that_no_block_can_begin():
    assert esc_md("a\n\n# b") == "a \\# b"


def test_html_is_escaped_in_text_and_in_attributes():
    assert esc_html("<b a='1' c=\"2\">&") == "&lt;b a=&#x27;1&#x27; c=&quot;2&quot;&gt;&amp;"
