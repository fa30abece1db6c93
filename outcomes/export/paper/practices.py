"""Two good practices for a brief: those that tell most, as the public tree tells them, so that no photo without consent
and no word that leads to an enterprise can stand on paper."""

from outcomes import engine, scope
from outcomes.exhibits import Asked
from outcomes.exhibits.practice import told
from outcomes.export.paper.pictures import Pictures
from outcomes.slides.choice import tellable

MANY = 2


def outside(asked: Asked) -> Asked:
    """The same question over the public tree of the same snapshot."""
    if asked.is_public:
        return asked
    return asked.but(db=engine.open_database(asked.db.snapshot, scope.parse("public")))


def practices(asked: Asked, pictures: Pictures) -> list[dict]:
    here = outside(asked)
    return [_card(here, row, pictures) for row in tellable(here)[:MANY]]


def _card(asked: Asked, row: dict, pictures: Pictures) -> dict:
    lines = {
        "cost": told.cost(asked, row),
        "saving": told.saving_and_known(asked, row),
        "payback": told.payback(asked, row) if row["payback"] is not None else "",
        "measure": told.measure(asked, row),
        "status": told.status(asked, row),
    }
    words_ = told.quote(asked, row)
    return {
        "title": told.title(asked, row),
        "by": asked.say("practice.by", who=told.choice(asked, "proposed_by", row["proposed_by"])),
        "facts": [[asked.say(f"practice.head_{key}"), text] for key, text in lines.items() if text],
        "quote": asked.say("practice.quoted", words=words_) if words_ else "",
        "who": told.choice(asked, "quote_role", row["quote_role"]) if words_ and row["quote_role"] else "",
        "photos": _photos(asked, row, pictures),
    }


def _photos(asked: Asked, row: dict, pictures: Pictures) -> list[dict]:
    found = []
    for kind in ("before", "after"):
        one = next((each for each in asked.db.photos(row["card"]) if each["media_kind"] == kind), None)
        jpeg = asked.db.picture(one["photo"]) if one else None
        if jpeg:
            caption = asked.say(f"practice.photo_{kind}")
            alt = asked.say("paper.photo_of", when=caption, what=told.title(asked, row))
            found.append({"file": pictures.photo(jpeg), "caption": caption, "alt": alt})
    return found
