"""The look: colours named by meaning, marks that go with them, one Plotly template. The only colours in the code.

Colour is kept for judgement (improved, worse) and never stands alone: a mark and a word go with it. Before is hollow
and grey, after is filled and ink; a comparison group is dashed, hollow and named.
"""

from dataclasses import dataclass, fields, replace
from functools import cache

FAMILY = "IBM Plex Sans, Noto Sans SC, Noto Sans CJK SC, PingFang SC, Microsoft YaHei, sans-serif"
SMALLEST = 11  # px: no letter in a chart is smaller


@dataclass(frozen=True)
class Look:
    """The tokens of one theme, and the size of letters (13 on a page; a slide asks for more)."""

    kind: str
    page: str
    panel: str
    ink: str
    ink2: str
    ink3: str
    rule: str
    grid: str
    improvement: str
    concern: str
    unclear: str
    improvement_tint: str
    concern_tint: str
    unclear_tint: str
    baseline: str
    pilot: str
    comparison: str
    action: str
    training: str
    training_text: str
    size: float = 13

    @property
    def small(self) -> float:
        """Axis letters and second lines."""
        return max(SMALLEST, self.size - 1)

    @property
    def least(self) -> float:
        return max(SMALLEST, self.size - 2)

    @property
    def scale(self) -> float:
        """How much larger than on a page everything is drawn."""
        return self.size / 13

    def tone(self, reading: str) -> str:
        return getattr(self, TONE[reading])

    def tint(self, reading: str) -> str:
        return {"improved": self.improvement_tint, "worse": self.concern_tint}.get(reading, self.unclear_tint)


LIGHT = Look(
    kind="light",
    page="#FFFFFF",
    panel="#F3F5F8",
    ink="#14212B",
    ink2="#46545F",
    ink3="#5D6A75",
    rule="#DCE2E8",
    grid="#E9EDF0",
    improvement="#0A66C2",
    concern="#B8470A",
    unclear="#686B6E",
    improvement_tint="#E8F1FB",
    concern_tint="#FDEFE6",
    unclear_tint="#F0F2F4",
    baseline="#83888D",
    pilot="#14212B",
    comparison="#76692B",
    action="#1D2F6F",
    training="#FFF6DA",
    training_text="#6A5200",
)
DARK = Look(
    kind="dark",
    page="#0E1720",
    panel="#18242F",
    ink="#F3F6F8",
    ink2="#C2CCD5",
    ink3="#97A4B0",
    rule="#2C3A47",
    grid="#223040",
    improvement="#5CB3FF",
    concern="#FF9E57",
    unclear="#B9BDC1",
    improvement_tint="#12314D",
    concern_tint="#43270F",
    unclear_tint="#22303C",
    baseline="#868C92",
    pilot="#F3F6F8",
    comparison="#CDBD72",
    action="#A9BBFF",
    training="#35301A",
    training_text="#F2DC8C",
)

# A reading is never colour alone: it has a mark and a word ([chart.reading] in words).
READINGS = ("improved", "worse", "unclear", "values_only", "hidden", "incomplete", "neutral")
MARK = {
    "improved": "▲",
    "worse": "▼",
    "unclear": "●",
    "values_only": "○",
    "hidden": "○",
    "incomplete": "○",
    "neutral": "◆",
}
SYMBOL = {
    "improved": "circle",
    "worse": "diamond",
    "unclear": "circle-open",
    "values_only": "circle-open",
    "hidden": "circle-open",
    "incomplete": "circle-open",
    "neutral": "square",
}
TONE = {
    "improved": "improvement",
    "worse": "concern",
    "unclear": "unclear",
    "values_only": "unclear",
    "hidden": "unclear",
    "incomplete": "unclear",
    "neutral": "ink2",
}

# Handed to st.plotly_chart: a chart here is read, not zoomed.
CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def look_of(kind: str | None, size: float = 13) -> Look:
    """The tokens for the viewer's theme; light when it is not known."""
    chosen = DARK if kind == "dark" else LIGHT
    return chosen if size == chosen.size else replace(chosen, size=size)


def colours(look: Look) -> set[str]:
    """Every colour of one theme: what a figure may use."""
    values = (getattr(look, f.name) for f in fields(look))
    return {v for v in values if isinstance(v, str) and v.startswith("#")}


@cache
def template(look: Look) -> dict:
    """The Plotly template of one look, as a plain dict."""
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": look.rule,
        "linewidth": 1,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": look.rule,
        "automargin": True,
        "fixedrange": True,
        "layer": "below traces",
        "tickfont": {"size": look.small, "color": look.ink3},
    }
    layout = {
        "font": {"family": FAMILY, "size": look.size, "color": look.ink2},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [look.pilot, look.comparison, look.unclear, look.baseline],
        "margin": {"l": 8, "r": 12, "t": 8, "b": 32},
        "showlegend": False,
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": look.page,
            "bordercolor": look.rule,
            "font": {"family": FAMILY, "size": look.size, "color": look.ink},
            "align": "left",
        },
        "xaxis": axis,
        "yaxis": {**axis, "showgrid": True, "gridcolor": look.grid, "showline": False, "ticks": ""},
        "annotationdefaults": {"showarrow": False, "font": {"size": look.small, "color": look.ink2}},
        "separators": ".,",
        "dragmode": False,
    }
    return {"layout": layout}
