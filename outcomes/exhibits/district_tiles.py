"""A district as its tile tells it: name, reading in words, change with interval, one dot an enterprise."""

from dataclasses import replace

from outcomes import reference
from outcomes.charts.paper import esc
from outcomes.exhibits import tell
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.districts import District, Group, name, shown


def drawn(asked: Asked, group: Group) -> dict:
    codes = [one.code for one in group.districts]
    placed, empty = reference.tiles(codes), reference.between(codes)
    held = [_held(asked, code, at) for code, at in empty.items()]
    parent = asked.region_name(group.whole.code) if group.whole.code else asked.say("scene.all_regions")
    title = asked.say("regions.group", name=parent, n=group.whole.pilots)
    return {"title": title, "tiles": [*held, *(_tile(asked, one, group, placed[one.code]) for one in group.districts)]}


def _held(asked: Asked, code: str, at: tuple[int, int]) -> dict:
    """A place without an enterprise, so that the others stand where they lie."""
    nothing = dict.fromkeys(("word", "change", "interval", "why", "count", "hover"), "")
    return {"code": code, "name": asked.region_name(code), "at": at, "reading": None, "both": 0, "enrolled": 0} | {
        **nothing,
        "chosen": False,
    }


def _tile(asked: Asked, one: District, group: Group, at: tuple[int, int]) -> dict:
    tile = {**_held(asked, one.code, at), "name": name(asked, one, group), "chosen": one.code == asked.filters.region}
    change = one.change
    if change is None:
        return {**tile, "why": asked.say("regions.no_pilot")}
    lines = [f"<b>{esc(tile['name'])}</b>", tell.word(change, asked.lang), tell.amount(change, asked.lang)]
    if shown(one):
        sides = (tell.value(change.indicator, value, asked.lang) for value in (change.before, change.after))
        lines.insert(1, " → ".join(sides))
    lines += [tell.why(change, asked.lang), asked.say("regions.click")]
    whole = tell.amount(change, asked.lang)
    point = tell.amount(replace(change, lo=None, hi=None), asked.lang)
    return {
        **tile,
        "reading": change.reading.code,
        "word": tell.word(change, asked.lang),
        "change": point,
        "interval": whole.removeprefix(point).strip(),
        "why": asked.say(f"regions.tile_{change.reading.reason}") if not shown(one) else "",
        "both": change.n,
        "enrolled": one.pilots,
        "count": asked.say("regions.count", both=change.n, enrolled=one.pilots),
        "hover": "<br>".join(esc(line, 120) if not line.startswith("<b>") else line for line in lines if line),
    }
