"""``bench``: what a filter change costs on each page, measured on a server of its own."""

import argparse
from pathlib import Path


def add_to(commands):
    bench = commands.add_parser("bench", help="what a filter change costs on each page")
    bench.add_argument("what", choices=("pages",))
    bench.add_argument("--page", action="append", metavar="NAME", help="only this one (again for more)")
    bench.add_argument("--changes", type=_some, default=30, metavar="N", help="filter changes a page (default 30)")
    bench.add_argument("--write", type=Path, metavar="FILE.md", help="also into this document, between its marks")
    bench.set_defaults(run=run_bench)
    return (bench,)


def run_bench(options) -> int:
    from outcomes import bench  # fetched here, since it loads Streamlit, which no other command needs

    options.store.serve()  # without a snapshot there is nothing to measure: the sentence says so
    found = []
    for page in options.page or bench.everything(options.store.root):
        found.append(bench.measure(options.store.root, page, options.changes))
        print(bench.as_text(found[-1:]), flush=True)
    print("\n" + bench.as_text(found))
    if options.write:
        bench.write(options.write, found)
    return 0


def _some(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)
