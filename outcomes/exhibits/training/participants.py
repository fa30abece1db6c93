"""Who took part, by role and sex. A person by name is one person over all events; heads that were only counted are not.

Two meetings that counted about fifty each may have counted the same fifty, and people who are on the list by name
besides. So the two kinds are never added up, and the reader is told which is which.
"""

from dataclasses import asdict, dataclass, field

import outcomes.stats as stats
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.exhibit import Exhibit
from outcomes.exhibits.lineage import stated
from outcomes.exhibits.sheet_card import card
from outcomes.exhibits.training.events import over_all
from outcomes.words import numbers

SEXES = ("female", "male", "other", "undisclosed")
TOLD = SEXES[:3]


@dataclass
class Heads:
    """Those of one role: by name and sex, and how many more were only counted."""

    role: str
    by_sex: dict[str, int] = field(default_factory=lambda: dict.fromkeys(SEXES, 0))
    counted: int = 0
    is_estimate: bool = False

    @property
    def by_name(self) -> int:
        return sum(self.by_sex.values())

    def row(self) -> dict:
        return {
            "role": self.role,
            **{sex: self.by_sex[sex] for sex in SEXES},
            "by_name": self.by_name,
            "counted": self.counted or None,
            "counted_is_estimate": self.is_estimate,
        }


def participants(asked: Asked) -> Exhibit:
    """A row a role, then all of them; the women's share rests on those by name whose sex is told."""
    answer = asked.ask("participants")
    if not answer.rows:
        return stated(asked, "participants", "empty", asked.say("training.nobody"), asked.say("training.nobody_do"))
    lines = by_role(answer.rows)
    whole = lines[-1]
    known = sum(whole.by_sex[sex] for sex in TOLD)
    women = stats.share_interval(whole.by_sex["female"], known)
    days, about = person_days(answer.rows)
    return card(
        asked,
        "participants",
        title(asked, answer.rows, whole),
        _women(asked, women),
        rows=[line.row() for line in lines],
        table=_table(asked, lines, women, days, about, meetings(answer.rows)),
        answer=answer,
        used=answer.rows,
        unit=("event", "person", "role"),
        value="persons",
        notes=[_days(asked, days, about), *over_all(asked)],
        results=[{"what": "women_by_name", "share_of": asdict(women)["n"], "women": women.k, "person_days": days}],
    )


def by_role(rows: list[dict]) -> list[Heads]:
    """The most by name first; the last line is all of them, each person once."""
    people: dict[str, dict] = {}
    lines: dict[str, Heads] = {}
    whole = Heads("all")
    for row in rows:
        role = row["role"] or "other"
        if row["person"] is not None:
            people.setdefault(row["person"], {"role": role, "sex": row["sex"] or "undisclosed"})
            continue
        for line in (lines.setdefault(role, Heads(role)), whole):
            line.counted += row["persons"] or 0
            line.is_estimate |= row["is_estimate"]
    for one in people.values():
        for line in (lines.setdefault(one["role"], Heads(one["role"])), whole):
            line.by_sex[one["sex"]] += 1
    return [*sorted(lines.values(), key=lambda line: (-line.by_name, -line.counted, line.role)), whole]


def meetings(rows: list[dict]) -> int:
    """Events of which there is a count without names."""
    return len({row["event"] for row in rows if row["person"] is None})


def person_days(rows: list[dict]) -> tuple[int, bool]:
    """Days attended, summed over everybody who came; true when a part of it is an estimate."""
    return sum(row["days"] * (row["persons"] or 0) for row in rows), any(row["is_estimate"] for row in rows)


def title(asked: Asked, rows: list[dict], whole: Heads) -> str:
    counted = numbers.number(whole.counted, 0, asked.lang)
    told = {
        "named": numbers.number(whole.by_name, 0, asked.lang),
        "more": asked.say("training.about", n=counted) if whole.is_estimate else counted,
        "meetings": meetings(rows),
    }
    if not whole.counted:
        return asked.say("training.by_name_title", **told)
    several = "" if told["meetings"] > 1 else "_one"
    if not whole.by_name:
        return asked.say(f"training.counted_title{several}", **told)
    return asked.say(f"training.both_title{several}", **told)


def _women(asked: Asked, women: stats.Share) -> str:
    if not women.n:
        return asked.say("training.sex_unknown")
    share = numbers.percent(100 * women.share, 0, asked.lang)
    return asked.say("training.women", k=women.k, n=women.n, share=share)


def _days(asked: Asked, days: int, about: bool) -> str:
    text = numbers.number(days, 0, asked.lang)
    return asked.say("training.person_days", n=asked.say("training.about", n=text) if about else text)


def role_of(asked: Asked, code: str) -> str:
    return asked.say("training.all_roles" if code == "all" else f"template.choice.role.{code}")


def counted_of(asked: Asked, row: dict) -> str:
    """The further heads of a role as they are told: about 50, 12, or nothing."""
    if not row["counted"]:
        return "–"
    text = numbers.number(row["counted"], 0, asked.lang)
    return asked.say("training.about", n=text) if row["counted_is_estimate"] else text


def _table(asked: Asked, lines: list[Heads], women: stats.Share, days: int, about: bool, held: int) -> list[list[str]]:
    heads = ("role", "female", "male", "other_sex", "undisclosed", "by_name", "counted")
    table = [[asked.say(f"training.{head}") for head in heads]]
    for line in lines:
        row = line.row()
        figures = [numbers.number(row[key], 0, asked.lang) for key in (*SEXES, "by_name")]
        table.append([role_of(asked, line.role), *figures, counted_of(asked, row)])
    dash = ["–"] * 5
    table.append([_women(asked, women), numbers.number(women.k, 0, asked.lang), *dash])
    table.append([asked.say("training.meetings_counted"), *dash, numbers.number(held, 0, asked.lang)])
    return [*table, [_days(asked, days, about), *dash, "–"]]
