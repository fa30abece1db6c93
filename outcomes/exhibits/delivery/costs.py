"""What the programme cost: by category and funder, month by month, for each enterprise, and how much of it is not the
ILO's. What was budgeted is not known here, so nothing is said of it."""

from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used, of_units
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.record import recorded
from outcomes.words import numbers

EACH, OTHERS = "cost_per_enterprise", "non_ilo_share"
CATEGORIES = ("training", "visits", "materials", "travel", "staff", "other")
FUNDERS = ("ilo", "donor", "government", "enterprise", "buyer")
COLUMNS = ("round", "month", "cost_category", "funder", "amount")


def costs(asked: Asked) -> Exhibit:
    """A row a line of cost; the table sums them by category and funder. Costs belong to rounds, not to districts."""
    if asked.is_public or asked.db.scope.role == "officer":
        return stated(asked, "costs", "not_allowed", asked.say("delivery.costs_not_here"))
    answer = asked.ask("costs")
    rows = answer.rows
    if not rows:
        return stated(asked, "costs", "empty", asked.say("delivery.no_costs"), asked.say("delivery.no_costs_do"))
    told = recorded(asked, [EACH, OTHERS])
    title = _title(asked, rows, told)
    return Exhibit(
        id="costs",
        title=title,
        subtitle=asked.say("delivery.costs_about", period=_period(asked, rows)),
        figure=None,
        narrow=None,
        columns=list(COLUMNS),
        rows=rows,
        notes=[
            *([asked.say("delivery.costs_whole")] if _cut(asked) else []),
            asked.say("delivery.costs_note"),
            scene.snapshot_note(asked),
        ],
        alt=title,
        lineage=lineage(asked, [told[name].indicator for name in (EACH, OTHERS)], answer, _used(asked, rows), 0, []),
        results=[
            {"measure": name, "estimate": one.value, "numerator": one.numerator, "denominator": one.denominator}
            for name, one in told.items()
        ]
        + [{"measure": "total", "estimate": float(sum(row["amount"] for row in rows))}],
        table=_table(asked, rows),
    )


def _used(asked: Asked, rows: list[dict]) -> Used:
    names = [f"{row['cost_category']} {row['funder']}" for row in rows]
    return of_units(
        asked,
        [
            {**row, "indicator": EACH, "unit": name, "numerator": row["amount"]}
            for row, name in zip(rows, names, strict=True)
        ],
    )


def by_month(rows: list[dict]) -> list[tuple]:
    """(month, amount) for every month from the first to the last; one without a line of cost has nothing."""
    if not rows:
        return []
    found: dict = {}
    for row in rows:
        found[row["month"]] = found.get(row["month"], 0.0) + row["amount"]
    months, last = [min(found)], max(found)
    while months[-1] < last:
        months.append(scene.later(months[-1], 1))
    return [(month, found.get(month)) for month in months]


def _cut(asked: Asked) -> bool:
    told = asked.filters
    return any((told.region, told.sector, told.size))


def _period(asked: Asked, rows: list[dict]) -> str:
    return numbers.period(min(row["month"] for row in rows), max(row["month"] for row in rows), asked.lang)


def _title(asked: Asked, rows: list[dict], told: dict) -> str:
    total = numbers.money(sum(row["amount"] for row in rows), asked.lang, full=True)
    each, others = told[EACH], told[OTHERS]
    key = "costs_title" if each.value is not None and not _cut(asked) else "costs_title_total"
    return asked.say(
        f"delivery.{key}",
        total=total,
        each=numbers.money(each.value, asked.lang, full=True) if each.value is not None else "",
        n=numbers.number(each.denominator) if each.value is not None else "",
        share=numbers.percent(others.value, 0, asked.lang) if others.value is not None else "–",
    )


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    """Categories down, funders across, sums at the end of both; only those that there are."""
    sums: dict[tuple, float] = {}
    for row in rows:
        for key in (
            (row["cost_category"], row["funder"]),
            (row["cost_category"], ""),
            ("", row["funder"]),
            ("", ""),
        ):
            sums[key] = sums.get(key, 0.0) + row["amount"]
    funders = [one for one in FUNDERS if ("", one) in sums]
    kinds = [one for one in CATEGORIES if (one, "") in sums]
    heads = [asked.say("delivery.head_category"), *(asked.say(f"template.choice.funder.{one}") for one in funders)]
    lines = []
    for kind in [*kinds, ""]:
        label = asked.say(f"template.choice.cost_category.{kind}") if kind else asked.say("delivery.together")
        lines.append([label, *(_amount(asked, sums.get((kind, one))) for one in [*funders, ""])])
    return [[*heads, asked.say("delivery.together")], *lines]


def _amount(asked: Asked, value: float | None) -> str:
    return "–" if value is None else numbers.money(value, asked.lang, full=True)
