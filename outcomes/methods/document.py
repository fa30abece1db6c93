"""The methods on paper: docs/method.md and its Chinese twin, made from the files of this folder.

``python -m outcomes.methods.document`` writes both; a test fails while they differ from the files.
"""

from pathlib import Path

from outcomes import words
from outcomes.catalogue.document import write_each
from outcomes.methods.entry import groups
from outcomes.methods.text import body, filled, reading_table
from outcomes.methods.thresholds import facts

DOCS = Path(__file__).parents[2] / "docs"
FILES = {"en": "method.md", "zh": "method.zh.md"}


def as_markdown(lang: str) -> str:
    """The whole document in one language."""
    every = groups()
    parts = [
        f"# {words.say('methods.title', lang, n=sum(len(group.methods) for group in every))}",
        f"<!-- {words.say('methods.made', lang)} -->",
        words.say("methods.intro", lang, **facts()),
        f"## {words.say('methods.words', lang)}",
        words.say("methods.words_note", lang),
        reading_table(lang),
    ]
    for group in every:
        parts.append(f"## {filled(group.title, lang)}")
        for one in group.methods:
            parts += [f"### {filled(one.title, lang)}", body(one, lang)]
    return "\n\n".join(parts) + "\n"


def write(folder: Path = DOCS) -> list[Path]:
    """Write the document in every language; the paths written."""
    return write_each(folder, FILES, as_markdown)


if __name__ == "__main__":
    for written in write():
        print(written.name)
