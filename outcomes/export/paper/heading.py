"""What stands on every document: whose it is, where, when and who, of which snapshot, and where to find it on screen."""

import os
from urllib.parse import urlencode, urlsplit

from outcomes.exhibits import Asked, scene
from outcomes.export.paper.pictures import Pictures
from outcomes.words import numbers

SCREEN = "http://127.0.0.1:8501"
_HERE = ("127.0.0.1", "localhost", "::1")
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


def way_back(asked: Asked, link: str | None, pictures: Pictures) -> dict:
    """The square code and the address, to press or to photograph; and that they open here only, where they do."""
    where = link or link_to(asked)
    return {
        "square": pictures.square(where),
        "square_alt": asked.say("paper.square_alt", link=where),
        "square_head": asked.say("paper.square_head"),
        "square_here": asked.say("paper.square_here") if urlsplit(where).hostname in _HERE else "",
        "link": where,
    }


def link_to(asked: Asked, page: str = "overview", base: str | None = None) -> str:
    """The deep link to the page with this language, round and filters: what the choice is on screen. ``base``: where
    readers find the dashboard; OUTCOMES_ADDRESS, else this computer."""
    base = (base or os.environ.get("OUTCOMES_ADDRESS") or SCREEN).rstrip("/")
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
