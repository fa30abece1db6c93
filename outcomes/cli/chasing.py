"""``chase``: what to chase, as a workbook to send."""

from pathlib import Path

from outcomes import export, words
from outcomes.cli import asking
from outcomes.errors import NotAllowed


def add_to(commands):
    chase = commands.add_parser("chase", help="what is missing or to be confirmed, as a workbook to send")
    chase.add_argument("--out", required=True, metavar="FILE.xlsx", type=Path)
    asking.add_choice(chase)
    chase.set_defaults(run=run_chase)
    return (chase,)


def run_chase(options) -> int:
    asked = asking.asked(options)
    if asked.is_public:
        raise NotAllowed("scope.question_not_public", name="chase")
    options.out.write_bytes(export.chase_workbook(asked))
    print(words.say("cli.written", options.lang, path=options.out))
    return 0
