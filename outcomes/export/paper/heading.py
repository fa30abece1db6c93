"""What stands on every document: whose it is, where, when and who, of which snapshot, and where to find it on screen."""

from urllib.parse import urlencode

from outcomes.exhibits import Asked, scene
from outcomes.words import numbers

SCREEN = "http://127.0.0.1:8501"
_REGION = {"en": "us", "zh": "cn"}


def heading(asked: Asked, topic: str = "paper.topic") -> dict:
    """The texts of head and foot in the reader's language."""
    snapshot = asked.db.snapshot
    return {
        "lang": asked.lang,
        "region": _REGION[asked.lang],
        "product": asked.say("ui.product"),
        "demonstration": asked.say("paper.demonstration") if snapshot.is_demonstration else "",
        "eyebrow": scene.eyebrow(asked, asked.say(topic)),
        "snapshot": scene.snapshot_note(asked),
        "snapshot_whole": asked.say(
            "paper.snapshot_whole", id=snapshot.id, day=numbers.day(snapshot.created.date(), asked.lang)
        ),
        "page_of": asked.say("paper.page_of", n="{n}", of="{of}"),  # the template fills in the numbers
        "scope": asked.say(f"paper.scope_{asked.db.scope.role}"),
    }


def link_to(asked: Asked, page: str = "overview", base: str = SCREEN) -> str:
    """The deep link to the page with this language, round and filters: what the choice is on screen."""
    told = asked.filters
    wanted = {
        "lang": asked.lang,
        "round": told.round or "all",
        "region": told.region,
        "sector": told.sector,
        "size": told.size,
        "from": f"{told.first_month:%Y-%m}" if told.first_month else None,
        "to": f"{told.last_month:%Y-%m}" if told.last_month else None,
        "window": asked.windows.code if asked.windows.code != "start" else None,
    }
    return f"{base}/{page}?" + urlencode({key: value for key, value in wanted.items() if value})
