"""A change in words and figures, in the reader's language; both languages are made from the same values."""

from outcomes import words
from outcomes.catalogue import Indicator
from outcomes.exhibits.change import Change
from outcomes.words import numbers

_SHOWN = ("improved", "worse", "unclear", "values_only", "neutral", "incomplete")


def value(indicator: Indicator, amount: float | None, lang: str) -> str:
    """One value of the indicator as it stands in text: 3.4%, 17.3, 104."""
    if amount is None:
        return words.say("reading.missing", lang)
    if indicator.share:
        return numbers.percent(amount, lang=lang)
    return numbers.number(amount, indicator.decimals, lang)


def shown(change: Change) -> bool:
    """May the figures behind this reading be printed at all?"""
    return change.reading.code in _SHOWN


def word(change: Change, lang: str) -> str:
    return words.say(f"reading.{change.reading.code}", lang)


def why(change: Change, lang: str) -> str:
    """The rule that decided the reading, as a sentence."""
    return words.say(
        f"reading.why.{change.reading.reason}",
        lang,
        n=change.n,
        reporting=change.reporting,
        enrolled=change.enrolled,
        coverage=numbers.percent(100 * (change.coverage or 0), 0, lang),
    )


def amount(change: Change, lang: str) -> str:
    """+27 points (+9 to +38) or ×0.43 (0.10 to 1.53); empty when there is no estimate to show."""
    if not shown(change) or change.estimate is None:
        return ""
    whole = change.lo is not None and change.hi is not None
    if change.scale == "ratio":
        if whole:
            return numbers.ratio_interval(change.estimate, change.lo, change.hi, lang)
        return numbers.ratio(change.estimate, lang)
    places = _places(change)
    if not change.indicator.share:
        low_high = numbers.interval(change.lo, change.hi, lang, lambda v: numbers.signed(v, places)) if whole else ""
        told = numbers.signed(change.estimate, places)
        return numbers.beside(told, low_high, lang) if low_high else told
    if whole:
        return numbers.points_interval(change.estimate, change.lo, change.hi, lang, places)
    return numbers.points(change.estimate, lang, places)


def sentence(change: Change, lang: str) -> str:
    """The finding of one indicator, with its hedge inside the sentence."""
    code = change.reading.code
    places = {
        "name": words.pick(change.indicator.short, lang),
        "before": value(change.indicator, change.before, lang),
        "after": value(change.indicator, change.after, lang),
        "change": amount(change, lang),
        "n": change.n,
        "reporting": change.reporting,
        "enrolled": change.enrolled,
    }
    if code == "unclear":
        if change.lo is None or change.hi is None:
            return words.say("sentence.unclear_no_interval", lang, **places)
        places |= {"low": move(change, change.lo, lang), "high": move(change, change.hi, lang)}
    if change.reading.reason == "public":  # the threshold outside is another one
        code = "hidden_public"
    return words.say(f"sentence.{code}", lang, **places)


def move(change: Change, bound: float, lang: str) -> str:
    """One end of an interval as a movement: "a fall of 90%", "a rise of 3 points", "no change"."""
    if change.scale == "ratio":
        if bound == float("inf"):
            return words.say("sentence.any_rise", lang)
        percent = round(100 * (bound - 1))
        size, text = percent, f"{abs(percent)}%"
    else:
        places = _places(change)
        size = round(bound, places)
        text = numbers.number(abs(size), places, lang)
        if change.indicator.share:
            text = words.say("sentence.points", lang, size=text)
    kind = "same" if size == 0 else "rise" if size > 0 else "fall"
    return words.say(f"sentence.{kind}", lang, size=text)


def _places(change: Change) -> int:
    """Decimals of a change in points: one below ten, so that a small change is not rounded away."""
    if not change.indicator.share:
        return change.indicator.decimals
    return 0 if abs(change.estimate or 0) >= 9.95 else 1
