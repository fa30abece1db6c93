"""Two snapshots, row by row: what differs, of which class it is, and the states that lead from the one to the other.

The classes are applied one after another in the order of ``CLASSES``. What is there after each of them is a database
of its own, which answers the same questions as those of the two snapshots; so the effects of the classes on any figure
add up to its whole difference, whatever the figure is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa

from outcomes import catalogue, due, forms
from outcomes.engine import derive, visible
from outcomes.engine.database import Database

CLASSES = ("added", "late", "corrected", "withdrawn", "membership", "definitions")
MEMBERSHIP = ("round", "enterprise", "enrolment")
_MONTHLY = {"observation": ("enterprise", "month", "measure")}
# Where a row came from and where its enterprise lies: a row that differs in nothing else is the same row.
_ABOUT = {*forms.LINEAGE, "column", "received_on", "quality", "province", "prefecture", "county"}
Tables = dict[str, pa.Table]


@dataclass(frozen=True)
class Difference:
    """One row that is not the same in both. before, after: the row, None where there is none. columns: those that differ."""

    kind: str
    table: str
    key: tuple
    before: dict | None
    after: dict | None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Both:
    """One table in both snapshots, with the places of its rows: only in the later, only in the earlier, in both."""

    name: str
    key: tuple[str, ...]
    before: pa.Table
    after: pa.Table

    @cached_property
    def places(self) -> tuple[dict[tuple, int], dict[tuple, int]]:
        return _places(self.before, self.key), _places(self.after, self.key)

    @cached_property
    def new(self) -> list[tuple]:
        old, now = self.places
        return [key for key in now if key not in old]

    @cached_property
    def gone(self) -> list[tuple]:
        old, now = self.places
        return [key for key in old if key not in now]

    @cached_property
    def changed(self) -> dict[tuple, tuple[str, ...]]:
        """The columns of a row in both that differ."""
        old, now = self.places
        common = [key for key in now if key in old]
        found: dict[tuple, tuple[str, ...]] = {}
        for name in self.after.column_names:
            if name in self.key or name in _ABOUT:
                continue
            one, other = self.before[name].to_pylist(), self.after[name].to_pylist()
            for key in common:
                if one[old[key]] != other[now[key]]:
                    found[key] = (*found.get(key, ()), name)
        return found

    def earlier(self, keys: Iterable[tuple]) -> pa.Table:
        return self.before.take(pa.array([self.places[0][key] for key in keys], pa.int64()))

    def later(self, keys: Iterable[tuple]) -> pa.Table:
        return self.after.take(pa.array([self.places[1][key] for key in keys], pa.int64()))


class Between:
    """What lies between the snapshot of ``base`` and that of ``now``, both cut to the same scope.

    ``differences``: every row that differs, in the order of the classes. A row of the record has no day of receipt, so
    only figures of a month can be late.
    """

    def __init__(self, base: Database, now: Database):
        self._base, self._now = base, now
        self._all = _Pair(*(visible.whole(one.snapshot, one.scope) for one in (base, now)))
        self._own = self._all if now.scope.role != "officer" else self._all.cut(now.scope)

    @cached_property
    def differences(self) -> list[Difference]:
        return sorted(self._own.differences(), key=lambda one: CLASSES.index(one.kind))

    @cached_property
    def present(self) -> list[str]:
        """The classes of which there is anything, also outside the scope: until which month a round runs is decided by all."""
        found = {one.kind for one in (self.differences if self._all is self._own else self._all.differences())}
        if catalogue.definitions(self._base.indicators, self._now.indicators):
            found.add("definitions")
        return [kind for kind in CLASSES if kind in found]

    @cached_property
    def databases(self) -> list[Database]:
        """What is there before the first class and after each of them; a class of which there is nothing adds no new one."""
        steps, here = [self._base], self._base
        for kind in CLASSES:
            if kind in self.present:
                here = self._now if kind == self.present[-1] else self._after_class(kind)
            steps.append(here)
        return [*steps[:-1], self._now]

    def tables(self, kind: str) -> Tables:
        """The whole tables as they are after that class and all before it."""
        return self._all.state(kind)

    def _after_class(self, kind: str) -> Database:
        tables = self.tables(kind)
        tables["panel"] = derive.panel(tables)
        # until the last class everything is told by the definitions of the earlier snapshot
        return Database(
            self._now.snapshot, self._now.scope, self._base.indicators, visible.cut(tables, self._now.scope)
        )


class _Pair:
    """The tables of two snapshots against each other."""

    def __init__(self, before: Tables, after: Tables):
        self._before, self._after = before, after
        there = {name: key for name, key in keys().items() if name in before or name in after}
        self._both = {name: self._table(name, key) for name, key in there.items()}
        self._enrolled = _first_enrolled(after, before)

    def cut(self, scope) -> "_Pair":
        return _Pair(visible.cut(self._before, scope), visible.cut(self._after, scope))

    def differences(self) -> Iterator[Difference]:
        for name, both in self._both.items():
            member = "membership" if name in MEMBERSHIP else None
            for key, row in zip(both.new, both.later(both.new).to_pylist(), strict=True):
                kind = member or ("late" if self._late(both, key) else "added")
                yield Difference(kind, name, key, None, row)
            rows = (both.earlier(both.changed).to_pylist(), both.later(both.changed).to_pylist())
            for (key, columns), before, after in zip(both.changed.items(), *rows, strict=True):
                yield Difference(member or "corrected", name, key, before, after, columns)
            for key, row in zip(both.gone, both.earlier(both.gone).to_pylist(), strict=True):
                yield Difference(member or "withdrawn", name, key, row, None)

    def state(self, kind: str) -> Tables:
        step = CLASSES.index(kind)
        tables = self._after | {name: self._rows(both, step) for name, both in self._both.items()}
        if step < CLASSES.index("membership") and "enterprise_identity" in self._before:
            tables["enterprise_identity"] = self._before["enterprise_identity"]
        return tables | {"calendar_month": self._months(step)}

    def _rows(self, both: _Both, step: int) -> pa.Table:
        if both.name in MEMBERSHIP:
            return both.after if step >= CLASSES.index("membership") else both.before
        if step >= CLASSES.index("withdrawn"):
            return both.after
        if step >= CLASSES.index("corrected"):
            return pa.concat_tables([both.after, both.earlier(both.gone)])
        late = step >= CLASSES.index("late")
        come = [key for key in both.new if late or not self._late(both, key)]
        return pa.concat_tables([both.before, both.later(come)])

    def _late(self, both: _Both, key: tuple) -> bool:
        """Did a figure that is new come after its day? Without a day of receipt nobody is called late."""
        if both.name != "observation":
            return False
        enterprise, month, _ = key
        return bool(due.is_late(month, self._received[key], self._enrolled.get(enterprise)))

    @cached_property
    def _received(self) -> dict[tuple, date | None]:
        both = self._both["observation"]
        days = both.after["received_on"].to_pylist()
        return {key: days[place] for key, place in both.places[1].items()}

    def _months(self, step: int) -> pa.Table:
        """Those of both, since a round's own months end with what its enterprises sent; what was withdrawn takes the
        last ones with it, by which it is told what of the record is due."""
        if step >= CLASSES.index("membership"):
            return self._after["calendar_month"]
        old, now = (tables["calendar_month"]["month"].to_pylist() for tables in (self._before, self._after))
        last = max(now) if step >= CLASSES.index("withdrawn") else max(old + now)
        months = sorted(month for month in {*old, *now} if month <= last)
        return pa.table({"month": pa.array(months, pa.date32())})

    def _table(self, name: str, key: tuple[str, ...]) -> _Both:
        """A table that one of them has not is an empty one; the columns are those of the later snapshot."""
        schema = self._after[name].schema if name in self._after else self._before[name].schema
        before, after = (_conform(tables.get(name), schema) for tables in (self._before, self._after))
        return _Both(name, key, before, after)


def keys() -> dict[str, tuple[str, ...]]:
    """What names a row, table by table: as in the sheets, and a figure by enterprise, month and measure."""
    return _MONTHLY | {name: form.key for name, form in forms.tables().items()}


def _places(table: pa.Table, key: tuple[str, ...]) -> dict[tuple, int]:
    columns = [table[name].to_pylist() for name in key]
    return {told: place for place, told in enumerate(zip(*columns, strict=True))}


def _conform(table: pa.Table | None, schema: pa.Schema) -> pa.Table:
    if table is None:
        return schema.empty_table()
    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def _first_enrolled(*both: Tables) -> dict[str, date]:
    """The day on which each enterprise joined its first round: the months before are handed over then."""
    found: dict[str, date] = {}
    for tables in both:
        rows = tables["enrolment"]
        for enterprise, day in zip(rows["enterprise"].to_pylist(), rows["enrolled_on"].to_pylist(), strict=True):
            if day is not None:
                found[enterprise] = min(day, found.get(enterprise, day))
    return found
