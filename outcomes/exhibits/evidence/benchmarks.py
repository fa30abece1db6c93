"""What have others found? Published figures as a table, with what each is worth; no axis, no target, no average."""

from outcomes import reference, words
from outcomes.exhibits.asked import Asked
from outcomes.exhibits.cells import COLUMNS, Used
from outcomes.exhibits.exhibit import Exhibit, Lineage


def benchmarks(asked: Asked) -> Exhibit:
    """A row a published finding. It follows from no snapshot, so every reader sees the same, the public too."""
    rows = [_row(asked, one) for one in reference.benchmarks()]
    compared = sum(row["comparison_group"] for row in rows)
    title = asked.say("benchmark.title", n=len(rows), k=compared)
    return Exhibit(
        id="benchmarks",
        title=title,
        subtitle=asked.say("benchmark.about"),
        figure=None,
        narrow=None,
        columns=list(rows[0]),
        rows=rows,
        notes=[asked.say("benchmark.no_target"), asked.say("benchmark.links")],
        alt=title,
        lineage=_lineage(asked, rows),
        table=[
            [asked.say(f"benchmark.{head}") for head in ("found", "design", "n", "date", "place", "worth", "source")],
            *([row[key] for key in ("found", "design", "n", "date", "place", "caveat", "source")] for row in rows),
        ],
    )


def _row(asked: Asked, one: reference.Benchmark) -> dict:
    return {
        "benchmark": one.id,
        "found": words.pick(one.text, asked.lang),
        "n": words.pick(one.n, asked.lang),
        "design": asked.say(f"benchmark.design_of.{one.design}"),
        "comparison_group": one.comparison_group,
        "date": words.pick(one.date, asked.lang),
        "place": words.pick(one.place, asked.lang),
        "comparability": asked.say(f"benchmark.comparability.{one.comparability}"),
        "caveat": words.pick(one.caveat, asked.lang),
        "checked": asked.say(f"benchmark.checked.{one.checked}"),
        "source": asked.say("comma").join(source.name for source in one.sources),
        "address": " ".join(source.address for source in one.sources),
    }


def _lineage(asked: Asked, rows: list[dict]) -> Lineage:
    """No question was asked of the snapshot: each row names its own source."""
    return Lineage(
        indicators=[],
        question="",
        sql="",
        sql_sha256="",
        parameters={},
        snapshot_id=asked.db.snapshot.id,
        manifest_sha256=asked.db.snapshot.manifest_sha256,
        rows_used=len(rows),
        rows_left_out=0,
        left_out_why=[asked.say("benchmark.whence")],
        as_of=str(asked.db.snapshot.manifest["facts"]["as_of"]),
        cells=None if asked.is_public else Used(asked, len(rows), lambda: [_cell(row) for row in rows]),
    )


def _cell(row: dict) -> dict:
    """As a drill-down has it: the source in the place of the file, and the line of our list in the place of the cell."""
    place = {"unit": row["benchmark"], "numerator_file": f"{row['source']}: {row['address']}"}
    return dict.fromkeys(COLUMNS) | place | {"numerator_sheet": "benchmarks", "numerator_cell": row["benchmark"]}
