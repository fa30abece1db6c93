"""``export`` and ``pack``: files to take away, the same as the Share menu makes, without a browser."""

import sys
from pathlib import Path

from outcomes import engine, scope, slides, words
from outcomes.charts.look import LIGHT
from outcomes.cli import asking, exhibiting
from outcomes.cli.progress import Progress
from outcomes.exhibits import registry
from outcomes.exhibits.between import which
from outcomes.export import order

LANGUAGES = (*words.LANGUAGES, "both")


def add_to(commands):
    top = commands.add_parser("export", help="a deck, a brief, a report, a workbook or a figure to take away")
    kinds = top.add_subparsers(required=True, metavar="deck|brief|report|workbook|figure")
    deck = kinds.add_parser("deck", help="the slides of a story as a PowerPoint file to edit")
    deck.add_argument("--story", required=True, metavar="ID")
    deck.add_argument(
        "--refresh", type=Path, metavar="DECK.pptx", help="renew the figures of this deck, keep its words"
    )
    deck.set_defaults(run=run_story, kind="deck")
    made = [deck]
    for kind, about in (
        ("brief", "one or two pages (PDF)"),
        ("report", "a round with every exhibit (PDF)"),
        ("workbook", "a sheet an exhibit (XLSX)"),
    ):
        one = kinds.add_parser(kind, help=about)
        asking.add_choice(one)
        one.set_defaults(run=run_choice, kind=kind)
        made.append(one)
    made[-1].add_argument("--indicator", action="append", metavar="ID", help="all that is told of this measure")
    figure = kinds.add_parser("figure", help="one exhibit as a picture or as its rows")
    figure.add_argument("name", metavar="NAME", help=", ".join(registry.EXHIBITS))
    for option in ("--indicator", "--enterprise", "--base", "--action"):
        figure.add_argument(option, metavar="ID")
    figure.add_argument("--format", choices=order.FORMS, default="png")
    asking.add_choice(figure)
    figure.set_defaults(run=run_figure)
    pack = commands.add_parser("pack", help="a story as one HTML file for a hall without internet")
    pack.add_argument("--story", required=True, metavar="ID")
    pack.set_defaults(run=run_story, kind="pack", refresh=None, lang="both")  # both: the story's own language leads
    for one in (*made, figure, pack):
        one.add_argument("--out", type=Path, default=Path(), metavar="FILE", help="a file or a folder (default: here)")
    return (*made, figure, pack)


def run_choice(options) -> int:
    """Brief, report, workbook. A workbook has one language, so that ``both`` makes two of it."""
    each = _each_language(options, apart=options.kind == "workbook")
    asked = asking.asked(options)
    more = {}
    if options.kind == "workbook":
        if not asked.is_public:
            asked = which.opened(asked, options.store, which.chosen(asked, options.store.history()))
        if options.indicator:
            for one in options.indicator:
                known = one in asked.db.indicators or one in asked.db.records
                asked.parameters("trend", [] if known else [one])  # refuses what there is not
            from outcomes.export import book

            more = {"wanted": book.chosen(asked, options.indicator)}
    for lang, out in each:
        progress = Progress()
        made = order.of_choice(options.kind, asked.but(lang=options.lang), lang, out, progress, **more)
        _tell(made, options.lang, progress)
    return 0


def run_story(options) -> int:
    ((lang, out),) = _each_language(options, apart=False)
    story = slides.read(options.store.root, options.story)
    snapshot = options.store.open(story.snapshot) if story.snapshot else _served(options)
    db = engine.open_database(snapshot, scope.parse("public"))
    progress = Progress()
    progress(0.0, story.title[options.lang])
    told = slides.made(story, db, LIGHT if options.kind == "deck" else slides.look())
    if options.refresh:
        return _refresh(options, story, told, lang, out, progress, snapshot)
    _tell(order.of_story(options.kind, story, told, snapshot, lang, out, progress), options.lang, progress)
    return 0


def run_figure(options) -> int:
    for lang, out in _each_language(options, apart=True):
        options.lang = lang
        asked = exhibiting.beside(asking.asked(options), options).but(look=LIGHT)
        exhibit = registry.build(asked, options.name, options.indicator, options.enterprise, options.action)
        progress = Progress()
        _tell(order.of_exhibit(options.format, exhibit, asked, out), lang, progress)
    return 0


def _refresh(options, story, told, lang: str, out: Path, progress: Progress, snapshot) -> int:
    """A copy with new figures; the deck that was given stays as it is unless ``--out`` names it."""
    made, changes = order.of_deck(options.refresh, story, told, snapshot, lang, out, progress)
    progress.end()
    for change in changes:
        print(change.say(options.lang) if hasattr(change, "say") else change)
    _tell(made, options.lang, progress)
    return 0


def _each_language(options, apart: bool) -> list[tuple[str, Path]]:
    """Language of the file and where it goes. From here on ``options.lang`` is the language of what is printed."""
    wanted, out = options.lang, options.out
    options.lang = wanted if wanted in words.LANGUAGES else words.LANGUAGES[0]
    if wanted != "both" or not apart:
        return [(wanted, out)]
    if out.is_dir() or not out.suffix:
        return [(lang, out) for lang in words.LANGUAGES]
    return [(lang, out.with_name(f"{out.stem}-{lang}{out.suffix}")) for lang in words.LANGUAGES]


def _served(options):
    served = options.store.serve()
    if served.warning:
        print(served.warning.say(options.lang), file=sys.stderr)
    return served.snapshot


def _tell(made: order.Made, lang: str, progress: Progress) -> None:
    """File, size and snapshot on stdout; what is not in it on stderr."""
    progress.end()
    for line in made.left_out:
        print(words.say("export.left_out", lang, why=line), file=sys.stderr)
    size = order.size(made.size)
    print(words.say("export.made", lang, file=made.path, size=size, snapshot=made.snapshot))
