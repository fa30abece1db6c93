"""The improvements worth a slide: those that tell most. Nothing but what the public tree says decides it."""

from outcomes.exhibits import Asked
from outcomes.exhibits.practice.cards import cards
from outcomes.slides.story import StoryFault


def nth_card(asked: Asked, nth: int) -> str:
    """The number of the n-th card; StoryFault when the round has fewer that stand."""
    found = tellable(asked)
    if nth > len(found):
        raise StoryFault("story.too_few_cards", n=len(found), nth=nth)
    return found[nth - 1]["card"]


def tellable(asked: Asked) -> list[dict]:
    """Carried out and standing; first those with most of: both photos, cost, a verified saving, a measure, a quotation."""
    return sorted(
        (row for row in cards(asked).rows if row["place"] == "good"),
        key=lambda row: (-_tells(asked, row), int(row["card"])),
    )


def _tells(asked: Asked, row: dict) -> int:
    kinds = {one["media_kind"] for one in asked.db.photos(row["card"])}
    told = (
        {"before", "after"} <= kinds,
        row["cost"] is not None,
        row["verified"] and row["saving_monthly"] is not None,
        row["metric_after"] is not None,
        bool(row["quote_en"] and row["quote_zh"]),
    )
    return sum(told)
