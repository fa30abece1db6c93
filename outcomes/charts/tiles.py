"""Districts as equal tiles, roughly as they lie: a schematic without boundaries, on which every place counts the same.

A group is {title, tiles}. A tile is {code, name, at (column, row), reading (a code, or None without a pilot enterprise),
word, change, interval, why, both, enrolled, count, chosen, hover}. What may not be shown is not in it. Colour comes from
the reading and never stands without its word; a tile of nobody only holds the place open.
"""

import plotly.graph_objects as go

from outcomes.charts.look import Look
from outcomes.charts.tile_paper import TilePaper

_BETWEEN = 0.35  # of a tile, between two groups
_SIDE_BY_SIDE, _FEWEST = 5, 4.4  # tiles a line: more than this go below one another, fewer leave room at the right
_ON_A_PHONE = 3


def tiles(groups: list[dict], look: Look, lang: str, narrow: bool = False, width: float = 560) -> go.Figure | None:
    """The figure, or None without a tile; ``narrow`` is for a phone, three tiles a line."""
    groups = [_reflowed(group) if narrow else group for group in groups if group["tiles"]]
    if not groups:
        return None
    wide = [1 + max(tile["at"][0] for tile in group["tiles"]) for group in groups]
    beside = not narrow and sum(wide) + _BETWEEN * (len(wide) - 1) <= _SIDE_BY_SIDE
    across = sum(wide) + _BETWEEN * (len(wide) - 1) if beside else max(wide)
    across = max(across, _ON_A_PHONE if narrow else _FEWEST)
    paper = TilePaper(look, lang, (345 if narrow else width * look.scale) / across, _high(groups, look))
    left = top = 0.0
    for group, columns in zip(groups, wide, strict=True):
        bottom = paper.group(group, left, top)
        paper.bottom = max(paper.bottom, bottom)
        left, top = (left + columns + _BETWEEN, 0.0) if beside else (0.0, bottom + 14 * look.scale)
    return paper.figure(across)


def _reflowed(group: dict) -> dict:
    """On a phone more than three columns do not fit: the tiles follow each other in reading order instead."""
    if max(tile["at"][0] for tile in group["tiles"]) < _ON_A_PHONE:
        return group
    order = sorted((tile for tile in group["tiles"] if tile["enrolled"]), key=lambda t: (t["at"][1], t["at"][0]))
    return {**group, "tiles": [{**t, "at": (i % _ON_A_PHONE, i // _ON_A_PHONE)} for i, t in enumerate(order)]}


def _high(groups: list[dict], look: Look) -> float:
    """Tiles are as high as what the fullest of them says."""
    told = [tile for group in groups for tile in group["tiles"]]
    return (118 if any(tile["change"] for tile in told) else 96) * look.scale
