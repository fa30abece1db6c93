"""The run chart: gaps stay open, the axis is honest, the comparison is named, the holiday is dated."""

from datetime import date

from outcomes import charts
from outcomes.charts import LIGHT


def month(i: int, year: int = 2014, first: int = 11) -> date:
    k = year * 12 + first - 1 + i
    return date(k // 12, k % 12 + 1, 1)


def points(values: str, baseline: int = 3, arm: str = "pilot") -> list[dict]:
    """ "3 1 - 2" is four months; a dash is a month nobody sent."""
    return [
        {
            "month": month(i),
            "phase": "baseline" if i < baseline else "training",
            "value": None if v == "-" else float(v),
            "count": None,
            "label": f"month {i}",
            "arm": arm,
        }
        for i, v in enumerate(values.split())
    ]


TWO_ARMS = points("3 1 - 2 5 4") + points("2 2 2 3 - 3", arm="comparison")


def test_a_missing_month_stays_a_gap_in_a_run_chart():
    figure = charts.run_chart(points("3 1 - 2 5 4", baseline=4), LIGHT, "en")
    lines = [t for t in figure.data if t.mode == "lines" and None in t.y]
    assert [list(t.y) for t in lines] == [[3, 1, None, 2]]


def test_a_month_without_a_row_takes_its_place_too():
    figure = charts.run_chart([p for i, p in enumerate(points("3 1 9 2 5 4", baseline=4)) if i != 2], LIGHT, "en")
    assert [list(t.y) for t in figure.data if t.mode == "lines" and None in t.y] == [[3, 1, None, 2]]
    assert tuple(figure.layout.xaxis.range) == (-0.5, 5.5)


def test_baseline_and_training_are_not_joined_over_a_gap():
    joined = charts.run_chart(points("3 1 2 5 4"), LIGHT, "en")
    apart = charts.run_chart(points("3 1 - 5 4"), LIGHT, "en")
    assert len([t for t in joined.data if t.mode == "lines"]) == 3
    assert len([t for t in apart.data if t.mode == "lines"]) == 2


def test_a_gap_says_why_where_there_is_room():
    figure = charts.run_chart(points("3 1 - 2"), LIGHT, "zh")
    assert "未报送" in [a.text for a in figure.layout.annotations]


def test_counts_and_rates_start_at_zero_and_an_index_shows_a_hundred():
    assert charts.run_chart(points("90 95 99 98"), LIGHT, "en").layout.yaxis.range[0] == 0
    low, high = charts.run_chart(points("104 105 106 108"), LIGHT, "en", from_zero=False).layout.yaxis.range
    assert 0 < low < 100 < high


def test_the_comparison_is_dashed_hollow_and_named_at_its_end():
    figure = charts.run_chart(TWO_ARMS, LIGHT, "en")
    line = next(t for t in figure.data if t.mode == "lines" and t.line.color == LIGHT.comparison)
    mark = next(t for t in figure.data if t.mode == "markers" and t.marker.line.color == LIGHT.comparison)
    assert "px" in line.line.dash and mark.marker.color == LIGHT.page and mark.marker.symbol == "diamond"
    named = {a.text: a.x for a in figure.layout.annotations if a.text in ("pilot", "comparison")}
    assert named == {"pilot": 5, "comparison": 5}


def test_month_labels_thin_out_and_say_the_year_at_its_beginning():
    year = charts.run_chart(points(" ".join("1" * 12)), LIGHT, "en").layout.xaxis.ticktext
    three = charts.run_chart(points(" ".join("1" * 36)), LIGHT, "zh").layout.xaxis.ticktext
    assert len(year) == 12 and year[0] == "Nov<br>2014" and year[2] == "Jan<br>2015"
    assert len(three) == 12 and three[0] == "1月<br>2015" and three[1] == "4月"


def test_spring_festival_stands_on_its_day_with_its_date():
    figure = charts.run_chart(points(" ".join("1" * 12)), LIGHT, "zh", festivals=(date(2015, 2, 19), date(2011, 2, 3)))
    lines = [s for s in figure.layout.shapes if s.line.dash == "1px,3px"]
    assert [round(s.x0, 2) for s in lines] == [3.16]
    assert "春节<br>2月19日" in [a.text for a in figure.layout.annotations]


def test_all_zero_months_are_drawn_as_zeros():
    figure = charts.run_chart(points("0 0 0 0"), LIGHT, "en", median=0)
    assert figure.layout.yaxis.range[1] > 0


def median_words(figure) -> list:
    return [a for a in figure.layout.annotations if "the median" in a.text]


def test_the_median_is_named_along_its_line_where_no_line_crosses_the_words():
    figure = charts.run_chart(points("4 6 4 9 9 9 9 9 9"), LIGHT, "en", median=5, median_text="the median")
    (label,) = median_words(figure)
    assert label.y == 5 and label.x > 6


def test_a_count_stands_beneath_its_point_where_a_mark_of_the_comparison_is_in_its_way():
    pilot = [{**point, "count": 1} for point in points("5 5 5 0.2", baseline=0)]
    figure = charts.run_chart([*pilot, *points("5.5 9 4.5 0.6", baseline=0, arm="comparison")], LIGHT, "en")
    told = [(note.yanchor, note.yshift < 0) for note in figure.layout.annotations if note.text == "1"]
    under, over = ("top", True), ("bottom", False)
    assert told == [under, over, over, over]  # close above; far above; below; close above, but on the axis


def test_words_that_fit_a_whole_page_alone_are_not_laid_over_the_lines_of_half_a_page():
    """Behind the sixth month there are four quiet months: room for the words at 44 px a month and not at 27."""
    quiet = points("14 15 14 15 14 15 25 25 25 25 14 15 14 15 14 15 14 15", baseline=12)
    figure = charts.run_chart(quiet, LIGHT, "en", median=14.5, median_text="baseline median 15%")
    (note,) = [note for note in figure.layout.annotations if "baseline median" in note.text]
    assert note.text == "Baseline · baseline median 15%"


def test_where_lines_cross_all_along_the_median_is_named_over_the_baseline():
    # each month jumps from far below to far above: no point lies near the median, but a line always does
    figure = charts.run_chart(points("1 9 1 9 1 9 1 9 1 9"), LIGHT, "en", median=5, median_text="the median")
    (label,) = median_words(figure)
    assert label.yref == "paper" and label.text == "Baseline · the median"


def test_a_remark_beside_the_festival_stands_below_its_name():
    festivals = (date(2015, 2, 19),)
    figure = charts.run_chart(
        points("3 1 4 2 5 4"), LIGHT, "en", festivals=festivals, remarks=((month(4), "1"), (month(5), "2"))
    )
    down = {note.text: note.yshift for note in figure.layout.annotations if note.text in ("1", "2")}
    assert down["1"] < -20 < down["2"]  # March is beside February, April is not
