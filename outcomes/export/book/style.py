"""How the cells of the workbook look: the colours of the screen, dates as dates, figures as they are."""

from outcomes.charts.look import LIGHT


class Style:
    """One format a kind of cell; a workbook keeps each only once."""

    def __init__(self, book):
        plain = {"font_color": LIGHT.ink, "valign": "top"}
        head = {**plain, "bold": True, "text_wrap": True, "bg_color": LIGHT.panel, "bottom": 1}
        self.title = book.add_format({**plain, "bold": True, "font_size": 15})
        self.label = book.add_format({**plain, "bold": True})
        self.prose = book.add_format({**plain, "text_wrap": True})
        self.head = book.add_format({**head, "bottom_color": LIGHT.rule})
        self.text = book.add_format({**plain, "num_format": "@"})
        self.number = book.add_format(plain)  # no rounding: the cell holds what the exhibit holds
        self.day = book.add_format({**plain, "num_format": "yyyy-mm-dd", "align": "left"})
        self.month = book.add_format({**plain, "num_format": "yyyy-mm", "align": "left"})
        self.link = book.add_format({"font_color": LIGHT.ink2, "underline": 1, "valign": "top"})
