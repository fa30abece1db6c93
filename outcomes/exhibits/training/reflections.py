"""How inspectors and consultants see their own role: what they speak of, how they rate it, and in their own words."""

from dataclasses import dataclass

import outcomes.stats as stats
from outcomes import readings
from outcomes.charts.pairs import pairs as draw_pairs
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.evidence.card import told
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.words import numbers

THEMES = ("prevention", "service", "responsibility", "skills", "constraints")
ROLES = ("enforcement", "prevention", "service")
COLUMNS = ("what", "code", "before", "after", "persons", "rose", "fell", "role", "wave", "text_en", "text_zh")


@dataclass(frozen=True)
class Rating:
    """One side of the role, 1 to 5, over the persons who rated it before and after; ``found`` is the typical change."""

    role: str
    before: float
    after: float
    rose: int
    fell: int
    found: stats.Shift


def reflections(asked: Asked) -> Exhibit:
    """Themes as persons who spoke of them, ratings as pairs of persons, quotes only with the speaker's consent."""
    answer = asked.ask("reflections")
    if not answer.rows:
        return stated(
            asked, "reflections", "empty", asked.say("training.no_reflections"), asked.say("training.no_tests_do")
        )
    spoke = themes(answer.rows)
    rated = [rating for role in ROLES if (rating := _rating(answer.rows, role))]
    said = quotes(answer.rows)
    rows = [
        *({"what": "theme", "code": theme, "before": now[0], "after": now[1]} for theme, now in spoke.items()),
        *(_row(rating) for rating in rated),
        *said,
    ]
    people = len({row["person"] for row in answer.rows})
    return card(
        asked,
        "reflections",
        theme_title(asked, spoke, people),
        asked.say("training.reflections_about", n=people),
        rows=rows,
        columns=list(COLUMNS),
        table=_table(asked, spoke, rated, people),
        answer=answer,
        used=answer.rows,
        unit=("round", "person", "test_wave", "theme"),
        notes=[asked.say("training.reflections_note"), *_few(asked, answer.rows, rated)],
        results=[{"what": f"rating_{rating.role}", **told(rating.found)} for rating in rated],
        **_drawn(asked, rated),
    )


def themes(rows: list[dict]) -> dict[str, tuple[int, int]]:
    """Persons who said something on a theme before and after."""
    return {
        theme: tuple(
            len({row["person"] for row in rows if row["theme"] == theme and row["test_wave"] == wave})
            for wave in ("before", "after")
        )
        for theme in THEMES
    }


def quotes(rows: list[dict]) -> list[dict]:
    """What may be quoted: never who said it, only in which role; what was said after comes first."""
    order = {"after": 0, "follow_up": 1, "before": 2}
    open_ = [row for row in rows if row["quote_consent"] == "yes" and (row["said_en"] or row["said_zh"])]
    open_.sort(key=lambda row: (order[row["test_wave"]], THEMES.index(row["theme"])))
    return [
        {
            "what": "quote",
            "code": row["theme"],
            "role": row["role"],
            "wave": row["test_wave"],
            "text_en": row["said_en"],
            "text_zh": row["said_zh"],
        }
        for row in open_
    ]


def _rating(rows: list[dict], role: str) -> Rating | None:
    """Of persons with both; somebody who rated on several themes counts with the mean of them. Too few are hidden."""
    given: dict[str, dict[str, list[float]]] = {}
    for row in rows:
        if row[f"rating_{role}"] is not None:
            given.setdefault(row["person"], {}).setdefault(row["test_wave"], []).append(row[f"rating_{role}"])
    both = [waves for waves in given.values() if {"before", "after"} <= waves.keys()]
    if len(both) < readings.FEWEST_TO_SHOW:
        return None
    before, after = ([sum(waves[wave]) / len(waves[wave]) for waves in both] for wave in ("before", "after"))
    moves = [b - a for a, b in zip(before, after, strict=True)]
    n = len(both)
    found = stats.hodges_lehmann(before, after)
    return Rating(role, sum(before) / n, sum(after) / n, sum(m > 0 for m in moves), sum(m < 0 for m in moves), found)


def _row(rating: Rating) -> dict:
    return {
        "what": "rating",
        "code": rating.role,
        "before": rating.before,
        "after": rating.after,
        "persons": rating.found.n,
        "rose": rating.rose,
        "fell": rating.fell,
    }


def _few(asked: Asked, rows: list[dict], rated: list[Rating]) -> list[str]:
    """Ratings that are there and not shown are said to be so."""
    any_rating = any(row[f"rating_{role}"] is not None for row in rows for role in ROLES)
    return [asked.say("training.ratings_hidden")] if any_rating and len(rated) < len(ROLES) else []


def theme_title(asked: Asked, spoke: dict[str, tuple[int | None, int | None]], n: int) -> str:
    """The theme of most persons after the training; ``n`` is told when none is counted there."""
    after = {theme: sides[1] for theme, sides in spoke.items() if sides[1]}
    if not after:
        return asked.say("training.reflections_before_title", n=n)
    most = max(after, key=after.get)
    before = spoke[most][0]
    told = {"theme": asked.say(f"template.choice.theme.{most}"), "after": after[most]}
    if before is None:  # too few to be told, which is not nobody
        return asked.say("training.reflections_title_after", **told)
    return asked.say("training.reflections_title", **told, before=before)


def change_of(rating: Rating, lang: str) -> str:
    """The typical change with its interval when there are pairs enough for one."""
    found = rating.found
    if found.lo is None or found.hi is None:
        return ""
    return f"{numbers.signed(found.estimate, 1)} {numbers.interval(found.lo, found.hi, lang, lambda v: numbers.signed(v, 1))}"


def _table(asked: Asked, spoke: dict, rated: list[Rating], people: int) -> list[list[str]]:
    lang = asked.lang
    table = [[asked.say(f"training.{head}") for head in ("what", "before", "after", "change", "persons")]]
    for theme, (before, after) in spoke.items():
        name = asked.say("training.spoke_of", theme=asked.say(f"template.choice.theme.{theme}"))
        table.append([name, numbers.number(before, 0, lang), numbers.number(after, 0, lang), "–", "–"])
    for rating in rated:
        values = [numbers.number(value, 1, lang) for value in (rating.before, rating.after)]
        name = asked.say(f"training.rating_{rating.role}")
        table.append([name, *values, change_of(rating, lang) or "–", numbers.number(rating.found.n, 0, lang)])
    return [*table, [asked.say("training.everybody"), "–", "–", "–", numbers.number(people, 0, lang)]]


def _drawn(asked: Asked, rated: list[Rating]) -> dict:
    """Ink only: nobody has agreed which way an inspector should move."""
    if not asked.look or not rated:
        return {}
    drawn = [
        {
            "id": rating.role,
            "name": asked.say(f"training.rating_{rating.role}"),
            "before": rating.before,
            "after": rating.after,
            "before_text": numbers.number(rating.before, 1, asked.lang),
            "after_text": numbers.number(rating.after, 1, asked.lang),
            "change_text": change_of(rating, asked.lang),
            "reading": "neutral",
        }
        for rating in rated
    ]
    heading = asked.say("training.typical")
    return {
        "figure": draw_pairs(drawn, asked.look, asked.lang, "higher", heading),
        "narrow": draw_pairs(drawn, asked.look, asked.lang, "higher", heading, narrow=True),
    }
