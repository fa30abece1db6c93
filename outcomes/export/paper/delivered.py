"""Delivery against targets in a brief: those missed first, then the round's own, then the programme's; those of one
enterprise stay out."""

from outcomes.exhibits import Asked, delivery

_STATUS = ("official", "planning", "illustrative")
_COLUMNS = (0, 3, 4, 5, 6)  # of the exhibit's table: indicator, target, due, now, reading
_TONE = {"reached": "improvement", "missed": "concern"}
_MARK = {"reached": "improved", "missed": "worse", "on_way": "unclear", "unsure": "unclear"}


def delivered(asked: Asked, most: int) -> dict:
    """Title, table and how many more there are; the exhibit's state where it has nothing to show."""
    shown = delivery.targets(asked)
    if shown.state:
        return {"title": shown.title, "note": shown.subtitle, "heads": [], "lines": [], "rest": ""}
    heads, *lines = shown.table
    kept = [
        (row, line) for row, line in zip(shown.rows, lines, strict=True) if row["target_scope"] in ("round", "country")
    ]
    wanted = sorted(
        (pair for pair in kept if pair[0]["value"] is not None),
        key=lambda pair: (
            pair[0]["verdict"] != "missed",  # bad news is never what the cut leaves out
            pair[0]["target_scope"] != "round",
            _STATUS.index(pair[0]["target_status"]),
        ),
    )[:most]
    return {
        "title": shown.title,
        "note": " · ".join(shown.notes[:1]),
        "heads": [heads[place] for place in _COLUMNS],
        "lines": [
            {
                "cells": [_named(row, line), *(line[place] for place in _COLUMNS[1:])],
                "tone": _TONE.get(row["verdict"], "unclear"),
                "mark": _MARK.get(row["verdict"], "incomplete"),
            }
            for row, line in wanted
        ],
        "rest": _rest(asked, shown.rows, [row for row, _ in wanted]),
    }


def _rest(asked: Asked, every: list[dict], wanted: list[dict]) -> str:
    """How many the title counts and the table does not show, and of those how many were missed."""
    rest = len(every) - len(wanted)
    if not rest:
        return ""
    text = asked.say("paper.targets_rest", shown=len(wanted), all=len(every), rest=rest)
    missed = [sum(row["verdict"] == "missed" for row in rows) for rows in (every, wanted)]
    return text + asked.say("paper.targets_rest_missed", n=missed[0] - missed[1]) if missed[0] > missed[1] else text


def _named(row: dict, line: list[str]) -> str:
    """A target of the whole programme says so; one of the round is what the brief is about."""
    return line[0] if row["target_scope"] == "round" else f"{line[0]} · {line[1]}"
