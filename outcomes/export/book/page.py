"""How a sheet lies on a screen and on paper: lines over several columns, a head that stays in sight, a readable print."""

from outcomes.export.book import room

_SPAN = 116  # letters: how wide the lines of text are, so that they fit a screen and a page
_EMPTY = 8  # letters: a column without rows, by the format
_A4 = 9  # its number in the format
_MARGINS = (0.4, 0.4, 0.5, 0.6)  # inches: left, right, top, bottom
_PAGE = 140  # letters that a page of A4 across takes in full size
_SMALLEST = 60  # per cent: print that is made smaller is hard to read
_SCREEN = 150  # letters: a table that is wider is moved sideways, and its first column has to stay
_PLAIN = 11  # points: the size of letters in which widths are counted


class Over:
    """Lines of text above and below a table: label in the first column, text merged over the others and wrapped."""

    def __init__(self, sheet, widths: list[int], least: int, span: int = _SPAN):
        self.sheet, self.widths = sheet, list(widths) or [least]
        for place, width in enumerate(self.widths):
            sheet.set_column(place, place, width)
        self.wide = sum(self.widths)  # of the table alone
        self.last, self.letters = 1, self._of(1)
        while self.letters + self._of(self.last + 1) <= span:
            self.last += 1
            self.letters += self._of(self.last)

    def _of(self, place: int) -> int:
        return self.widths[place] if place < len(self.widths) else _EMPTY

    def title(self, line: int, text: str, look) -> None:
        """From the first column on; larger letters take more room."""
        large = look.font_size / _PLAIN
        letters = (self.widths[0] + self.letters) / large
        self.sheet.merge_range(line, 0, line, self.last, "", look)
        self.sheet.write_string(line, 0, text, look)
        self.sheet.set_row(line, room.height(text, letters, large))

    def lines(self, line: int, told: list[tuple[str, str]], style) -> int:
        """The first line after them."""
        for label, text in told:
            self.sheet.write_string(line, 0, label, style.label)
            if self.last > 1:
                self.sheet.merge_range(line, 1, line, self.last, "", style.prose)
            self.sheet.write_string(line, 1, text, style.prose)
            self.sheet.set_row(line, room.height(text, self.letters))
            line += 1
        return line


def kept_in_sight(sheet, head: int, over: Over) -> None:
    """All down to the head stays; of a table wider than a screen the first column too, by which a row is known."""
    sheet.freeze_panes(head + 1, 1 if over.wide > _SCREEN else 0)


def printed(sheet, over: Over, head: int | None = None) -> None:
    """A page wide where that can be read; else in readable size over several pages, each with head and first column."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(*_MARGINS)
    sheet.set_footer("&L&A&R&P / &N")
    if over.wide * _SMALLEST / 100 <= _PAGE:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(_SMALLEST)
        sheet.repeat_columns(0)
    if head is not None:
        sheet.repeat_rows(head)
