"""A brief of one or two pages: what changed, how sure we are, what was delivered, what it taught; for whoever pays or
decides. Nothing in it names an enterprise."""

from collections.abc import Callable
from pathlib import Path

from outcomes import exhibits, words
from outcomes.charts.look import LIGHT
from outcomes.exhibits import Asked, Exhibit, registry, scene
from outcomes.export.paper.delivered import delivered
from outcomes.export.paper.heading import heading, way_back
from outcomes.export.paper.pictures import Pictures
from outcomes.export.paper.practices import practices
from outcomes.export.paper.press import CannotPrint, Press
from outcomes.export.paper.said import caveats, notes, reading
from outcomes.export.paper.tiles import of_change, of_money

PAGES = 2
TARGETS = (12, 9, 6, 4)  # how many stand in it, tried until it fits
Told = Callable[[float, str], None]


def brief(asked: Asked, lang: str, path: Path, link: str | None = None, told: Told | None = None) -> None:
    """Write it in ``lang``: "en", "zh", or "both", English before Chinese. ``link``: where the square code leads."""
    told = told or (lambda share, what: None)
    for most in TARGETS:
        if made(asked, lang, link, told, most).write(path, PAGES) <= PAGES:
            told(1.0, asked.say("paper.step_done"))
            return
    raise CannotPrint("paper.too_long", pages=PAGES)


def made(
    asked: Asked, lang: str, link: str | None = None, told: Told = lambda share, what: None, most: int = TARGETS[0]
) -> Press:
    """The brief before it is printed."""
    pictures, parts = Pictures(), []
    chosen = list(words.LANGUAGES) if lang == "both" else [lang]
    for place, one in enumerate(chosen):
        told(place / len(chosen) * 0.8, asked.say("paper.step_part", part=words.say("ui.language", one)))
        parts.append(part(asked.but(lang=one, look=LIGHT), pictures, link, most))
    told(0.85, asked.say("paper.step_set"))
    title = parts[0]["title"]
    return Press(
        "brief.typ", {"title": title, "lang": chosen[0], "region": parts[0]["region"], "parts": parts}, pictures
    )


def part(asked: Asked, pictures: Pictures, link: str | None, most: int) -> dict:
    """All that one language says."""
    told = exhibits.headline(asked) if asked.pilots else []
    main = _main(asked, told)
    money = exhibits.delivery.savings(asked) if told else None
    tiles = {one.indicator.id: of_change(asked, one, pictures) for one in exhibits.chosen(told, money is not None)}
    if money:
        tiles[money.figure.indicator.id] = of_money(asked, money, pictures)
    headline = main.title if asked.is_public else exhibits.finding(asked, told)
    return {
        **heading(asked),
        "title": asked.say("paper.title", place=scene.round_name(asked)),
        "headline": headline,
        "design": "" if asked.is_public else _design(asked),
        "tiles": list(tiles.values()),
        "main": _shown(asked, main, pictures),
        "targets_head": asked.say("paper.targets_head"),
        "targets": delivered(asked, most),
        "practices_head": asked.say("paper.practices_head"),
        "practices": practices(asked, pictures),
        "practices_note": asked.say("paper.practices_note"),
        "practices_none": asked.say("paper.practices_none"),
        "caveats_head": asked.say("paper.caveats_head"),
        "caveats": caveats(asked, told, main),
        "reading_head": asked.say("paper.reading_head"),
        "reading": reading(asked, main.figure is not None, bool(tiles)),
        "marks": _marks(asked, list(tiles.values()), main),
        **way_back(asked, link, pictures),
    }


def _marks(asked: Asked, tiles: list[dict], main: Exhibit) -> list[dict]:
    """The words of the readings; that for context only where something is shown as context."""
    shown = {tile["reading"] for tile in tiles} | {row.get("reading") for row in main.rows}
    codes = [code for code in ("improved", "worse", "unclear", "neutral") if code != "neutral" or code in shown]
    return [{"reading": code, "word": asked.say(f"chart.reading.{code}")} for code in codes]


def _main(asked: Asked, told: list) -> Exhibit:
    """What changed: the forest; outside, what of it the public tree tells."""
    if not asked.is_public:
        return exhibits.forest(asked, told)
    return registry.build(asked, "outcomes", None)


def _design(asked: Asked) -> str:
    compared = any(row["arm"] == "comparison" for row in asked.kept)
    return asked.say("paper.design" if compared else "overview.design")


def _shown(asked: Asked, main: Exhibit, pictures: Pictures) -> dict:
    figure = pictures.figure(main)
    return {
        "title": asked.say("paper.chapter_changed") if asked.is_public else main.title,  # outside it is the headline
        "subtitle": main.subtitle,
        "figure": figure,
        "table": [] if figure else main.table,
        "notes": notes(asked, main),
    }
