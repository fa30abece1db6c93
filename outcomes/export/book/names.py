"""Names of sheets that every spreadsheet takes: 31 units at most, no forbidden letter, none twice."""

import re

MOST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")
_CUT = "…"


class Names:
    """Given out one by one, each with its number, so that two long ones never become the same when they are cut."""

    def __init__(self, first: str):
        self.first = _fit(first, MOST)

    def take(self, number: int, text: str, kind: str = "") -> str:
        """``07 Injury frequency months``: where there is no room, ``text`` is cut, and ``kind`` behind it is whole."""
        head = f"{number:02d} "
        tail = f" {_fit(kind, MOST // 2)}" if kind else ""
        return head + _fit(text, MOST - len(head) - _units(tail)) + tail


def _fit(text: str, most: int) -> str:
    """Cut by the units that Excel counts: a letter outside the first plane takes two. What is cut shows that it is."""
    clean = " ".join(_FORBIDDEN.sub(" ", text).split()).strip("' ")
    if _units(clean) > most:
        while _units(clean) > most - len(_CUT):
            clean = clean[:-1]
        whole, _, part = clean.rpartition(" ")
        clean = (whole if len(part) < len(whole) else clean).rstrip("' ") + _CUT
    return clean or "-"


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
