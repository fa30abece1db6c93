"""Which exhibits stand in a workbook: those of the choice as a whole, then those of each headline measure."""

from dataclasses import dataclass

from outcomes import words
from outcomes.exhibits import Asked, Exhibit, registry
from outcomes.exhibits.kept import kept

# of each headline measure; the other doubts about it are there for a measure that is asked for by name
_OF_EACH = ("outcome", "run-chart", "rate-ratio", "pairs", "comparison")


@dataclass(frozen=True)
class Wanted:
    """An exhibit of the registry, with its indicator where it is of one."""

    name: str
    indicator: str | None = None

    def build(self, asked: Asked) -> Exhibit:
        return kept(registry.build, asked, self.name, self.indicator)


def chosen(asked: Asked, indicators: list[str] | None = None) -> list[Wanted]:
    """Everything of the choice and, measure by measure, what is told of each; all of it for ``indicators`` by name.

    One enterprise's profile and one action's card are left to the page that opens them: their rows stand in the
    sheets of all enterprises and of all actions.
    """
    entries = registry.EXHIBITS.items()
    plain = [name for name, one in entries if not (_of_one(one) or one.of_two)]
    two = [name for name, one in entries if one.of_two and asked.base is not None]
    of_indicator = [name for name, one in entries if one.of_indicator and name != "leading"]  # that is run-chart again
    measures, each = indicators or headline(asked), of_indicator if indicators else _OF_EACH
    found = [Wanted(name) for name in (*plain, *two)]
    found += [
        Wanted(name, one) for one in measures for name in each if name in of_indicator and one not in asked.db.records
    ]
    records = [one for one in measures if one in asked.db.records] if indicators else sorted(asked.db.records)
    return found + [Wanted("record", one) for one in records]


def headline(asked: Asked) -> list[str]:
    every = asked.db.indicators
    return sorted((one for one in every if every[one].tier == "headline"), key=lambda one: (every[one].order, one))


def title(asked: Asked, one: Wanted) -> str:
    """What the sheet is called: the measure in short, and the kind of exhibit."""
    name = kind(one.name, asked.lang)
    return (
        name if one.indicator is None else asked.say("export.book.of_measure", measure=_measure(asked, one), kind=name)
    )


def tab(asked: Asked, one: Wanted) -> tuple[str, str]:
    """What stands on its tab: what may be cut when there is no room, and what may not. The measure is told first."""
    if one.indicator is None:
        return kind(one.name, asked.lang), ""
    key = f"export.tab.{one.name}"
    return _measure(asked, one), words.say(key, asked.lang) if words.has(key) else kind(one.name, asked.lang)


def _measure(asked: Asked, one: Wanted) -> str:
    every = asked.db.records if one.name == "record" else asked.db.indicators
    return words.pick(every[one.indicator].short, asked.lang) if one.indicator in every else one.indicator


def kind(name: str, lang: str) -> str:
    key = f"export.sheet.{name}"
    return words.say(key, lang) if words.has(key) else name


def _of_one(entry: registry.Named) -> bool:
    return entry.of_indicator or entry.of_enterprise or entry.of_record or entry.of_action
