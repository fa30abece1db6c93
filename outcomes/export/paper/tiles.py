"""The tiles on paper: the same four as on the first screen, with the same texts."""

from outcomes import words
from outcomes.exhibits import Asked, series, tell
from outcomes.exhibits.change import Change
from outcomes.exhibits.delivery import Savings
from outcomes.export.paper.pictures import Pictures
from outcomes.words import numbers

DOTS = 30  # up to here a dot stands for an enterprise


def of_change(asked: Asked, change: Change, pictures: Pictures) -> dict:
    """One figure with its direction, what it was, how sure we are, and who reported."""
    shown, lang = tell.shown(change), asked.lang
    code = "incomplete" if change.reading.code == "no_data" else change.reading.code
    told = tell.amount(change, lang) if code not in ("values_only", "incomplete") else tell.why(change, lang)
    return {
        "label": words.pick(change.indicator.short, lang),
        "unit": "" if change.indicator.share else words.pick(change.indicator.unit, lang),
        "direction": asked.say(f"paper.direction.{change.indicator.better}"),
        "value": tell.value(change.indicator, change.after, lang) if shown else asked.say("ui.tile.not_shown"),
        "was": asked.say("ui.tile.was", value=tell.value(change.indicator, change.before, lang)) if shown else "",
        "reading": code if shown else "hidden",
        "word": asked.say(f"chart.reading.{code if shown else 'hidden'}"),
        "change": told if shown else tell.why(change, lang),
        "n": asked.say("paper.n_both", n=change.n),
        "spark": pictures.spark(series(asked, change.indicator.id)) if shown else "",
        **_dots(asked, change.reporting, change.enrolled, "ui.reporting"),
    }


def of_money(asked: Asked, money: Savings, pictures: Pictures) -> dict:
    """A sum is no change: it is context, with how many of the savings told are verified."""
    figure = money.figure
    hidden = bool(figure.state)
    return {
        "label": words.pick(figure.indicator.short, asked.lang),
        "unit": "",
        "direction": asked.say("paper.direction.neutral"),
        "value": asked.say("ui.tile.not_shown") if hidden else numbers.money(figure.value, asked.lang),
        "was": "",
        "reading": "hidden" if hidden else "neutral",
        "word": asked.say(f"chart.reading.{'hidden' if hidden else 'neutral'}"),
        "change": asked.say("state.suppressed")
        if hidden
        else asked.say("delivery.verified_of", k=money.verified, n=money.told),
        "n": "",
        "spark": "" if hidden else pictures.spark(money.series),
        **_dots(asked, figure.of or 0, len({one["enterprise"] for one in asked.pilots}), "delivery.saved_in"),
    }


def _dots(asked: Asked, reporting: int, enrolled: int, key: str) -> dict:
    return {
        "dots": [place < reporting for place in range(enrolled)] if enrolled <= DOTS else [],
        "reporting": asked.say(key, n=numbers.number(reporting), of=numbers.number(enrolled)),
    }
