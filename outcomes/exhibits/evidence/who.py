"""Who is in the comparison, who is not, and did those who left start from somewhere else?"""

import outcomes.stats as stats
from outcomes.exhibits import used
from outcomes.exhibits.evidence.card import Ground, card, evidence, percent
from outcomes.exhibits.exhibit import Exhibit
from outcomes.words import numbers


@evidence("panel", guarded=False)
def panel(ground: Ground) -> Exhibit:
    """Counts only: enterprises before, in both, after, in neither; those who left; the months that came."""
    asked, rows = ground.asked, ground.change.pairs
    found = stats.balanced_panel(ground.column("before_value", rows), ground.column("after_value", rows))
    due = [row["before_due"] + row["after_due"] for row in rows]
    sent = [sum(min(row[f"{s}_months"], row[f"{s}_due"]) for s in ("before", "after")) for row in rows]
    cover = stats.coverage(sent, due)
    counts = {
        "enrolled": len(rows),
        "before": found.n_before,
        "both": found.n,
        "after": found.n_after,
        "neither": found.n_neither,
        "exited": len(ground.change.left),
        "months_due": cover.due,
        "months_sent": cover.sent,
    }
    table = [[ground.say("evidence.what"), ground.say("evidence.count")]]
    table += [
        [ground.say(f"evidence.panel_{name}"), numbers.number(count, 0, asked.lang)] for name, count in counts.items()
    ]
    table.append([ground.say("evidence.panel_coverage"), percent(cover.share, asked.lang)])
    title = ground.say("evidence.panel_title", both=found.n, enrolled=len(rows), before=len(found.left))
    notes = [ground.say(f"evidence.leavers_{found.leavers}")]
    told = [*({"what": name, "count": count} for name, count in counts.items())]
    told.append({"what": "coverage", "count": cover.share})
    about = ground.say("evidence.panel_about", name=ground.short)
    hidden = ground.change.reading.code == "hidden"  # then the counts stand alone: the values are not opened either
    rests = used.compared(asked, [ground.change]) if hidden else used.sent(asked, ground.indicator.id, rows)
    return card(ground, title, about, table, told, [found, cover], notes, rests=rests)
