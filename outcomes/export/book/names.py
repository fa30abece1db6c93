"""Names of sheets that every spreadsheet takes: 31 units at most, no forbidden letter, none twice."""

import re

MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


class Names:
    """Given out one by one, each with its number, so that two long ones never become the same when they are cut."""

    def __init__(self, first: str):
        self.first = _fit(first, MOST)

    def take(self, number: int, text: str) -> str:
        """``07 Run chart, injury frequency``."""
        head = f"{number:02d} "
        return head + _fit(text, MOST - len(head))


def _fit(text: str, most: int) -> str:
    """Cut by the units that Excel counts: a letter outside the first plane takes two."""
    clean = " ".join(_FORBIDDEN.sub(" ", text).split())
    while _units(clean) > most:
        clean = clean[:-1]
    return clean.strip("' ") or "-"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
