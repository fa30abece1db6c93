"""Did consultant and inspector go together? Of the visits done, how many were made by a full team."""

import outcomes.stats as stats
from outcomes import readings
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.coaching.made import COMPOSITIONS, Visits, composition, held, made
from outcomes.exhibits.evidence.card import told as plain
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

COLUMNS = ("team", "visits", "share", "low", "high")


def team(asked: Asked) -> Exhibit:
    """Visits done by who was there; only the full team has an interval, and only from six visits on."""
    if nothing := held(asked, "team"):
        return nothing
    told = made(asked)
    if not told.done:
        return stated(asked, "team", "empty", asked.say("visits.none_done"), asked.say("visits.none_do"))
    full = full_share(told)
    open_ = full.n >= readings.FEWEST_FOR_A_WORD
    rows = [_row(told, code, full, open_) for code in COMPOSITIONS]
    rows.append({"team": "all", "visits": full.n, "share": None, "low": None, "high": None})
    return card(
        asked,
        "team",
        sentence(asked, full),
        asked.say("visits.team_about"),
        rows=rows,
        columns=list(COLUMNS),
        table=_table(asked, rows),
        answer=told.answer,
        used=told.done,
        left=len(told.coaching) - len(told.done) + len(told.enforcement),
        why=[asked.say("visits.team_left_out", n=len(told.enforcement))],
        notes=[asked.say("visits.wilson" if open_ else "visits.too_few", n=full.n)],
        results=[plain(full)] if open_ else [],
    )


def full_share(told: Visits) -> stats.Share:
    return stats.share_interval(len(told.of("full")), len(told.done))


def sentence(asked: Asked, full: stats.Share) -> str:
    """14 of 18 visits by a full team, and the interval of the share when there are enough of them."""
    if full.n < readings.FEWEST_FOR_A_WORD:
        return asked.say("visits.team_one" if full.n == 1 else "visits.team_few", k=full.k, n=full.n)
    share, low, high = (numbers.percent(100 * part, 0, asked.lang) for part in (full.share, full.lo, full.hi))
    return asked.say("visits.team_title", k=full.k, n=full.n, share=share, low=low, high=high)


def _row(told: Visits, code: str, full: stats.Share, open_: bool) -> dict:
    count = sum(composition(row) == code for row in told.done)
    judged = open_ and code == "full"
    return {
        "team": code,
        "visits": count,
        "share": count / full.n if open_ else None,
        "low": full.lo if judged else None,
        "high": full.hi if judged else None,
    }


def _table(asked: Asked, rows: list[dict]) -> list[list[str]]:
    table = [[asked.say(f"visits.{head}") for head in ("team", "count", "share")]]
    for row in rows:
        share = "–" if row["share"] is None else numbers.percent(100 * row["share"], 0, asked.lang)
        table.append([asked.say(f"visits.team_{row['team']}"), numbers.number(row["visits"], 0, asked.lang), share])
    return table
