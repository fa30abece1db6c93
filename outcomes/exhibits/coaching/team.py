"""Did consultant and inspector go together? Of the visits done, how many were made by a full team."""

from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.grid import counted
from outcomes.exhibits.coaching.made import COMPOSITIONS, composition, held, made
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.record_value import Recorded
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("team", "visits", "share", "low", "high")
FULL = "visits_full_team"


def team(asked: Asked) -> Exhibit:
    """Visits done by who was there; the full team has the catalogue's share and interval when that may be shown."""
    if nothing := held(asked, "team"):
        return nothing
    told = made(asked)
    if not told.done:
        return stated(asked, "team", "empty", asked.say("visits.none_done"), asked.say("visits.none_do"))
    found = recorded(asked, [FULL])[FULL]
    counts = {code: sum(composition(row) == code for row in told.done) for code in COMPOSITIONS}
    rows = [
        {
            "team": code,
            "visits": count,
            "share": count / len(told.done) if found.judged else None,
            "low": found.lo / 100 if found.judged and code == "full" else None,
            "high": found.hi / 100 if found.judged and code == "full" else None,
        }
        for code, count in counts.items()
    ]
    rows.append({"team": "all", "visits": len(told.done), "share": None, "low": None, "high": None})
    key = "wilson" if found.judged else "too_few"
    return card(
        asked,
        "team",
        _sentence(asked, found),
        asked.say("visits.team_about"),
        rows=rows,
        columns=list(COLUMNS),
        table=_table(asked, rows),
        answer=told.answer,
        used=told.done,
        unit=("visit",),
        left=len(told.coaching) - len(told.done) + len(told.enforcement),
        why=[asked.say("visits.team_left_out", n=len(told.enforcement))],
        notes=[asked.say(f"visits.{key}", n=len(told.done), of=found.of or 0)],
        results=[{"enterprises": found.of, **({"method": found.method, **found.result} if found.judged else {})}],
    )


def _sentence(asked: Asked, found: Recorded) -> str:
    """14 of 18 visits by a full team, and the interval of the share when there are enterprises enough."""
    k, n = counted(asked, FULL)
    if not found.judged:
        return asked.say("visits.team_one" if n == 1 else "visits.team_few", k=k, n=n)
    share, low, high = (numbers.percent(end, 0, asked.lang) for end in (found.value, found.lo, found.hi))
    return asked.say("visits.team_title", k=k, n=n, share=share, low=low, high=high)


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    table = [[asked.say(f"visits.{head}") for head in ("team", "count", "share")]]
    for row in rows:
        share = "–" if row["share"] is None else numbers.percent(100 * row["share"], 0, asked.lang)
        table.append([asked.say(f"visits.team_{row['team']}"), numbers.number(row["visits"], 0, asked.lang), share])
    return table
