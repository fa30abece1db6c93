"""Commands about the store: publish, snapshots, verify, rollback."""

import getpass
import json
import sys
from datetime import date
from pathlib import Path

from outcomes import words
from outcomes.cli import files
from outcomes.publish import commit, examine


def add_to(commands):
    publish = commands.add_parser("publish", help="check files and publish them as one new snapshot")
    publish.add_argument("files", nargs="+", type=Path, metavar="FILE")
    publish.add_argument("--note", default="", help="one line for the history")
    publish.add_argument("--by", default=None, help="who publishes (default: the name you are logged in with)")
    publish.add_argument("--accept-valid", action="store_true", help="publish valid rows though others were refused")
    publish.add_argument("--json", action="store_true")
    publish.set_defaults(run=run_publish)

    history = commands.add_parser("snapshots", help="list what was published")
    history.add_argument("--json", action="store_true")
    history.set_defaults(run=run_snapshots)

    verify = commands.add_parser("verify", help="check snapshots against their hashes")
    verify.add_argument("id", nargs="?", metavar="ID")
    verify.add_argument("--deep", action="store_true", help="read every row and every original again")
    verify.set_defaults(run=run_verify)

    rollback = commands.add_parser("rollback", help="make an earlier snapshot the current one again")
    rollback.add_argument("id", metavar="ID")
    rollback.add_argument("--reason", required=True)
    rollback.add_argument("--by", default=None)
    rollback.set_defaults(run=run_rollback)
    return publish, history, verify, rollback


def run_publish(options) -> int:
    plan = examine(options.store, [files.read(path) for path in options.files], date.today())
    if not options.json:
        for checked in plan.checks:
            files.print_findings(checked, options.lang)
        for name, refusal in plan.unreadable.items():
            print(f"{name}: {refusal.say(options.lang)}", file=sys.stderr)
    outcome = commit(options.store, plan, by=who(options), note=options.note, accept_valid=options.accept_valid)
    if options.json:
        told = {
            "snapshot": outcome.snapshot,
            "published": outcome.published,
            "reason": outcome.reason.say(options.lang) if outcome.reason else None,
            "changes": outcome.changes,
            "files": [
                {"name": check.name, "sha256": check.sha256, "errors": len(check.errors), "rows_in": check.rows_in}
                for check in plan.checks
            ],
            "unreadable": {name: refusal.say(options.lang) for name, refusal in plan.unreadable.items()},
        }
        print(json.dumps(told, ensure_ascii=False, indent=2))
    elif outcome.published:
        print(words.say("cli.published", options.lang, snapshot=outcome.snapshot, **outcome.changes))
    else:
        print(outcome.reason.say(options.lang), file=sys.stderr)
    if outcome.published or plan.nothing_new:
        return 0
    return 2 if plan.unreadable else 1


def run_snapshots(options) -> int:
    entries = options.store.history()
    if options.json:
        told = [{key: getattr(entry, key) for key in _ENTRY} for entry in entries]
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        return 0
    for entry in entries:
        status = words.say(f"cli.status_{entry.status}", options.lang)
        print(f"{entry.id}  {status:<10}  {entry.who}  {entry.note}")
    return 0


_ENTRY = ("id", "created", "who", "note", "status", "parent", "reason", "is_demonstration")


def run_verify(options) -> int:
    problems = options.store.verify(options.id, deep=options.deep)
    for problem in problems:
        print(problem.say(options.lang), file=sys.stderr)
    if not problems:
        print(words.say("cli.verified", options.lang))
    return 1 if problems else 0


def run_rollback(options) -> int:
    options.store.rollback(options.id, options.reason, who(options))
    print(words.say("cli.rolled_back", options.lang, snapshot=options.id))
    return 0


def who(options) -> str:
    try:
        return options.by or getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
