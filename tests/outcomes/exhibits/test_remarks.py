"""A remark stands at its month and below the figure, with who said it and when, for those whom the choice is about."""

from datetime import date

import pytest

from outcomes import charts, exhibits
from outcomes.charts import LIGHT
from outcomes.charts.paper import esc
from outcomes.exhibits.remarks import lines, marks, remarks_on

HARM = "injury_frequency"
TEXT = "enterprise month measure value\n" + "\n".join(
    f"{code} 2015-{month:02d} {measure} {value}"
    for code in ("E1", "E2", "E3", "E4")
    for month in range(1, 9)
    for measure, value in (("new_injuries", 1), ("hours_worked", 17000))
)


def remark(en: str, **more) -> dict:
    return {
        "indicator": HARM,
        "round": "R1",
        "month": date(2015, 3, 1),
        "enterprise": None,
        "remark_en": en,
        "remark_zh": f"中文 {en}",
        "remark_by": "Office",
        "remarked_on": date(2015, 4, 9),
        **more,
    }


ALL = [
    remark("of the month"),
    remark("of E1", enterprise="E1"),
    remark("later", month=date(2015, 6, 1)),
    remark("of no month", month=None),
    remark("of another measure", indicator="near_misses"),
    remark("of another round", round="R9"),
    remark("of a stranger", enterprise="E9"),
]


@pytest.fixture
def drawn(snapshot_of):
    return snapshot_of(TEXT, record={"remark": ALL}, enterprises={"E1": {"sector": "C20"}})


def test_those_that_fit_the_choice_are_numbered_by_month(drawn):
    told = remarks_on(drawn.asked(), HARM)
    assert lines(told) == [
        "1 · Mar 2015, E1: “of E1” (Office, 9 Apr 2015)",
        "2 · Mar 2015: “of the month” (Office, 9 Apr 2015)",
        "3 · Jun 2015: “later” (Office, 9 Apr 2015)",
        "4 · “of no month” (Office, 9 Apr 2015)",
    ]
    assert marks(told) == ((date(2015, 3, 1), "1, 2"), (date(2015, 6, 1), "3"))


def test_they_are_said_in_the_readers_language(drawn):
    assert (
        lines(remarks_on(drawn.asked(lang="zh"), HARM))[1]
        == "2 · 2015年3月：“中文 of the month”（Office，2015年4月9日）"
    )


def test_a_remark_on_an_enterprise_goes_with_the_enterprise(drawn):
    assert not any("E1" in line for line in lines(remarks_on(drawn.asked(sector="C38"), HARM)))


def test_a_remark_outside_the_period_is_not_shown(drawn):
    asked = drawn.asked(first_month=date(2015, 4, 1))
    assert [one.month for one in remarks_on(asked, HARM)] == [date(2015, 6, 1), None]


def test_the_public_reads_none(drawn):
    chart = exhibits.run_chart(drawn.asked("public", look=LIGHT), HARM)
    assert chart.remarks == []
    assert remarks_on(drawn.asked("public"), HARM) == []


@pytest.mark.parametrize("drawing", ["figure", "narrow"])
def test_the_chart_has_the_numbers_at_their_months(drawn, drawing):
    chart = exhibits.run_chart(drawn.asked(look=LIGHT), HARM)
    assert len(chart.remarks) == 4
    layout = getattr(chart, drawing).to_dict()["layout"]
    framed = [(one["x"], one["text"]) for one in layout["annotations"] if one.get("bordercolor")]
    assert framed == [(2, "1, 2"), (5, "3")]


def test_a_chart_without_remarks_has_no_frames():
    points = [{"month": date(2015, m, 1), "phase": "baseline", "value": 1.0, "arm": "pilot"} for m in (1, 2)]
    figure = charts.run_chart(points, LIGHT, "en").to_dict()
    assert not [one for one in figure["layout"]["annotations"] if one.get("bordercolor")]


def test_a_remark_is_shown_and_not_obeyed(snapshot_of):
    evil = "<b>bold</b> **strong** [x](http://y)"
    asked = snapshot_of(TEXT, record={"remark": [remark(evil)]}).asked(look=LIGHT)
    chart = exhibits.run_chart(asked, HARM)
    assert evil in chart.remarks[0]  # escaped where it is drawn, in outcomes/ui/show.py
    assert evil not in str(chart.figure.to_dict()) and esc(evil) not in str(chart.figure.to_dict())
