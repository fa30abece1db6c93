"""Thirty filter changes a page, each to a combination never asked for before; then as many back to one seen already.

Each page has a fresh server: nothing that another page asked for is kept for it. Combinations that leave too few
enterprises for most of the page's figures are gone through but not counted, since a page that says "too few" is cheap.
"""

import random
import time
from dataclasses import dataclass, field
from pathlib import Path

from outcomes.bench.floor import bare_frame
from outcomes.bench.server import ROOT, Server, serve
from outcomes.bench.visitor import Seen, Visitor, value_of, visit
from outcomes.errors import BadQuestion

MOST_TRIES = 8  # for each change that is to count
FRAME = "the frame alone"
NOTHING = "an empty page"
# What a page also shows under one address or another, each with cards of its own.
ALSO = ("evidence?doubt=otherwise", "evidence?doubt=when", "evidence?doubt=who")


@dataclass
class Measured:
    """Milliseconds of processor time and of waiting, a pair a change."""

    page: str
    figures: int = 0
    filters: int = 0
    first: list[tuple[float, float]] = field(default_factory=list)
    again: list[tuple[float, float]] = field(default_factory=list)


def everything(store: Path) -> list[str]:
    """The floor, then the pages that there are, by their addresses."""
    with serve(store) as server, visit(server) as visitor:
        visitor.open()
        pages = sorted([*filter(None, visitor.pages), *ALSO])  # the bare address leads to a page that has a name too
        return [NOTHING, FRAME, *pages]


def measure(store: Path, page: str, changes: int) -> Measured:
    """One page of the project, or of the bare frame (FRAME, NOTHING)."""
    if page in (FRAME, NOTHING):
        with bare_frame(with_head=page == FRAME) as (root, address):
            return _measure(store, page, address, changes, root)
    return _measure(store, page, page, changes, ROOT)


def _measure(store: Path, name: str, address: str, changes: int, root: Path) -> Measured:
    with serve(store, root) as server, visit(server) as visitor:
        visitor.open()  # the first reader of all pays for opening the database
        address, _, query = address.partition("?")
        if address not in visitor.pages:
            raise BadQuestion("bench.no_page", page=address, known=", ".join(filter(None, visitor.pages)))
        visitor.open(address, query)
        start = visitor.again()
        found = Measured(name, start.figures, len(start.boxes))
        if not start.boxes:
            for _ in range(changes):
                found.again.append(_timed(server, visitor.again)[1])
            return found
        moves = _walk(server, visitor, start, changes, found)
        for name_, value in reversed(moves):
            if len(found.again) == changes:
                break
            found.again.append(_timed(server, lambda n=name_, v=value: visitor.choose(n, v))[1])
        return found


def _walk(server: Server, visitor: Visitor, start: Seen, changes: int, found: Measured) -> list[tuple[str, str]]:
    """Counted changes into ``found``; returned is the way back: each filter with the value it had before."""
    chance, seen, moves = random.Random(found.page), {start.choice}, []
    for _ in range(MOST_TRIES * changes):
        if len(found.first) == changes:
            break
        before = visitor.now
        name, value = _other(chance, before)
        if tuple(sorted({**dict(before.choice), name: value}.items())) in seen:
            continue
        after, cost = _timed(server, lambda n=name, v=value: visitor.choose(n, v))
        if after.choice in seen or 2 * after.figures < start.figures:
            seen.add(after.choice)
            visitor.choose(name, dict(before.choice)[name])  # and away from there again
            continue
        seen.add(after.choice)
        found.first.append(cost)
        moves.append((name, dict(before.choice)[name]))
    return moves


def _other(chance: random.Random, now: Seen) -> tuple[str, str]:
    """A filter that has another value to offer, and that value."""
    offers = {name: [o for o in box.options if o != value_of(box)] for name, box in now.boxes.items()}
    name = chance.choice(sorted(name for name, others in offers.items() if others))
    return name, chance.choice(offers[name])


def _timed(server: Server, do) -> tuple[Seen, tuple[float, float]]:
    """What was seen, and what it cost: until the page is whole, and until the server has come to rest."""
    cpu, clock = server.quiet_cpu(), time.perf_counter()
    seen = do()
    waited = time.perf_counter() - clock
    if seen.failed:
        raise BadQuestion("bench.page_failed")
    return seen, (1000 * (server.quiet_cpu() - cpu), 1000 * waited)
