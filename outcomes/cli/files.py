"""Commands about files that people send: template, check, demo."""

import json
import sys
from datetime import date
from pathlib import Path

from outcomes import demo, ingest, words
from outcomes.errors import Unreadable
from outcomes.publish import examine


def add_to(commands):
    template = commands.add_parser("template", help="write an empty submission workbook")
    template.add_argument("--out", required=True, metavar="FILE.xlsx", type=Path)
    template.set_defaults(run=run_template)

    check = commands.add_parser(
        "check", help="check a workbook or CSV files, with pictures as a zip or a folder; publishes nothing"
    )
    check.add_argument("file", type=Path)
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--marked", metavar="OUT.xlsx", type=Path, help="write your workbook with the cells marked")
    check.set_defaults(run=run_check)

    demonstration = commands.add_parser("demo", help="write submissions with invented figures")
    demonstration.add_argument("--out", required=True, metavar="DIR", type=Path)
    demonstration.add_argument("--seed", type=int, default=None)
    demonstration.add_argument("--enterprises", type=int, default=None, metavar="N")
    demonstration.add_argument("--months", type=int, default=None, metavar="N")
    demonstration.set_defaults(run=run_demo)
    return template, check, demonstration


def run_template(options) -> int:
    ingest.write_template(options.out, lang=options.lang)
    print(words.say("cli.written", options.lang, path=options.out))
    return 0


def run_demo(options) -> int:
    chosen = {key: getattr(options, key) for key in ("seed", "enterprises", "months")}
    for path in demo.write(options.out, **{key: value for key, value in chosen.items() if value is not None}):
        print(words.say("cli.written", options.lang, path=path))
    return 0


def run_check(options) -> int:
    name, data = read(options.file)
    plan = examine(options.store, [(name, data)], date.today())
    if plan.already:
        print(words.say("cli.already", options.lang, name=name))
        return 0
    if plan.unreadable:
        raise plan.unreadable[name]
    checked = plan.checks[0]
    if options.format == "json":
        told = {
            "file": checked.name,
            "sha256": checked.sha256,
            "rows_in": checked.rows_in,
            "rows_accepted": checked.rows_accepted,
            "rows_refused": checked.rows_refused,
            "sheets": checked.sheets,
            "findings": [finding.as_dict(options.lang) for finding in checked.findings],
        }
        print(json.dumps(told, ensure_ascii=False, indent=2, default=str))
    else:
        print_findings(checked, options.lang)
    if options.marked:
        options.marked.write_bytes(ingest.mark(data, name, checked, options.lang))
        print(words.say("cli.written", options.lang, path=options.marked), file=sys.stderr)
    return 1 if checked.errors else 0


def print_findings(checked: ingest.Checked, lang: str) -> None:
    for finding in checked.findings:
        severity = words.say(f"cli.severity_{finding.severity}", lang)
        seen = "" if finding.value in (None, "") else f" «{finding.value}»"
        print(f"{severity}  {finding.where}{seen}  {finding.what(lang)} {finding.fix(lang)}  [{finding.rule}]")
    print(
        words.say(
            "cli.checked",
            lang,
            name=checked.name,
            rows_in=checked.rows_in,
            accepted=checked.rows_accepted,
            refused=checked.rows_refused,
            errors=len(checked.errors),
            warnings=len(checked.warnings),
        )
    )


def read(path: Path) -> tuple[str, bytes]:
    """Name and bytes of a submission; a folder becomes one zip, the same bytes every time."""
    try:
        if path.is_dir():
            return f"{path.resolve().name}.zip", ingest.pack_folder(path)
        return path.name, path.read_bytes()
    except OSError as problem:
        raise Unreadable("cli.no_file", path=path, problem=problem.strerror or problem) from problem
