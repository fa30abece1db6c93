"""Where stories lie: ``stories/`` in the store for those that somebody put together, else those that come along."""

import json
import os
import tomllib
from pathlib import Path

from outcomes.slides.story import ID, Story, StoryFault, from_dict, to_dict

ALONG = Path(__file__).parents[2] / "data" / "stories"
MOST_BYTES = 200_000


def folders(data: Path) -> list[Path]:
    """The reader's own first: a story of the same name stands in place of the one that came along."""
    own = Path(data) / "stories"
    return [own] if own.resolve() == ALONG else [own, ALONG]


def known(data: Path) -> dict[str, Path]:
    """Story id -> file, in the order of the ids."""
    found: dict[str, Path] = {}
    for folder in reversed(folders(data)):
        found |= {path.stem: path for path in folder.glob("*.toml") if ID.match(path.stem)}
    return dict(sorted(found.items()))


def read(data: Path, name: str) -> Story:
    """The story of that id; StoryFault when there is none, or none that can be read."""
    there = known(data)
    if name not in there:
        raise StoryFault("story.unknown", name=name, known=", ".join(there))
    path = there[name]
    if path.stat().st_size > MOST_BYTES:
        raise StoryFault("story.too_big", file=path.name, most=MOST_BYTES // 1000)
    try:
        return from_dict(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise StoryFault("story.not_toml", file=path.name, problem=str(problem)) from problem


def save(data: Path, story: Story) -> Path:
    """Into the store, whole or not at all; what is written is read again before it takes the place of an older one."""
    if not ID.match(story.id):
        raise StoryFault("story.bad_id", value=story.id)
    text = to_toml(to_dict(story))
    from_dict(tomllib.loads(text), f"{story.id}.toml")
    folder = folders(data)[0]
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f".{story.id}.{os.getpid()}"
    made.write_text(text, encoding="utf-8")
    os.replace(made, folder / f"{story.id}.toml")
    return folder / f"{story.id}.toml"


def to_toml(told: dict) -> str:
    """A story's few kinds of values; a text is written as JSON writes it, which TOML reads alike."""
    lines = [
        f"{key} = {json.dumps(told[key], ensure_ascii=False)}" for key in ("round", "lead", "snapshot") if key in told
    ]
    for key in ("title", "subtitle"):
        lines += _texts(key, told.get(key, {}))
    for page in told["page"]:
        lines += ["", "[[page]]"]
        lines += [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in page.items() if k != "sentence"]
        lines += _texts("sentence", page.get("sentence", {}), "page.")
    return "\n".join(lines) + "\n"


def _texts(key: str, told: dict[str, str], prefix: str = "") -> list[str]:
    if not told:
        return []
    return [
        "",
        f"[{prefix}{key}]",
        *(f"{lang} = {json.dumps(text, ensure_ascii=False)}" for lang, text in told.items()),
    ]
