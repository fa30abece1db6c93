"""One method as markdown, the same on the page and on paper, with the numbers of the code filled in."""

from outcomes import readings, words
from outcomes.methods.entry import Method, Pair, Reference
from outcomes.methods.thresholds import facts


def body(method: Method, lang: str) -> str:
    """What it answers first; then formula, when to use it and when not, the choice made, source and codes."""
    parts = [filled(method.answers, lang)]
    if method.formula:
        parts.append(f"$$\n{method.formula.strip()}\n$$")
    if method.letters:
        parts.append(filled(method.letters, lang))
    for name in ("when", "when_not", "choice"):
        pair: Pair | None = getattr(method, name)
        if pair:
            parts.append(_named(name, filled(pair, lang), lang))
    sources = [_source(one) for one in method.references] or [words.say("methods.own_rule", lang)]
    parts.append(_named("source", words.say("methods.semicolon", lang).join(sources), lang))
    if method.codes:
        codes = words.say("comma", lang).join(f"`{code}`" for code in method.codes)
        parts.append(_named("codes", codes, lang))
    return "\n\n".join(parts)


def reading_table(lang: str) -> str:
    """Every word a figure can get, and what has to hold for it."""
    heads = [words.say("methods.word", lang), words.say("methods.means", lang)]
    rows = [heads, ["---", "---"]]
    known = facts()
    for code in readings.CODES:
        rows.append([f"**{words.say(f'reading.{code}', lang)}**", words.say(f"methods.reading.{code}", lang, **known)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def filled(pair: Pair, lang: str) -> str:
    return words.pick(pair, lang).format(**facts())


def _named(name: str, text: str, lang: str) -> str:
    return f"**{words.say(f'methods.{name}', lang)}**{words.say('methods.colon', lang)}{text}"


def _source(one: Reference) -> str:
    who = f"{one.author} ({one.year})." if one.year else f"{one.author}."
    return " ".join(part for part in (who, f"{one.title}.", _plain(one.where)) if part)


def _plain(where: str) -> str:
    """An address as text in code marks: read and copied, and no line leads out of the house."""
    return f"`{where}`" if where else ""
