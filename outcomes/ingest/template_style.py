"""How the workbooks that we write look: a light band of headers, quiet units, the colours of the charts."""

from outcomes.charts.look import LIGHT

_FORMATS = {"date": "yyyy-mm-dd", "month": "yyyy-mm", "whole": "#,##0", "number": "#,##0.##########"}

_ALIGN = {"date": "left", "month": "left"}


class Style:
    """The formats of one workbook; a format belongs to the workbook in which it was made."""

    def __init__(self, book):
        self.tab, self.optional_tab = LIGHT.action, LIGHT.rule
        band = {"bg_color": LIGHT.panel, "font_color": LIGHT.ink, "bottom": 1, "bottom_color": LIGHT.rule}
        band |= {"text_wrap": True, "valign": "vcenter", "right": 1, "right_color": LIGHT.rule}
        self.header = book.add_format({**band, "bold": True})
        self.key = book.add_format({**band, "bold": True, "bg_color": LIGHT.improvement_tint})
        self.unit = book.add_format({**band, "bg_color": LIGHT.page, "font_color": LIGHT.ink3, "font_size": 9})
        self.title = book.add_format({"bold": True, "font_size": 16, "font_color": LIGHT.ink})
        self.subtitle = book.add_format({"font_size": 11, "font_color": LIGHT.ink2})
        self.heading = book.add_format({"bold": True, "font_size": 12, "font_color": LIGHT.action})
        self.prose = book.add_format({"text_wrap": True, "valign": "top", "font_color": LIGHT.ink})
        self.quiet = book.add_format({"text_wrap": True, "valign": "top", "font_color": LIGHT.ink2})
        self.table = book.add_format(
            {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": LIGHT.grid, "font_color": LIGHT.ink}
        )
        self._cells = {
            kind: book.add_format({"num_format": pattern, "align": _ALIGN.get(kind, "right")})
            for kind, pattern in _FORMATS.items()
        }
        self._text = book.add_format({"num_format": "@"})

    def cell(self, kind: str):
        """The format of a data cell: codes are text, so that 330503 stays what was typed."""
        return self._cells.get(kind, self._text)
