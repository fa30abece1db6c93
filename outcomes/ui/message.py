"""A sentence where a figure would stand: nothing here, not for you, or something went wrong."""

from outcomes.exhibits.exhibit import Exhibit
from outcomes.ui.show import Action, show


def say_so(state: str, title: str, text: str, lang: str, name: str = "message", action: Action | None = None) -> None:
    """A card with a badge, a sentence and at most one action; ``state`` as in Exhibit.state."""
    empty = Exhibit(
        id=name,
        title=title,
        subtitle=text,
        figure=None,
        narrow=None,
        columns=[],
        rows=[],
        notes=[],
        alt=title,
        lineage=None,
        state=state,
    )
    show(empty, lang, action=action, height="content")
