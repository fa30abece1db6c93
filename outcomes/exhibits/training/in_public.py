"""The same three cards for the public: attendances instead of persons, averages instead of pairs, no ratings.

Everything comes from tables in which nobody has a code and small groups were left out at publication.
"""

from outcomes import readings
from outcomes.charts.pairs import pairs as draw_pairs
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.record import recorded
from outcomes.exhibits.sheet_card import card
from outcomes.exhibits.training.knowledge import GAIN
from outcomes.exhibits.training.knowledge import title as title_of
from outcomes.exhibits.training.reflections import COLUMNS, quotes, theme_title
from outcomes.words import numbers


def participants(asked: Asked) -> Exhibit:
    """Attendances by role and by sex, summed over the events that are open that far."""
    answer = asked.ask("participants")
    if not answer.rows:
        return stated(asked, "participants", "empty", asked.say("training.nobody"), asked.say("training.nobody_do"))
    rows = []
    for part, code in dict.fromkeys((row["part"], row["code"]) for row in answer.rows):
        own = [row for row in answer.rows if (row["part"], row["code"]) == (part, code)]
        rows.append({
            "part": part,
            "code": code,
            "attendances": sum(row["persons"] for row in own),
            "is_estimate": any(row["is_estimate"] for row in own),
            "events": len(own),
        })  # fmt: skip
    order = {"total": 0, "role": 1, "sex": 2}
    rows.sort(key=lambda row: (order[row["part"]], -row["attendances"], row["code"]))
    whole = rows[0]
    told = {"more": _about(asked, whole), "meetings": whole["events"]}
    told["more"] = told["more"][:1].upper() + told["more"][1:]
    table = [[asked.say(f"training.{head}") for head in ("what", "participants", "event")]]
    table += [[_name(asked, row), _about(asked, row), numbers.number(row["events"], 0, asked.lang)] for row in rows]
    shown = max((row["events"] for row in rows if row["part"] == "sex"), default=0)
    return card(
        asked,
        "participants",
        asked.say("training.public_title_one" if whole["events"] == 1 else "training.public_title", **told),
        asked.say("training.public_about", shown=shown),
        rows=rows,
        table=table,
        answer=answer,
        used=answer.rows,
        unit=(),
        notes=[asked.say("training.public_heads")],
    )


def _about(asked: Asked, row: dict) -> str:
    text = numbers.number(row["attendances"], 0, asked.lang)
    return asked.say("training.about", n=text) if row["is_estimate"] else text


def _name(asked: Asked, row: dict) -> str:
    if row["part"] == "total":
        return asked.say("training.all_roles")
    return asked.say(f"template.choice.{row['part']}.{row['code']}")


def knowledge(asked: Asked) -> Exhibit:
    """A line a round: averages before and after, and how many pairs went up. The finding is the typical gain with its
    interval, as inside; a snapshot of before it was published has the averages alone."""
    answer = asked.ask("knowledge")
    rows = [row for row in answer.rows if not row["suppressed"] and row["pairs"]]
    if not answer.rows:
        return stated(asked, "knowledge", "empty", asked.say("training.no_tests"), asked.say("training.no_tests_do"))
    if not rows:
        return stated(
            asked, "knowledge", "suppressed", asked.say("training.pairs_hidden"), asked.say("training.pairs_hidden_do")
        )
    pairs = sum(row["pairs"] for row in rows)
    mean = {side: sum(row[side] * row["pairs"] for row in rows) / pairs for side in ("before", "after")}
    whole = {"round": "all", **mean, "pairs": pairs, "improved": int(sum(row["improved"] for row in rows))}
    shown = [{key: row[key] for key in whole} | {"improved": int(row["improved"])} for row in rows] + [whole]
    table = [[asked.say(f"training.{head}") for head in ("round", "before", "after", "pairs", "higher")]]
    for row in shown:
        name = (
            asked.rounds[row["round"]][f"name_{asked.lang}"]
            if row["round"] in asked.rounds
            else asked.say("training.all_roles")
        )
        counts = [numbers.number(row[key], 0, asked.lang) for key in ("pairs", "improved")]
        table.append([name, *(numbers.percent(row[side], 0, asked.lang) for side in ("before", "after")), *counts])
    title = asked.say(
        "training.public_pairs",
        **{side: numbers.percent(mean[side], 0, asked.lang) for side in mean},
        n=pairs,
        improved=whole["improved"],
    )
    found = recorded(asked, [GAIN])[GAIN]
    if found.lo is not None and found.hi is not None:
        reading = readings.read(found.indicator.better, found.of, None, found.lo, found.hi, 0)
        title = title_of(asked, reading.code, found, pairs)
    return card(
        asked,
        "knowledge",
        title,
        asked.say("training.public_pairs_about"),
        rows=shown,
        table=table,
        answer=answer,
        used=rows,
        unit=(),
        left=len(answer.rows) - len(rows),
        results=[{"method": found.method, "estimate": found.change, "low": found.lo, "high": found.hi}],
        **_drawn(asked, table[1:-1], shown[:-1]),
    )


def _drawn(asked: Asked, lines: list[list[str]], rows: list[dict]) -> dict:
    if not asked.look:
        return {}
    drawn = [
        {
            "id": row["round"],
            "name": line[0],
            "before": row["before"],
            "after": row["after"],
            "before_text": line[1],
            "after_text": line[2],
            "change_text": "",
            "reading": "neutral",
        }
        for line, row in zip(lines, rows, strict=True)
    ]
    return {
        "figure": draw_pairs(drawn, asked.look, asked.lang),
        "narrow": draw_pairs(drawn, asked.look, asked.lang, narrow=True),
    }


def reflections(asked: Asked) -> Exhibit:
    """Themes from five persons on, and quotes with consent; persons of two rounds may be the same."""
    answer = asked.ask("reflections")
    if not answer.rows:
        return stated(
            asked, "reflections", "empty", asked.say("training.no_reflections"), asked.say("training.no_tests_do")
        )
    counted = [row for row in answer.rows if row["persons"] is not None]
    spoke = {}
    for theme in dict.fromkeys(row["theme"] for row in counted):
        sides = [
            [row["persons"] for row in counted if (row["theme"], row["test_wave"]) == (theme, wave)]
            for wave in ("before", "after")
        ]
        spoke[theme] = tuple(sum(side) if side else None for side in sides)
    said = quotes([{**row, "quote_consent": "yes"} for row in answer.rows if row["persons"] is None])
    rows = [{"what": "theme", "code": theme, "before": now[0], "after": now[1]} for theme, now in spoke.items()]
    table = [[asked.say(f"training.{head}") for head in ("what", "before", "after")]]
    for theme, sides in spoke.items():
        cells = ["–" if side is None else numbers.number(side, 0, asked.lang) for side in sides]
        table.append([asked.say(f"template.choice.theme.{theme}"), *cells])
    return card(
        asked,
        "reflections",
        theme_title(asked, spoke, len(said)) if spoke else asked.say("training.reflections_quotes_title", n=len(said)),
        asked.say("training.reflections_public"),
        rows=rows + said,
        columns=[column for column in COLUMNS if column not in ("persons", "rose", "fell")],
        table=table,
        answer=answer,
        used=answer.rows,
        unit=(),
        notes=[asked.say("training.quotes_consent")],
    )
