"""The checklist: which practices were in place before and after, item by item and enterprise by enterprise.

Yes counts one, partly and no count nothing; what does not apply on either side is left out. The pairs of one item are
judged by McNemar's exact test; a single enterprise shows values only.
"""

from outcomes import readings, stats
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used, of_units
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated, suppressed, withheld
from outcomes.exhibits.record import recorded
from outcomes.readings import FEWEST_TO_SHOW

IN_PLACE = "practices_in_place"
COLUMNS = (
    "what",
    "practice",
    "enterprise",
    "modules",
    "practice_en",
    "practice_zh",
    "n",
    "before_yes",
    "after_yes",
    "before_partly",
    "after_partly",
    "before",
    "after",
    "gained",
    "lost",
    "difference",
    "lo",
    "hi",
    "p",
    "method",
    "not_applicable",
    "without_after",
    "reading",
)


def practices(asked: Asked) -> Exhibit:
    """A row an item, then a row an enterprise; ``results``: the whole, as the indicator has it."""
    if held := withheld(asked, "practices"):
        return held
    answer = asked.ask("assessments")
    pairs = [row for row in answer.rows if _paired(row)]
    if not pairs:
        key = "practice.no_after" if answer.rows else "practice.no_checklist"
        return stated(asked, "practices", "empty", asked.say(key), asked.say("practice.no_checklist_do"))
    assessed = {row["enterprise"] for row in pairs}
    if len(assessed) < FEWEST_TO_SHOW:
        return suppressed(asked, "practices")
    enrolled = len({row["enterprise"] for row in asked.pilots})
    items = [_item(rows, enrolled) for rows in _by(answer.rows, ("modules", "practice")).values()]
    works = [_enterprise(rows) for rows in _by(answer.rows, ("enterprise",)).values()]
    rows = [*items, *(row for row in works if row["n"])]
    left = len(answer.rows) - len(pairs)
    whole = recorded(asked, [IN_PLACE])[IN_PLACE]
    title = _title(asked, pairs, assessed)
    return Exhibit(
        id="practices",
        title=title,
        subtitle=asked.say("practice.checklist_about", n=len(assessed), enrolled=enrolled, items=len(items)),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=rows,
        notes=[asked.say("practice.checklist_rule"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(
            asked,
            [asked.db.records[IN_PLACE]],
            answer,
            _used(asked, pairs),
            left,
            [asked.say("practice.unpaired", n=left)],
        ),
        results=[{"estimate": whole.value, **_total(pairs), "enterprises": len(assessed), "enrolled": enrolled}],
        table=_table(asked, rows),
    )


def _used(asked: Asked, pairs: list[dict]) -> Used:
    """Each pair of answers with both of its rows: yes is one, anything else nothing."""
    units = []
    for row in pairs:
        before, after = (float(row[f"{side}_answer"] == "yes") for side in ("before", "after"))
        name = f"{row['enterprise']} {row['practice']}"
        units.append({**row, "indicator": IN_PLACE, "unit": name, "before": before, "after": after})
    return of_units(asked, units)


def _paired(row: dict) -> bool:
    return all(row[f"{side}_answer"] not in (None, "na") for side in ("before", "after"))


def _by(rows: list[dict], keys: tuple[str, ...]) -> dict[tuple, list[dict]]:
    found: dict[tuple, list[dict]] = {}
    for row in rows:
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    return found


def _total(pairs: list[dict]) -> dict:
    """Counts over pairs of answers: how many yes on each side, how many turned to yes and away from it."""
    yes = {side: [row[f"{side}_answer"] == "yes" for row in pairs] for side in ("before", "after")}
    moved = list(zip(yes["before"], yes["after"], strict=True))
    n = len(pairs)
    return {
        "n": n,
        "before_yes": sum(yes["before"]),
        "after_yes": sum(yes["after"]),
        "before": 100 * sum(yes["before"]) / n if n else None,
        "after": 100 * sum(yes["after"]) / n if n else None,
        "gained": sum(after and not before for before, after in moved),
        "lost": sum(before and not after for before, after in moved),
    }


def _item(rows: list[dict], enrolled: int) -> dict:
    """One item over the enterprises: hidden with fewer than three, values only with fewer than six."""
    pairs = [row for row in rows if _paired(row)]
    told = _total(pairs)
    n, yes = told["n"], told["before_yes"]
    found = stats.paired_shares(yes - told["lost"], told["gained"], told["lost"], n - yes - told["gained"])
    asked_of = len({row["enterprise"] for row in rows if _paired(row) or "na" in _answers(row)})
    reading = readings.read("higher", n, asked_of / enrolled if enrolled else None, found.lo, found.hi, 0)
    code = reading.code
    if code in ("improved", "worse") and found.p > 1 - found.confidence:
        code = "unclear"  # with few pairs the interval leaves out zero before the exact test does; the test decides
    judged = code in ("improved", "worse", "unclear")
    row = {
        "what": "item",
        **{key: rows[0][key] for key in ("practice", "modules", "practice_en", "practice_zh")},
        "n": n,
        "not_applicable": sum("na" in _answers(row) for row in rows),
        "without_after": sum(row["after_answer"] is None for row in rows),
        "method": found.method,
        "reading": code,
    }
    if code not in ("hidden", "no_data"):
        row |= told | {f"{side}_partly": _count(pairs, side, "partly") for side in ("before", "after")}
    if judged:
        row |= {"difference": 100 * found.difference, "lo": 100 * found.lo, "hi": 100 * found.hi, "p": found.p}
    return {**dict.fromkeys(COLUMNS), **row}


def _enterprise(rows: list[dict]) -> dict:
    pairs = [row for row in rows if _paired(row)]
    row = {
        "what": "enterprise",
        "enterprise": rows[0]["enterprise"],
        **_total(pairs),
        "not_applicable": sum("na" in _answers(row) for row in rows),
        "without_after": sum(row["after_answer"] is None for row in rows),
    }
    return {**dict.fromkeys(COLUMNS), **row}


def _answers(row: dict) -> tuple:
    return row["before_answer"], row["after_answer"]


def _count(pairs: list[dict], side: str, answer: str) -> int:
    return sum(row[f"{side}_answer"] == answer for row in pairs)


def _title(asked: Asked, pairs: list[dict], assessed: set[str]) -> str:
    told = _total(pairs)
    return asked.say(
        "practice.checklist_title",
        before=f"{told['before']:.0f}%",
        after=f"{told['after']:.0f}%",
        gained=told["gained"],
        lost=told["lost"],
        n=len(assessed),
    )


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    heads = [
        asked.say(f"practice.head_{name}") for name in ("item", "n", "before", "after", "gained", "lost", "reading")
    ]
    return [heads, *([row[f"practice_{asked.lang}"] or row["enterprise"], *_figures(asked, row)] for row in rows)]


def _figures(asked: Asked, row: dict) -> list[str]:
    shown = ["–" if row[key] is None else str(row[key]) for key in ("n", "before_yes", "after_yes", "gained", "lost")]
    return [*shown, asked.say(f"reading.{row['reading']}") if row["reading"] else "–"]
