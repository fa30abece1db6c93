"""One enterprise: all indicators, its months, its rounds, and where others of its sector and size stand.

Values only: no interval, no p and no word about a single enterprise. The others are a median and a range, never a name,
and nothing when they are fewer than may be shown.
"""

import re
from statistics import median

from outcomes import words
from outcomes.exhibits import scene
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import lineage, stated
from outcomes.exhibits.months_of import Months, every_month, key, listed, months_of
from outcomes.exhibits.pairs import before_and_after
from outcomes.exhibits.used import month_by_month
from outcomes.filters import Filters
from outcomes.readings import FEWEST_TO_SHOW
from outcomes.words import numbers

_NOT_IN_A_NAME = re.compile(r"[^\w.-]")  # a code may hold blanks and brackets, a file's name better not
COLUMNS = ("indicator", "unit", "months_due", "months_sent", "months_reported", "last_month", "last")
VALUES = ("before", "after", "note")
OTHERS = ("others", "others_median", "others_low", "others_high")


def may_see(asked: Asked, code: str | None) -> bool:
    """Is there such an enterprise among those this reader may see? The filters do not matter."""
    return any(row["enterprise"] == code for row in asked.members)


def profile_head(asked: Asked, code: str) -> str:
    """Who it is, as the page's finding: code, sector, size, place."""
    if asked.is_public or not may_see(asked, code):
        return asked.say("profile.cannot")
    own = _own(asked, code)
    return asked.say(
        "profile.head",
        code=code,
        sector=scene.sector_name(asked, own["sector"]),
        size=asked.say(f"scene.size_{own['size']}"),
        place=asked.region_name(own["region"]),
    )


def profile(asked: Asked, code: str) -> Exhibit:
    """The enterprise in the chosen round, else in the latest of its own; the filters of place do not hide it."""
    name = f"profile-{_NOT_IN_A_NAME.sub('-', code)}"
    if asked.is_public or not may_see(asked, code):
        return stated(asked, name, *_refusal(asked, code))
    own = _own(asked, code)
    inside = own in asked.kept
    here = asked.but(filters=_filters(asked, own))
    every = list(asked.db.indicators)
    answer = here.ask("enterprise_months", every)
    mine = [row for row in answer.rows if row["enterprise"] == code]
    months = {indicator: found for (indicator, _, _), found in months_of(mine).items()}
    if not any(found.last for found in months.values()):
        return stated(asked, name, "empty", asked.say("profile.nothing", code=code), asked.say("profile.nothing_do"))
    pairs = {row["indicator"]: row for row in here.ask("pairs", every).rows if row["enterprise"] == code}
    others = _others(asked, own)
    columns = every_month(mine)
    order = sorted(every, key=lambda one: (asked.db.indicators[one].order, one))
    rows = [_row(here, one, months[one], pairs[one], others, columns) for one in order if one in months]
    sheet = next(iter(months.values()))
    used, left, why = month_by_month(here, [row for row in mine if row["indicator"] in months])
    title = _title(asked, code, sheet)
    return Exhibit(
        id=name,
        title=title,
        subtitle=asked.say("profile.about", rounds=_rounds(asked, code), **scene.windows(here)),
        figure=None,
        narrow=None,
        columns=[*COLUMNS, *VALUES, *OTHERS, *columns],
        rows=rows,
        notes=[
            asked.say("profile.lines"),
            _about_others(asked, own, len(others)),
            *([] if inside else [asked.say("profile.outside", round=asked.rounds[own["round"]][f"name_{asked.lang}"])]),
            scene.snapshot_note(asked),
        ],
        alt=title,
        lineage=lineage(
            here,
            [asked.db.indicators[one] for one in order],
            answer,
            used,
            left,
            [*why, asked.say("profile.also")],
        ),
    )


def _refusal(asked: Asked, code: str) -> tuple[str, str, str]:
    if asked.is_public:
        return "not_allowed", asked.say("state.public_no_pairs"), ""
    return "empty", asked.say("profile.unknown", code=code), asked.say("profile.unknown_do")


def _own(asked: Asked, code: str) -> dict:
    """Its membership of the chosen round, else of the latest round it is in."""
    own = [row for row in asked.members if row["enterprise"] == code]
    chosen = [row for row in own if row["round"] == asked.filters.round]
    return (chosen or sorted(own, key=lambda row: _begun(asked, row)))[-1]


