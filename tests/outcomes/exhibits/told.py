"""What an exhibit says, taken apart for the tests: its texts by place, the numbers in a text, the numbers behind it."""

import math
import re
from collections import Counter
from functools import cache
from statistics import median

from outcomes import catalogue, words
from outcomes.readings import FEWEST_TO_SHOW

_MONTHS = words.say("numbers.month_names", "en").split()
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_NUMERAL = re.compile(r"(?<![\w.])[+−]?\d[\d,]*(?:\.\d+)?|(?<=[^\x00-\x7f])[+−]?\d[\d,]*(?:\.\d+)?")
_LARGE = {"en": (r"(\d[\d,.]*) million", {"": 1e6}), "zh": (r"([−+]?\d[\d,.]*) ?([万亿])", {"万": 1e4, "亿": 1e8})}
_MONEY = re.compile(r"(?<=CNY )(−?)(\d[\d,.]*)([km])\b")
_SPELT = {name: n for n, name in enumerate(words.say("numbers.counts", "en").split(), start=1)}
_HANZI = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_BROKEN = re.compile(r"(?<![A-Za-z])(nan|NaN|NAN|None|inf|Inf|Infinity|infinity|∞|NaT)(?![A-Za-z])")

ACTIONS = ("A-NX01-01", "A-NX02-04", "A-SC01-01", "nobody")  # of the demonstration data, and one that there is not


def asked_for(entry, indicators: list[str], enterprises: list[str]) -> list[dict]:
    """What an exhibit of the table is asked for: each indicator, each enterprise, or nothing but itself."""
    if entry.of_indicator:
        return [{"indicator": one} for one in indicators]
    if entry.of_record:
        return [{"indicator": one} for one in sorted(catalogue.records())]
    if entry.of_action:
        return [{"indicator": None, "action": one} for one in ACTIONS]
    if getattr(entry, "of_enterprise", False):
        return [{"indicator": None, "enterprise": one} for one in enterprises]
    return [{"indicator": None}]


def figure_of(figure) -> dict:
    return figure.to_dict()


def walk(value, place: str = ""):
    """Every plain value inside lists, tuples and dicts, with its place."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from walk(each, f"{place}.{key}")
    elif isinstance(value, list | tuple) or hasattr(value, "tolist"):
        for index, each in enumerate(value if isinstance(value, list | tuple) else value.tolist()):
            yield from walk(each, f"{place}[{index}]")
    else:
        yield place, value


def texts(exhibit) -> dict[str, str]:
    """All that a reader reads or hears, by place; the figures' letters included, their fonts and colours not."""
    whole = {
        "title": exhibit.title,
        "subtitle": exhibit.subtitle,
        "alt": exhibit.alt,
        "notes": exhibit.notes,
        "table": exhibit.table,
        "reading": exhibit.reading,
        "rows": exhibit.rows,
        "why": exhibit.lineage.left_out_why if exhibit.lineage else [],
    }
    said = said_by_data(exhibit)  # once: a list of what to chase has thousands of texts
    return {place: _without(text, said) for place, text in walk(whole) if isinstance(text, str)}


_BY_DATA = re.compile(r"_(en|zh)$")


def said_by_data(exhibit) -> list[str]:
    """What the data say in two languages of their own (a title, a lesson), the longest first."""
    said = {value for row in exhibit.rows for name, value in row.items() if _BY_DATA.search(name) and value}
    return sorted(said, key=len, reverse=True)


def without_data(text: str, exhibit) -> str:
    """Without what the data say in two languages: its numbers are theirs to agree on."""
    return _without(text, said_by_data(exhibit))


def _without(text: str, said: list[str]) -> str:
    for one in said:
        text = text.replace(one, " ")
    return text


_LETTERS = re.compile(r"\.(text|hovertext|ticktext|hovertemplate)(\[\d+\])?$")


