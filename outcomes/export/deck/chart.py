"""A plan as a chart of PowerPoint's own: its workbook inside, its intervals as real error bars that read that workbook."""

from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.enum.dml import MSO_LINE
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from outcomes.export.deck import paper
from outcomes.export.deck.plan import Plan, Series

_KIND = {
    "line": XL_CHART_TYPE.LINE_MARKERS,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
}


def data(plan: Plan) -> CategoryChartData:
    told = CategoryChartData(number_format=plan.form)
    told.categories = plan.categories
    for one in plan.series:
        told.add_series(one.name, one.values)
    return told


def add(slide, plan: Plan, place: tuple):
    """The chart at (left, top, width, height), named after its plan."""
    shape = slide.shapes.add_chart(_KIND[plan.kind], *(Emu(int(one)) for one in place), data(plan))
    paper.name(shape, plan.name, plan.alt)
    chart = shape.chart
    paper.chart_fonts(chart)
    chart.has_title = bool(plan.title)
    if plan.title:
        chart.chart_title.include_in_layout = False
        paragraph = chart.chart_title.text_frame.paragraphs[0]
        paper.write(paragraph, plan.title, "zh" if any(ord(c) > 0x2E7F for c in plan.title) else "en", 12, "ink3")
    chart.has_legend = len(plan.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(chart, plan)
    plot = chart.plots[0]
    if plan.kind != "line":
        plot.gap_width = 90 if len(plan.categories) > 2 else 260  # one bar alone is no wall
    if plan.kind == "column":
        plot.has_data_labels = True
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = plan.form, False
        plot.data_labels.font.size = Pt(12)
    for drawn, one in zip(plot.series, plan.series, strict=True):
        _paint(drawn, one, plan)
    scale(chart, plan)
    bars(shape, plan)
    return shape


def scale(chart, plan: Plan) -> None:
    """The axis as long as the longest interval; made anew with the figures."""
    if reach := plan.reach():
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = reach
        if plan.log:
            chart.value_axis.major_unit = 2  # a label at each doubling, and so at 1, which is no change


def _axes(chart, plan: Plan) -> None:
    value, category = chart.value_axis, chart.category_axis
    value.has_major_gridlines = plan.kind != "bar"
    if value.has_major_gridlines:
        value.major_gridlines.format.line.color.rgb = paper.colour("grid")
    value.format.line.color.rgb = category.format.line.color.rgb = paper.colour("rule")
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = plan.axis or plan.form, False
    if plan.kind == "bar":
        category.tick_label_position = XL_TICK_LABEL_POSITION.LOW  # left of the bars, whichever way they point
    if plan.log:
        scaling = value._element.find(qn("c:scaling"))
        base = scaling.find(qn("c:logBase"))
        if base is None:
            base = etree.Element(qn("c:logBase"))
            scaling.insert(0, base)
        base.set("val", "2")
        # the bars begin where nothing changed
        crosses = category._element.find(qn("c:crosses"))
        at = etree.Element(qn("c:crossesAt"))
        at.set("val", "1")
        crosses.getparent().replace(crosses, at)


def _paint(drawn, one: Series, plan: Plan) -> None:
    if plan.kind == "line":
        line = drawn.format.line
        line.color.rgb, line.width = paper.colour(one.tone), Pt(2.25)
        if one.dashed:
            line.dash_style = MSO_LINE.DASH
        drawn.smooth = False
        if one.plain:
            drawn.marker.style, line.width = XL_MARKER_STYLE.NONE, Pt(1)
            return
        drawn.marker.style, drawn.marker.size = XL_MARKER_STYLE.DIAMOND if one.dashed else XL_MARKER_STYLE.CIRCLE, 7
        _mark(drawn.marker, one.tone, one.dashed)
        for at, hollow in enumerate(one.hollow):
            if hollow:
                point = drawn.points[at].marker
                point.style, point.size = XL_MARKER_STYLE.CIRCLE, 7
                _mark(point, one.tone, True)
        return
    drawn.invert_if_negative = False
    drawn.format.fill.solid()
    drawn.format.fill.fore_color.rgb = paper.colour(one.tone)  # what the legend shows
    for at, tone in enumerate(one.tones or [one.tone] * len(one.values)):
        fill = drawn.points[at].format.fill
        fill.solid()
        fill.fore_color.rgb = paper.colour(tone)


def _mark(marker, tone: str, hollow: bool) -> None:
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = paper.colour("page" if hollow else tone)
    marker.format.line.color.rgb = paper.colour(tone)


def bars(shape, plan: Plan) -> None:
    """Error bars anew, from the columns of the chart's workbook that hold the distances to both ends.

    Excel knows only distances, so these two columns are the one thing that is subtracted here; the ends themselves stand
    beside them.
    """
    from outcomes.export.deck import workbook

    ends = [(at, one) for at, one in enumerate(plan.series) if one.low]
    if not ends:
        return
    places = workbook.add_ends(shape.chart, plan, plan.lang)
    for at, one in ends:
        element = shape.chart.plots[0].series[at]._element
        for old in element.findall(qn("c:errBars")):
            element.remove(old)
        made = etree.fromstring(_error_bars(places[at], one, plan))
        before = next(element.find(qn(tag)) for tag in ("c:cat", "c:val") if element.find(qn(tag)) is not None)
        before.addprevious(made)


def _error_bars(places: dict[str, str], one: Series, plan: Plan) -> str:
    c, a = (
        "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
    )
    ink = str(paper.colour("ink"))
    sides = "".join(
        f"<c:{side}>{_numbers(places[side], distances(one, side))}</c:{side}>" for side in ("plus", "minus")
    )
    return f"""<c:errBars xmlns:c="{c}" xmlns:a="{a}"><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/>{sides}
<c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill></a:ln></c:spPr></c:errBars>"""


def distances(one: Series, side: str) -> list[float | None]:
    """From the estimate to its upper or lower end; None where that end is open."""
    if side == "plus":
        return [
            None if high is None or value is None else high - value
            for value, high in zip(one.values, one.high, strict=True)
        ]
    return [
        None if low is None or value is None else value - low for value, low in zip(one.values, one.low, strict=True)
    ]


def _numbers(place: str, values: list[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in enumerate(values) if value is not None
    )
    return f'<c:numRef><c:f>{place}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
