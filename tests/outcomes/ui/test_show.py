"""An exhibit on the screen, through Streamlit itself."""

import json

import pytest
from streamlit.testing.v1 import AppTest

EVIL = "NX-1 **b** <b>i</b> :red[x] [l](http://x)"


def page(state=None, figure=True, lang="en", title="Injuries fell", evil=""):
    from outcomes import charts
    from outcomes.charts import LIGHT
    from outcomes.exhibits.exhibit import Exhibit, Lineage
    from outcomes.ui import parts

    indicator = {"title": evil or "Injury rate", "definition": "cases over hours", "checked_by": ""}
    why = ["12 without hours"]
    sql = "select 1 as one"
    lineage = Lineage(
        [indicator], "trend", sql, "ab" * 32, {"region": "330503"}, "s-1", "cd" * 32, 108, 12, why, "2015"
    )
    wide = charts.interval(0.43, 0.1, 1.53, LIGHT, lang) if figure else None
    narrow = charts.interval(0.43, 0.1, 1.53, LIGHT, lang, width=300) if figure else None
    notes = [evil or "Few hours in February"]
    exhibit = Exhibit("x", title, evil, wide, narrow, ["value"], [], notes, "×0.43, 0.10 to 1.53", lineage, state)
    parts.head("Nanxun", title, [parts.demonstration(lang)])
    parts.show(exhibit, lang, b"value\r\n1\r\n", "x.csv")


def run(**asked) -> AppTest:
    tested = AppTest.from_function(page, kwargs=asked, default_timeout=30).run()
    assert not tested.exception, tested.exception
    return tested


def test_the_card_says_its_finding_and_draws_for_wide_and_narrow():
    tested = run()
    assert tested.subheader[0].value == "Injuries fell"
    drawn = tested.get("plotly_chart")
    assert len(drawn) == 2
    assert all(json.loads(chart.proto.spec)["data"] for chart in drawn)


def test_how_do_we_know_shows_the_question_as_run_the_snapshot_and_what_was_left_out():
    tested = run()
    assert not tested.code  # nothing of it is sent before it is opened
    tested.session_state["how-x"] = True
    tested.run()
    assert tested.code[0].value == "select 1 as one"
    assert "$region = '330503'" in tested.code[1].value
    told = " ".join(e.value for e in [*tested.caption, *tested.markdown]).replace("\\", "")
    for fact in ("Rows used: 108. Rows left out: 12.", "12 without hours", "s-1", "cdcdcdcd", "not yet reviewed"):
        assert fact in told, fact


@pytest.mark.parametrize(("lang", "label"), [("en", "Rows (CSV)"), ("zh", "数据（CSV）")])
def test_the_download_is_named_by_a_word(lang, label):
    assert label in [button.proto.label for button in run(lang=lang).get("download_button")]


@pytest.mark.parametrize("state", ["empty", "suppressed", "incomplete", "error", "not_allowed"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_state_says_why_and_offers_no_rows(state, lang):
    from outcomes.words import say

    tested = run(state=state, figure=False, lang=lang)
    told = " ".join(m.value for m in tested.markdown).replace("\\", "")
    assert say(f"ui.state.{state}", lang) in told
    assert say(f"ui.state_text.{state}", lang) in told
    assert not tested.get("plotly_chart") and not tested.get("download_button")


def test_words_from_a_workbook_are_shown_and_not_obeyed():
    tested = run(title=EVIL, evil=EVIL)
    shown = [tested.subheader[0].value, tested.title[0].value, *(c.value for c in tested.caption)]
    for text in shown + [m.value for m in tested.markdown]:
        for live in ("**b**", "<b>", ":red[", "[l]("):
            assert live not in text