def drawn_texts(exhibit) -> dict[str, str]:
    """The letters of both drawings, by place."""
    found = {}
    for name in ("figure", "narrow"):
        if getattr(exhibit, name) is not None:
            for place, text in walk(figure_of(getattr(exhibit, name)), name):
                if isinstance(text, str) and ".template." not in place and _LETTERS.search(place):
                    found[place] = text
    return found


def broken(text: str) -> bool:
    """Does the text show a number that is none?"""
    return bool(_BROKEN.search(text))


def unfinite(value) -> list[str]:
    """Places that hold NaN or an infinity."""
    return [f"{place} = {each}" for place, each in walk(value) if isinstance(each, float) and not math.isfinite(each)]


def numerals(text: str, lang: str) -> Counter:
    """The numbers in digits, the same in both languages: month names are numbers, millions and 万 are written out."""
    text = re.sub(r"<[^>]*>", " ", text.replace("&lt;", "<"))
    if lang == "en":
        text = _MONTH.sub(lambda found: f" {_MONTHS.index(found[1]) + 1} ", text)
        text = _MONEY.sub(_in_full, text)
    pattern, sizes = _LARGE[lang]

    def written_out(found) -> str:
        size = sizes[found[2] if lang == "zh" else ""]
        sign, amount = re.match(r"([−+]?)(.*)", found[1]).groups()
        return f" {sign}{float(amount.replace(',', '')) * size:.0f} "

    text = re.sub(pattern, written_out, text)
    return Counter(_plain(found) for found in _NUMERAL.findall(text))


def _in_full(found: re.Match) -> str:
    sign, amount, size = found.groups()
    return f"{sign}{float(amount.replace(',', '')) * {'k': 1e3, 'm': 1e6}[size]:.0f}"


def _plain(numeral: str) -> str:
    return numeral.replace(",", "").rstrip(".")


def spelt(text: str, lang: str) -> Counter:
    """The numbers in words that a text holds, one to ten."""
    if lang == "en":
        return Counter(str(_SPELT[word]) for word in re.findall(r"[a-z]+", text.lower()) if word in _SPELT)
    return Counter(str(_HANZI[letter]) for letter in text if letter in _HANZI)


def disagree(english: str, chinese: str) -> str | None:
    """How the numbers of two texts differ; None when they are the same, a number in words counting as one in digits."""
    en, zh = numerals(english, "en"), numerals(chinese, "zh")
    only_en, only_zh = (en - zh) - spelt(chinese, "zh"), (zh - en) - spelt(english, "en")
    if not only_en and not only_zh:
        return None
    return f"only in English {dict(only_en)}, only in Chinese {dict(only_zh)}: {english!r} / {chinese!r}"


def without_names(text: str, lang: str) -> str:
    """The text without what the catalogue calls things: a unit may say "million" in one language alone."""
    for name in _numbered_names()[lang]:
        text = text.replace(name, " ")
    return text


@cache
def _numbered_names() -> dict[str, list[str]]:
    pairs = [pair for each in catalogue.indicators().values() for pair in (each.title, each.unit)]
    size = re.compile(r"\d|million|hundred|百|万")
    pairs = [pair for pair in pairs if any(size.search(text) for text in pair.values())]
    return {lang: sorted({pair[lang] for pair in pairs}, key=len, reverse=True) for lang in words.LANGUAGES}


def without_dates(text: str, lang: str) -> str:
    if lang == "zh":
        return re.sub(r"\d{4}年(\d{1,2}(–\d{1,2})?月)?(\d{1,2}日)?|\d{1,2}月(\d{1,2}日)?", " ", text)
    names = "|".join(_MONTHS)
    return re.sub(rf"(\b\d{{1,2}} )?\b({names})(–({names}))?\b( \d{{4}})?", " ", text)


def stands_behind(exhibit, numeral: str) -> bool:
    """Is this number of a sentence one of the exhibit's rows or cells, as rounded for the sentence?

    A ratio may be said as a movement ("a fall of 57%"), a share as a percentage.
    """
    value = abs(float(numeral.lstrip("+−")))
    half = 0.5 * 10.0 ** -len(numeral.partition(".")[2]) * 1.0001 + 1e-12 * value
    for number in _behind(exhibit):
        for said in (number, 100 * number, 100 * (number - 1)):
            if abs(abs(said) - value) <= half:
                return True
    return False


