"""The wall of practices: what was carried out, what is under way, and, in its own place, what did not work."""

from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.practice import told
from outcomes.exhibits.practice.cards import CATEGORIES, Cards, cards, chosen, in_order, used

COLUMNS = (
    "card",
    "round",
    "enterprise",
    "action_en",
    "action_zh",
    "modules",
    "action_category",
    "control",
    "proposed_by",
    "action_status",
    "opened_on",
    "due_on",
    "done_on",
    "late",
    "cost",
    "saving_once",
    "saving_monthly",
    "saving_basis",
    "verified",
    "claimed",
    "net_saving",
    "payback",
    "metric_before",
    "metric_after",
    "metric_unit",
    "lesson_en",
    "lesson_zh",
)


def good_practices(asked: Asked, category: str = "", cost: str = "", payback: str = "") -> Exhibit:
    """Carried out and in place. The three choices are codes of ``cards``; an empty one is all."""
    return _wall(asked, "good", category, cost, payback)


def under_way(asked: Asked, category: str = "", cost: str = "", payback: str = "") -> Exhibit:
    """Proposed, accepted or begun; those past their day first."""
    return _wall(asked, "under-way", category, cost, payback)


def not_worked(asked: Asked, category: str = "", cost: str = "", payback: str = "") -> Exhibit:
    """Turned down, taken back, or carried out without doing what was hoped: each with what was learnt."""
    return _wall(asked, "not-worked", category, cost, payback)


def counts(asked: Asked) -> dict[str, int]:
    """How many cards each place has under the filters, before the page's own choices."""
    every = cards(asked)
    return {place: len(every.of(place)) for place in ("good", "under-way", "not-worked")}


def categories(asked: Asked) -> list[str]:
    """The categories that there are cards of, in the order of the template."""
    seen = {row["action_category"] for row in cards(asked).rows}
    return [code for code in CATEGORIES if code in seen]


def finding(asked: Asked) -> str:
    """The page's sentence: how many stand, how many are on the way, how many did not work."""
    told = counts(asked)
    if not any(told.values()):
        return asked.say("practice.finding_none")
    key = "finding_public" if asked.is_public else "finding"
    return asked.say(f"practice.{key}", good=told["good"], under=told["under-way"], failed=told["not-worked"])


_NAMES = {"good": "good-practices", "under-way": "under-way", "not-worked": "not-worked"}


def _wall(asked: Asked, place: str, category: str, cost: str, payback: str) -> Exhibit:
    whole = cards(asked)
    every = chosen(whole.rows, category, cost, payback)
    rows = in_order([row for row in every if row["place"] == place])
    if not rows:
        key = "filtered" if whole.of(place) else place.replace("-", "_")
        do = asked.say("practice.empty_do" if whole.rows else "practice.empty_none")
        return stated(asked, _NAMES[place], "empty", asked.say(f"practice.empty_{key}"), do)
    title = _title(asked, place, rows, len(every))
    undated = asked.is_public and place == "under-way"  # outside no due date is told, so nothing stands first by it
    return Exhibit(
        id=_NAMES[place],
        title=title,
        subtitle=asked.say(f"practice.about_{place.replace('-', '_')}{'_public' if undated else ''}"),
        figure=None,
        narrow=None,
        columns=[name for name in COLUMNS if any(row.get(name) is not None for row in rows)],
        rows=rows,
        notes=[asked.say("practice.note"), scene.snapshot_note(asked)],
        alt=title,
        lineage=lineage(asked, _over(asked), whole.answer, used(asked, rows), *_left(asked, whole, rows)),
        results=[{"actions": len(every), **_sums(rows)}],
        table=_table(asked, rows),
    )


def _title(asked: Asked, place: str, rows: list[dict], every: int) -> str:
    key = f"practice.title_{place.replace('-', '_')}{'_public' if asked.is_public else ''}"
    return asked.say(key, n=len(rows), all=every, **_sums(rows))


def _sums(rows: list[dict]) -> dict[str, int]:
    """How many of the rows; what is not told of every one of them is not counted, since its blanks are no "no"."""
    told = {name: [row[name] for row in rows] for name in ("verified", "claimed", "late")}
    counted = {name: sum(values) for name, values in told.items() if None not in values}
    ends = {name: sum(row["action_status"] == name for row in rows) for name in ("reverted", "rejected")}
    return counted | ends


def _over(asked: Asked) -> list:
    return [asked.db.records[name] for name in ("net_savings", "payback") if name in asked.db.records]


def _left(asked: Asked, whole: Cards, rows: list[dict]) -> tuple[int, list[str]]:
    left = len(whole.rows) - len(rows)
    return left, [asked.say("practice.left_out", n=left)] if left else []


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    """The cards as lines, as the command line prints them."""
    heads = [
        asked.say(f"practice.head_{name}") for name in ("title", "category", "status", "cost", "saving", "payback")
    ]
    lines = [
        [
            told.title(asked, row),
            told.choice(asked, "action_category", row["action_category"]),
            told.status(asked, row),
            told.cost(asked, row),
            told.saving_and_known(asked, row),
            told.payback(asked, row),
        ]
        for row in rows
    ]
    return [heads, *lines]
