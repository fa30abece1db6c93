"""How the cells of the workbook look: the colours of the screen, dates as dates, figures in the format of their column."""

from outcomes.charts.look import LIGHT


class Style:
    """One format a kind of cell; a workbook keeps each only once."""

    def __init__(self, book):
        plain = {"font_color": LIGHT.ink, "valign": "top"}
        head = {**plain, "bold": True, "text_wrap": True, "bg_color": LIGHT.panel, "bottom": 1}
        self.title = book.add_format({**plain, "bold": True, "font_size": 15, "text_wrap": True})
        self.part = book.add_format({**plain, "bold": True, "font_size": 12})
        self.label = book.add_format({**plain, "bold": True})
        self.prose = book.add_format({**plain, "text_wrap": True})
        self.head = book.add_format({**head, "bottom_color": LIGHT.rule})
        self.head_of_figures = book.add_format({**head, "bottom_color": LIGHT.rule, "align": "right"})
        self.text = book.add_format({**plain, "num_format": "@"})
        self.long = book.add_format({**plain, "num_format": "@", "text_wrap": True})
        self.number = book.add_format(plain)
        self.count = book.add_format({**plain, "align": "left"})
        self.day = book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"})
        self.month = book.add_format({**plain, "num_format": "yyyy-mm", "align": "left"})
        self.link = book.add_format({"font_color": LIGHT.ink2, "underline": 1, "valign": "top"})
        self._book, self._plain, self._figures = book, plain, {}

    def figure(self, shown: str):
        """``shown``: how a spreadsheet is told to show a number, from ``figures``."""
        if shown not in self._figures:
            self._figures[shown] = self._book.add_format({**self._plain, "num_format": shown, "align": "right"})
        return self._figures[shown]