def _behind(exhibit):
    for _, value in walk([exhibit.rows, exhibit.results]):
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield float(value)
    for _, cell in walk(exhibit.table):
        for numeral in numerals(cell, "en"):
            yield float(numeral.lstrip("+−"))


def counted(exhibit) -> set[int]:
    """Numbers that a sentence may say because they are counted from the rows: all of them, or those alike in a column."""
    rows = exhibit.rows
    found = {len(rows)}
    for column in exhibit.columns:
        values = [row.get(column) for row in rows]
        found |= set(Counter(value for value in values if isinstance(value, str | bool)).values())
        found |= {sum(value is not None for value in values), sum(bool(value) for value in values)}
    special = _COUNTED.get(exhibit.id.split("-")[0])
    return found | (special(rows) if special else set())


def _forest(rows: list[dict]) -> set[int]:
    return {sum(row["reading"] not in ("improved", "worse", "unclear") for row in rows)}


def _several(rows: list[dict]) -> set[int]:
    family = [row for row in rows if row["in_family"]]
    clear = sum(row["reading"] != "unclear" for row in family)
    return {clear, sum(row["clear_among_all"] is True for row in rows), len(family)}


def _run(rows: list[dict]) -> set[int]:
    """Length of the last run on one side of the baseline's median, and how many baseline months there are."""
    pilot = [row for row in rows if row["arm"] == "pilot" and row["value"] is not None]
    baseline = [row["value"] for row in pilot if row["phase"] == "baseline"]
    sides = [row["value"] > median(baseline) for row in pilot if baseline and row["phase"] != "baseline"]
    off = [row["value"] != median(baseline) for row in pilot if baseline and row["phase"] != "baseline"]
    sides = [side for side, apart in zip(sides, off, strict=True) if apart]
    run = next((n for n, side in enumerate(reversed(sides)) if side != sides[-1]), len(sides))
    return {run, len(baseline)}


def _pairs(rows: list[dict]) -> set[int]:
    both = [row["after"] - row["before"] for row in rows if row["before"] is not None and row["after"] is not None]
    most = {sum(move > 0 for move in both), sum(move < 0 for move in both)}
    return set(range(max(most, default=0) + 1)) | {len(both) - n for n in range(len(both) + 1)}


def _control(rows: list[dict]) -> set[int]:
    return {sum(bool(row.get("rules")) and row["phase"] != "baseline" for row in rows)}


def _panel(rows: list[dict]) -> set[int]:
    count = {row["what"]: row["count"] for row in rows}
    return {count["before"] - count["both"]}


def _threshold(_rows: list[dict]) -> set[int]:
    """The other windows may have too few enterprises, and the sentence says what too few is."""
    return {FEWEST_TO_SHOW}


_COUNTED = {
    "forest": _forest,
    "outcomes": _forest,
    "same": _threshold,
    "several": _several,
    "run": _run,
    "pairs": _pairs,
    "control": _control,
    "panel": _panel,
}


def unfounded(exhibit, lang: str) -> list[str]:
    """Numbers of the title that neither the rows nor the table know; none where there is nothing but a sentence."""
    if exhibit.state:
        return []
    title = without_names(without_dates(without_data(exhibit.title, exhibit), lang), lang)
    for code in {str(row["enterprise"]) for row in exhibit.rows if row.get("enterprise")}:
        title = title.replace(code, " ")  # a code is a name, whatever digits are in it
    found = numerals(title, lang)
    known = counted(exhibit)
    printed = (
        set().union(*(numerals(cell, lang) for line in exhibit.table for cell in line)) if exhibit.table else set()
    )
    return [
        one
        for one in found
        if not (one.isdigit() and int(one) in known) and not stands_behind(exhibit, one) and one not in printed
    ]
