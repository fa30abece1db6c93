"""Slides as HTML: each once with English large and once with Chinese large; colours are names that the style sheet
fills, so that one drawing serves a dim hall and a lit room."""

import base64
import hashlib
from functools import cache
from pathlib import Path

from outcomes import words
from outcomes.charts import DARK, LIGHT, Look
from outcomes.slides.make import Slide
from outcomes.slides.stage import body
from outcomes.slides.stage.mark import both, esc, told, whole
from outcomes.slides.story import Story

_HERE = Path(__file__).parent
# the tokens that a drawing may use, and their names in the style sheet
_TOKENS = ("page", "panel", "ink", "ink2", "ink3", "rule", "grid", "improvement", "concern", "unclear", "improvement_tint",
           "concern_tint", "unclear_tint", "baseline", "pilot", "comparison", "action", "training", "training_text")  # fmt: skip


def style() -> str:
    """The style sheet, with the colours of both themes filled in from the one place that has colours."""
    sheet = (_HERE / "stage.css").read_text(encoding="utf-8")
    return f"#stage{{{_colours(LIGHT)}}}\n#stage[data-theme=dark]{{{_colours(DARK)}}}\n{sheet}"


def script() -> str:
    """The function ``startStage(root, options)``: keys, address, theme, language, black, full screen."""
    return (_HERE / "stage.js").read_text(encoding="utf-8")


def stage(story: Story, slides: list[Slide]) -> dict:
    """What the script is given: ``decks`` (a string of HTML by lead language), ``photos`` (JPEG as base64 by name, each
    once), ``texts`` (the words of its few controls, by language), ``lead`` and ``n``."""
    photos: dict[str, str] = {}
    decks = {lead: "".join(_section(slide, lead, len(slides), photos) for slide in slides) for lead in words.LANGUAGES}
    texts = {lang: {key: words.say(f"stage.{key}", lang) for key in _WORDS} for lang in words.LANGUAGES}
    return {"decks": decks, "photos": photos, "texts": texts, "lead": story.lead, "n": len(slides)}


_WORDS = (
    "label", "back", "next", "full", "theme", "language", "language_sign", "black", "keys", "keys_text", "close", "slide_of", "is_black",
)  # fmt: skip


def _section(slide: Slide, lead: str, n: int, photos: dict[str, str]) -> str:
    def photo(jpeg: str) -> str:
        name = hashlib.sha256(base64.b64decode(jpeg)).hexdigest()[:16]
        photos[name] = jpeg
        return name

    held = slide.problem and f'<div class="held">{both(slide.problem, lead, "p")}</div>'
    inside = held or body.html(slide, lead, photo)
    said = slide.said and f'<div class="said">{both(slide.said, lead, "p")}</div>'
    second = next(lang for lang in words.LANGUAGES if lang != lead)
    under = slide.under and both(slide.under, lead, "p")
    head = f"""<header><div class="eyebrow">{told(slide.eyebrow, lead)}</div>
<h2 lang="{_LANG[lead]}">{whole(slide.title[lead])}</h2><div class="second" lang="{_LANG[second]}">{whole(slide.title[second])}</div></header>"""
    if slide.part == "cover":
        head = head.replace("<header>", '<header class="cover">')
        under = under and f'<div class="subtitle">{under}</div>'
    else:
        under = under and f'<div class="under">{under}</div>'
    foot = f'<footer><div class="foot">{told(slide.foot, lead)}</div><div class="number">{slide.number} / {n}</div></footer>'
    return f"""<section class="slide part-{slide.part}" data-key="{esc(slide.key)}" data-number="{slide.number}" hidden>
{head}{said or ""}{under or ""}<div class="body kind-{body.kind(slide)}">{inside}</div>{foot}</section>"""


_LANG = {"en": "en", "zh": "zh-CN"}


def _colours(look: Look) -> str:
    return ";".join(f"--{name.replace('_', '-')}:{getattr(look, name)}" for name in _TOKENS)


@cache
def named_colours() -> dict[str, str]:
    """Colour of the light look -> its name: a drawing in the light look then follows the theme."""
    found: dict[str, str] = {}
    for name in reversed(_TOKENS):
        found[getattr(LIGHT, name).lower()] = f"var(--{name.replace('_', '-')})"
    return found
