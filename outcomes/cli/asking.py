"""``ask``: exactly the rows that a page shows, as CSV or JSON."""

import json
import sys

from outcomes import engine, filters, questions, scope
from outcomes.errors import BadQuestion
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.rows_csv import to_csv
from outcomes.filters import Filters


def add_to(commands):
    ask = commands.add_parser("ask", help="the rows behind a page")
    ask.add_argument("question", metavar="QUESTION", help=", ".join(questions.names()))
    ask.add_argument("--indicator", action="append", default=[], metavar="ID")
    add_choice(ask)
    ask.add_argument("--format", choices=("csv", "json"), default="csv")
    ask.set_defaults(run=run_ask)
    return (ask,)


def add_choice(ask) -> None:
    """The filters, the windows and the reader, as every command that asks takes them."""
    ask.add_argument("--round")
    ask.add_argument("--region", help="a GB/T 2260 code at any level")
    ask.add_argument("--sector", help="a GB/T 4754 code, as in C38")
    ask.add_argument("--size", choices=filters.SIZES)
    ask.add_argument("--from", dest="first", metavar="2015-05")
    ask.add_argument("--to", dest="last", metavar="2015-10")
    ask.add_argument("--window", default="start", metavar="CODE", help=", ".join(filters.WINDOWS))
    ask.add_argument("--scope", default="director", help="director, officer:REGION,REGION or public")


def asked(options) -> Asked:
    """The question of one reader over the snapshot that is served; a warning about it goes to stderr."""
    served = options.store.serve()
    if served.warning:
        print(served.warning.say(options.lang), file=sys.stderr)
    chosen = Filters(
        region=options.region,
        round=options.round,
        sector=options.sector,
        size=options.size,
        first_month=filters.parse_month(options.first) if options.first else None,
        last_month=filters.parse_month(options.last) if options.last else None,
    )
    db = engine.open_database(served.snapshot, scope.parse(options.scope))
    rounds = [row["round"] for row in db.ask("rounds").rows]
    if chosen.round and chosen.round not in rounds:
        raise BadQuestion("question.unknown_round", round=chosen.round, known=", ".join(rounds))
    return Asked(db, chosen, options.lang, windows=filters.parse_windows(options.window))


def run_ask(options) -> int:
    reader = asked(options)
    snapshot, answer = reader.db.snapshot, reader.ask(options.question, options.indicator)
    if options.format == "json":
        told = {
            "question": answer.question.name,
            "sql_sha256": answer.question.sha256,
            "parameters": answer.parameters,
            "snapshot": snapshot.id,
            "is_demonstration": snapshot.is_demonstration,
            "rows": answer.rows,
        }
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return 0
    sys.stdout.write(to_csv(list(answer.columns), answer.rows, snapshot))
    return 0
