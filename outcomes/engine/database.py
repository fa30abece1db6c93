"""A reader's database: filled from one verified snapshot with what the scope may see, then closed for good."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass

import duckdb

from outcomes import catalogue, questions
from outcomes.engine import connection, indicator_table, measure_table, pictures, statements, visible
from outcomes.errors import BadQuestion, NotAllowed
from outcomes.scope import Scope

MOST_ROWS = 50_000
# Kept for readers who come back to a choice, the longest unused go first: thirty choices on the page that asks most.
MOST_ANSWERS, MOST_MADE = 1200, 900
# Made at opening, by queries/publish/: a new indicator needs no new snapshot.
_MADE = ("indicator_month", "record_unit")


@dataclass(frozen=True)
class Answer:
    """Rows of one question, with all that is needed to ask it again."""

    question: questions.Question
    parameters: dict
    columns: tuple[str, ...]
    rows: list[dict]


class Database:
    """Answers named questions. It physically holds only the scope's rows, so a page cannot forget a filter."""

    def __init__(self, snapshot, scope: Scope, indicators=None):
        self.snapshot, self.scope = snapshot, scope
        self.indicators = indicators if indicators is not None else catalogue.indicators()
        self.records = catalogue.records()
        tables = visible.tables(snapshot, scope)
        self._pictures = pictures.Pictures(tables.pop("photo"), tables.get("media"))
        tables["indicator"] = indicator_table.as_table(self.indicators)
        tables["measure"] = measure_table.as_table()
        derived = {} if self.kind == "public" else {name: questions.read(name, "publish").sql for name in _MADE}
        self._con = connection.filled(tables, derived)
        self._answers = _Kept(MOST_ANSWERS)
        self._made = _Kept(MOST_MADE)

    @property
    def kind(self) -> str:
        """The folder of questions this reader may ask."""
        return "public" if self.scope.role == "public" else ""

    def question(self, name: str) -> questions.Question:
        """The question of that name as this reader may ask it; NotAllowed when it is only for readers inside."""
        if self.kind == "public" and name not in questions.names("public") and name in questions.names():
            raise NotAllowed("scope.question_not_public", name=name)
        return questions.read(name, self.kind)

    def ask(self, name: str, **parameters) -> Answer:
        """The answer to ``queries/<name>.sql``, kept: a snapshot never changes, so an answer never does.

        Lists are bound as lists. Raises NotAllowed for a question that this scope has no file for, BadQuestion for
        a parameter missing or too many, for a statement over the time limit, or for more rows than a page can hold.
        """
        question = self.question(name)
        statements.check(name, question.sql, parameters)
        key = _key(question, parameters)
        return self._answers.get(key, lambda: self._together(question, parameters) or self._run(question, parameters))

    def ask_each(self, name: str, **parameters) -> None:
        """Ask for all ``indicators`` in one go what will be asked for each of them: one query costs little more than
        the smallest. An answer that would be too large as a whole is left to be asked for piece by piece."""
        question = self.question(name)
        statements.check(name, question.sql, parameters)
        if not _by_indicator(question):
            return
        alone = {one: {**parameters, "indicators": [one]} for one in parameters["indicators"]}
        wanted = [one for one, given in alone.items() if self._answers.peek(_key(question, given)) is None]
        if len(wanted) < 2:
            return
        try:
            whole = self._run(question, {**parameters, "indicators": wanted})
        except BadQuestion:
            return
        rows: dict[str, list[dict]] = {one: [] for one in wanted}
        for row in whole.rows:
            rows[row["indicator"]].append(row)
        for one in wanted:
            answer = Answer(question, alone[one], whole.columns, rows[one])
            self._answers.get(_key(question, alone[one]), lambda answer=answer: answer)

    def _together(self, question: questions.Question, parameters: dict) -> Answer | None:
        """The answer for several indicators out of the answers for each, when they are all there."""
        if not _by_indicator(question) or len(parameters["indicators"]) < 2:
            return None
        each = [
            self._answers.peek(_key(question, {**parameters, "indicators": [one]}))
            for one in sorted(set(parameters["indicators"]))
        ]
        if None in each or sum(len(answer.rows) for answer in each) > MOST_ROWS:
            return None
        return Answer(question, parameters, each[0].columns, [row for answer in each for row in answer.rows])

    def keep(self, key: Hashable, make: Callable):
        """What ``make`` gives, kept under ``key`` with this database, so that no other snapshot or scope can hit it.

        ``key`` names all else that it follows from. What is kept is shared by all readers of this database: it is
        looked at, never changed.
        """
        return self._made.get(key, make)

    def _run(self, question: questions.Question, parameters: dict) -> Answer:
        try:
            with self._con.cursor() as cursor:
                cursor.execute(statements.parsed(question.name, question.sql), parameters or None)
                columns = tuple(column[0] for column in cursor.description)
                found = cursor.fetchmany(MOST_ROWS + 1)
        except duckdb.InterruptException as problem:
            raise BadQuestion("question.too_slow", name=question.name, ms=connection.TIME_LIMIT_MS) from problem
        except duckdb.OutOfMemoryException as problem:
            raise BadQuestion("question.too_big", name=question.name) from problem
        except duckdb.Error as problem:
            raise BadQuestion("question.failed", name=question.name, problem=str(problem).splitlines()[0]) from problem
        if len(found) > MOST_ROWS:
            raise BadQuestion("question.too_many_rows", name=question.name, most=MOST_ROWS)
        return Answer(question, parameters, columns, [dict(zip(columns, row, strict=True)) for row in found])

    def picture(self, photo: str) -> str | None:
        """A photo's JPEG as base64 text; None when there is none of that code, or none that this reader may see."""
        return self._pictures.base64(photo)

    def photos(self, action: str) -> list[dict]:
        """What photos there are of an action, or in public of a card: photo, media_kind, width, height, may_be_shown."""
        return self._pictures.of(action)

    def tables(self) -> list[str]:
        """What this database holds, for the tests of what it must not hold."""
        with self._con.cursor() as cursor:
            return sorted(row[0] for row in cursor.execute("select table_name from duckdb_tables()").fetchall())


def _key(question: questions.Question, parameters: dict) -> tuple:
    told = sorted(parameters.items())
    return (question.sha256, *((name, tuple(value) if isinstance(value, list) else value) for name, value in told))


def _by_indicator(question: questions.Question) -> bool:
    """Do its rows stand indicator by indicator, none depending on another's? A test holds the files to it."""
    return "indicators" in question.asks and question.gives[0] == "indicator"


class _Kept:
    """The most recently used of what was made, under a lock; two readers may make the same thing at the same time."""

    def __init__(self, most: int):
        self._most, self._held, self._lock = most, OrderedDict(), threading.Lock()

    def peek(self, key: Hashable):
        with self._lock:
            return self._held.get(key)

    def get(self, key: Hashable, make: Callable):
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made


def open_database(snapshot, scope: Scope, indicators=None) -> Database:
    """A locked database for ``scope`` over one verified snapshot; Corrupt when a file is not what it should be."""
    return Database(snapshot, scope, indicators)
