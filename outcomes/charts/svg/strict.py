"""What this drawing knows. A figure with anything else is refused, so that nothing is left out in silence."""

from outcomes.errors import OutcomesError

_HOVER = {"hovertext", "hoverinfo", "hovertemplate", "customdata", "selected", "unselected", "name", "showlegend"}
_TRACES = {
    "scatter": {"mode", "x", "y", "line", "marker", "text", "textposition", "textfont", "cliponaxis", "opacity"},
    "bar": {"x", "y", "base", "width", "marker"},
}
_AXIS = {
    "range", "domain", "tickvals", "ticktext", "tickangle", "tickfont", "ticks", "ticklen", "tickcolor", "ticksuffix",
    "ticklabelstandoff", "nticks", "showgrid", "gridcolor", "showline", "linecolor", "linewidth", "side", "visible",
    "title", "zeroline", "automargin", "fixedrange", "layer", "rangemode", "type",
}  # fmt: skip
_LAYOUT = {
    "template", "height", "width", "margin", "xaxis", "yaxis", "annotations", "shapes", "barmode", "hoverdistance",
    "autosize", "uirevision", "clickmode",
}  # fmt: skip
_SHAPE = {"type", "x0", "x1", "y0", "y1", "xref", "yref", "fillcolor", "line", "layer"}
_NOTE = {
    "x", "y", "text", "xanchor", "yanchor", "xref", "yref", "xshift", "yshift", "showarrow", "font", "align", "bgcolor",
    "bordercolor", "borderwidth", "borderpad",
}  # fmt: skip
_KINDS = {"mode": {"lines", "markers", "text", "lines+markers"}, "textposition": {"bottom right"}}


def check(figure: dict) -> None:
    for trace in figure["data"]:
        kind = trace.get("type", "scatter")
        if kind not in _TRACES:
            raise unknown(f"trace {kind}")
        _only(trace, _TRACES[kind] | _HOVER | {"type"}, kind)
        for key, known in _KINDS.items():
            if key in trace and trace[key] not in known:
                raise unknown(f"{key} {trace[key]}")
    layout = figure["layout"]
    _only(layout, _LAYOUT, "layout")
    for axis in ("xaxis", "yaxis"):
        _only(layout.get(axis, {}), _AXIS, axis)
        if layout.get(axis, {}).get("type", "linear") not in ("linear", "-"):
            raise unknown(f"{axis} type {layout[axis]['type']}")
        if figure["data"] and "range" not in layout.get(axis, {}):
            raise unknown(f"{axis} without a range")
    for shape in layout.get("shapes") or []:
        _only(shape, _SHAPE, "shape")
        if shape["type"] not in ("rect", "line"):
            raise unknown(f"shape {shape['type']}")
    for note in layout.get("annotations") or []:
        _only(note, _NOTE, "annotation")
        if note.get("showarrow"):
            raise unknown("annotation with an arrow")
    if layout.get("barmode", "overlay") != "overlay":
        raise unknown(f"barmode {layout['barmode']}")


def unknown(what: str) -> OutcomesError:
    return OutcomesError("export_figure.unknown", what=what)


def _only(given: dict, known: set[str], where: str) -> None:
    if strange := sorted(given.keys() - known):
        raise unknown(f"{where} {strange[0]}")
