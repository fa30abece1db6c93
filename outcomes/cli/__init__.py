"""The command line: one parser, one exit status a meaning (0 done, 1 errors found, 2 could not be read or done)."""

import argparse
import os
import sys
from pathlib import Path

from outcomes import words
from outcomes.cli import asking, benching, chasing, exhibiting, exporting, files, snapshots
from outcomes.errors import OutcomesError
from outcomes.store import Store

_DEFAULT = Path(__file__).parents[2] / "data"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; a refusal is one sentence on stderr, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # Chinese names print under any locale
    options = parser().parse_args(arguments)
    options.store = Store(Path(options.data or os.environ.get("OUTCOMES_DATA") or _DEFAULT))
    try:
        return options.run(options)
    except OutcomesError as refusal:
        print(refusal.say(options.lang if options.lang in words.LANGUAGES else words.LANGUAGES[0]), file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="python -m outcomes", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    for part in (files, snapshots, asking, exhibiting, chasing, exporting, benching):
        languages = getattr(part, "LANGUAGES", words.LANGUAGES)
        for command in part.add_to(commands):
            command.add_argument("--data", metavar="DIR", help="the store (default: OUTCOMES_DATA, else data/)")
            usual = command.get_default("lang") or "en"
            command.add_argument("--lang", choices=languages, default=usual, help="language of what is printed or made")
    return top