def _begun(asked: Asked, row: dict) -> tuple:
    return asked.rounds[row["round"]]["training_start"], row["round"]


def _filters(asked: Asked, own: dict) -> Filters:
    """As few rows as hold the enterprise; a period is kept where it touches the round at all."""
    told = asked.filters
    first, last = told.first_month or own["first_month"], told.last_month or own["last_month"]
    apart = first > own["last_month"] or last < own["first_month"]
    return Filters(
        region=own["region"],
        round=own["round"],
        sector=own["sector"],
        size=own["size"],
        first_month=None if apart else told.first_month,
        last_month=None if apart else told.last_month,
    )


def _others(asked: Asked, own: dict) -> list[dict[str, float]]:
    """After values of the other enterprises of its arm, sector and size in all rounds, each in its latest round."""
    kind = asked.but(filters=Filters(sector=own["sector"], size=own["size"]))
    latest: dict[str, dict] = {}
    for row in sorted(kind.kept, key=lambda row: _begun(asked, row)):
        if row["arm"] == own["arm"] and row["enterprise"] != own["enterprise"]:
            latest[row["enterprise"]] = row
    found: dict[str, dict[str, float]] = {code: {} for code in latest}
    if len(found) >= FEWEST_TO_SHOW:
        for row in kind.ask("pairs", list(asked.db.indicators)).rows:
            chosen = latest.get(row["enterprise"])
            if chosen and chosen["round"] == row["round"]:
                after = before_and_after(kind, asked.db.indicators[row["indicator"]], row)["after"]
                if after is not None:
                    found[row["enterprise"]][row["indicator"]] = after
    return list(found.values())


def _row(asked: Asked, code: str, months: Months, pair: dict, others: list[dict], columns: list[str]) -> dict:
    indicator = asked.db.indicators[code]
    told = before_and_after(asked, indicator, pair)
    after = sorted(other[code] for other in others if code in other)
    shown = len(after) >= FEWEST_TO_SHOW
    month, value = months.last or (None, None)
    return {
        "indicator": code,
        "unit": words.pick(indicator.unit, asked.lang),
        "months_due": months.due,
        "months_sent": months.sent,
        "months_reported": months.reported,
        "last_month": month and key(month),
        "last": value,
        "before": told["before"],
        "after": told["after"],
        "note": told["note"],
        "others": len(after) if shown else None,
        "others_median": median(after) if shown else None,
        "others_low": after[0] if shown else None,
        "others_high": after[-1] if shown else None,
        "trend": months.values,
        "phases": months.phases,
        **months.columns(columns),
    }


def _title(asked: Asked, code: str, sheet: Months) -> str:
    if not sheet.due:
        return asked.say("profile.none_due", code=code)
    if not sheet.missing:
        return asked.say("profile.sent_all", code=code, due=sheet.due)
    missing = listed(asked, sheet.missing)
    return asked.say("profile.sent", code=code, sent=sheet.sent, due=sheet.due, missing=missing)


def _rounds(asked: Asked, code: str) -> str:
    """Its rounds in order, each with its arm, its months and, for who left, the day."""
    told = []
    for row in sorted((row for row in asked.members if row["enterprise"] == code), key=lambda row: _begun(asked, row)):
        text = asked.say(
            "profile.round",
            round=asked.rounds[row["round"]][f"name_{asked.lang}"],
            arm=asked.say(f"template.choice.arm.{row['arm']}"),
            period=numbers.period(row["first_month"], row["last_month"], asked.lang),
        )
        if row["exited"]:
            text = asked.say("profile.left", round=text, day=numbers.day(row["exited"], asked.lang))
        told.append(text)
    return asked.say("enterprises.and").join(told)


def _about_others(asked: Asked, own: dict, n: int) -> str:
    kind = {
        "sector": scene.sector_name(asked, own["sector"]),
        "size": asked.say(f"scene.size_{own['size']}"),
        "arm": asked.say(f"template.choice.arm.{own['arm']}"),
    }
    if n < FEWEST_TO_SHOW:
        return asked.say("profile.others_few", **kind)
    return asked.say("profile.others_about", n=n, **kind)
