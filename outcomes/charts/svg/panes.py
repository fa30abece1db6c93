"""A figure with a second pair of axes (x2, y2) as two figures of one pair each, drawn on the same sheet.

The second pane's axes are anchored to each other and have a domain of their own; what refers to the paper, and all that
names no axes, belongs to the first.
"""

_SECOND = ("x2", "y2")


def panes(whole: dict) -> list[dict]:
    """One dict a pane, in drawing order; a figure with one pair of axes is given back as it is."""
    layout = whole["layout"]
    if not {"xaxis2", "yaxis2"} & layout.keys():
        return [whole]
    first = {key: value for key, value in layout.items() if key not in ("xaxis2", "yaxis2")}
    second = {**first, "xaxis": _alone(layout["xaxis2"]), "yaxis": _alone(layout["yaxis2"])}
    found = []
    for at, told in enumerate((first, second)):
        for key in ("shapes", "annotations"):
            told[key] = [_renamed(one) for one in layout.get(key) or [] if _on_second(one, "xref", "yref") == bool(at)]
        data = [_renamed(one) for one in whole["data"] if _on_second(one, "xaxis", "yaxis") == bool(at)]
        found.append({**whole, "data": data, "layout": told})
    return found


def _on_second(one: dict, *names: str) -> bool:
    return any(one.get(name) in _SECOND for name in names)


def _renamed(one: dict) -> dict:
    """As if it stood on the only axes there are."""
    told = {key: value for key, value in one.items() if key not in ("xaxis", "yaxis")}
    return told | {key: told[key].removesuffix("2") for key in ("xref", "yref") if key in told}


def _alone(axis: dict) -> dict:
    return {key: value for key, value in axis.items() if key != "anchor"}
