"""``exhibit``: all that a page shows of one exhibit, and all that it rests on."""

import dataclasses
import json
import sys

from outcomes.cli import asking
from outcomes.errors import BadQuestion
from outcomes.exhibits import cells, registry, rows_csv
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.between import which
from outcomes.exhibits.exhibit import Exhibit, closed


def add_to(commands):
    exhibit = commands.add_parser("exhibit", help="one exhibit of a page, whole")
    exhibit.add_argument("name", metavar="NAME", help=", ".join(registry.EXHIBITS))
    exhibit.add_argument("--indicator", metavar="ID")
    exhibit.add_argument("--enterprise", metavar="CODE", help="for an exhibit about one enterprise")
    exhibit.add_argument(
        "--base", metavar="ID", help="the earlier snapshot to hold against (default: the last meeting's)"
    )
    exhibit.add_argument("--action", metavar="CODE", help="for an exhibit about one improvement action")
    asking.add_choice(exhibit)
    exhibit.add_argument("--format", choices=("text", "json"), default="text")
    exhibit.add_argument("--cells", action="store_true", help="the rows it was made of: file, sheet and cell of each")
    exhibit.set_defaults(run=run_exhibit)
    return (exhibit,)


def run_exhibit(options) -> int:
    asked = beside(asking.asked(options), options)
    shown = registry.build(asked, options.name, options.indicator, options.enterprise, options.action)
    if options.cells:
        return _print_cells(shown, asked, options.format)
    if options.format == "json":
        print(json.dumps(whole(shown, asked), ensure_ascii=False, indent=2, default=str, allow_nan=False))
    else:
        print(
            "\n".join(
                [shown.title, shown.subtitle, *(" | ".join(line) for line in shown.table), *shown.remarks, *shown.notes]
            )
        )
    return 0


def beside(asked: Asked, options) -> Asked:
    """With the earlier snapshot that an exhibit of two needs: the one that is named, else the last meeting's."""
    named = registry.EXHIBITS.get(options.name)
    if named is None or not named.of_two or asked.is_public:
        if options.base:
            raise BadQuestion("between.no_base", name=options.name)
        return asked
    entries = options.store.history()
    chosen = which.chosen(asked, entries)
    if options.base and options.base != chosen.snapshot:
        if options.base not in [entry.id for entry in which.earlier(entries, asked.db.snapshot)]:
            raise BadQuestion("between.unknown", name=options.base)
        chosen = which.Chosen(options.base)
    return which.opened(asked, options.store, chosen)


def _print_cells(exhibit: Exhibit, asked, form: str) -> int:
    """The rows as CSV or JSON; where there are none to open, the sentence that says why."""
    used = exhibit.lineage.cells if exhibit.lineage else None
    why = exhibit.title if exhibit.lineage is None else asked.say("cells.not_public" if used is None else "cells.none")
    if form == "json":
        told = {
            "rows": used() if used else [],
            "why": None if used and used.n else why,
            "snapshot": asked.db.snapshot.id,
        }
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str, allow_nan=False))
    elif used and used.n:
        sys.stdout.write(rows_csv.to_csv(list(cells.COLUMNS), used(), asked.db.snapshot))
    else:
        print(why)
    return 0


def whole(exhibit: Exhibit, asked) -> dict:
    """The exhibit without its drawings, as JSON takes it: an infinite end is a word there."""
    told = {
        field.name: getattr(exhibit, field.name)
        for field in dataclasses.fields(exhibit)
        if field.name not in ("figure", "narrow", "lineage")
    }
    told["sentences"] = [text for text in (exhibit.title, exhibit.subtitle, exhibit.alt) if text]
    told["lineage"] = _lineage(exhibit.lineage) if exhibit.lineage else None
    told["snapshot"] = asked.db.snapshot.id
    told["is_demonstration"] = asked.db.snapshot.is_demonstration
    told["window"] = asked.windows.code
    return closed(told)


def _lineage(lineage) -> dict:
    """All but the rows themselves, which ``--cells`` prints."""
    return {field.name: getattr(lineage, field.name) for field in dataclasses.fields(lineage) if field.name != "cells"}
