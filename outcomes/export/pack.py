"""The offline pack: the slides of a story as one HTML file that asks for nothing, for a venue where nothing can be installed."""

import json
import os
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from outcomes import words
from outcomes.charts import fonts
from outcomes.export.told import silent
from outcomes.slides import Slide, Story, stage

# nothing may be fetched from anywhere: a browser holds to it even if a text of the data should try
_POLICY = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_TAG = re.compile(r"<[^>]*>")


def page(
    story: Story, slides: list[Slide], told: Callable[[float, str], None] = silent, lead: str | None = None
) -> str:
    """The whole file as text: slides in both leads, their photos once each, the letters they need of both fonts.

    ``lead``: the language in which it opens; the story's own where it is none of ours.
    """
    if lead in words.LANGUAGES:
        story = replace(story, lead=lead)
    told(0.2, "slides")
    data = stage.stage(story, slides)
    told(0.6, "fonts")
    letters = "".join(_TAG.sub(" ", deck) for deck in data["decks"].values())
    letters += "".join(text for texts in data["texts"].values() for text in texts.values())
    data |= {"style": "", "address": True}
    title = story.title[story.lead]
    told(0.9, "file")
    return f"""<!doctype html>
<html lang="{"zh-CN" if story.lead == "zh" else "en"}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{_escaped(title)}</title>
<style>{fonts.subset_css(letters)}
html, body {{ margin: 0; }}
{stage.style()}</style></head><body>
<script type="application/json" id="told">{_json(data)}</script>
<script>{stage.script()}
const told = JSON.parse(document.getElementById("told").textContent);
const asked = new URL(location.href).searchParams;
startStage(document.body, {{ ...told, slide: asked.get("slide"), theme: asked.get("theme"), lang: asked.get("lang") }});
</script></body></html>
"""


def write(
    story: Story,
    slides: list[Slide],
    path: Path,
    told: Callable[[float, str], None] = silent,
    lead: str | None = None,
) -> None:
    """Whole or not at all."""
    text = page(story, slides, told, lead)
    made = Path(path).with_name(f".{Path(path).name}.{os.getpid()}")
    made.write_text(text, encoding="utf-8")
    os.replace(made, path)


def _json(data: dict) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
