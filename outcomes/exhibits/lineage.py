"""How we know: enough to compute an exhibit again, and what was left out of it."""

from outcomes import words
from outcomes.catalogue import Indicator
from outcomes.engine import Answer
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import Used
from outcomes.exhibits.exhibit import Exhibit, Lineage


def lineage(
    asked: Asked, indicators: list[Indicator], answer: Answer, used: Used | int, left: int, why: list[str]
) -> Lineage:
    """``used``: the rows the figure was made of; ``left``: how many of the same kind were left out, ``why`` in words.

    A bare number of rows opens to none of them; only what holds no row of an enterprise or a person may give one.
    """
    rows = used if isinstance(used, Used) else None
    return Lineage(
        indicators=[_told(indicator, asked.lang) for indicator in indicators],
        question=answer.question.name,
        sql=answer.question.sql,
        sql_sha256=answer.question.sha256,
        parameters={key: _plain(value) for key, value in answer.parameters.items()},
        snapshot_id=asked.db.snapshot.id,
        manifest_sha256=asked.db.snapshot.manifest_sha256,
        rows_used=rows.n if rows else used,
        rows_left_out=left,
        left_out_why=why,
        as_of=str(asked.db.snapshot.manifest["facts"]["as_of"]),
        cells=None if asked.is_public else rows,
    )


def stated(asked: Asked, name: str, state: str, title: str, subtitle: str = "") -> Exhibit:
    """An exhibit that has nothing to draw, and says so: empty, suppressed, not_allowed or error."""
    return Exhibit(
        id=name,
        title=title,
        subtitle=subtitle,
        figure=None,
        narrow=None,
        columns=[],
        rows=[],
        notes=[],
        alt=title,
        lineage=None,
        state=state,
    )


def _told(indicator: Indicator, lang: str) -> dict:
    return {
        "title": words.pick(indicator.title, lang),
        "definition": words.say("join", lang).join(
            [words.pick(indicator.definition, lang), words.pick(indicator.caution, lang)]
        ),
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "unit": words.pick(indicator.unit, lang),
        "standard": words.pick(indicator.standard, lang),
        "checked_by": indicator.checked_by,
    }


def _plain(value):
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else str(value)


def withheld(asked: Asked, name: str) -> Exhibit | None:
    """Why there is nothing to compute: outside the programme pairs are not shown, and a choice may hold nobody."""
    if asked.is_public:
        return stated(asked, name, "not_allowed", asked.say("state.public_no_pairs"))
    if not asked.pilots:
        return stated(asked, name, "empty", asked.say("state.empty"), asked.say("state.empty_do"))
    return None


def suppressed(asked: Asked, name: str) -> Exhibit:
    """Too few enterprises to show their values."""
    return stated(asked, name, "suppressed", asked.say("state.suppressed"), asked.say("state.suppressed_do"))
