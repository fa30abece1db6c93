"""Is a question's text one plain SELECT over named parameters? Asked of the parser, never of a keyword list."""

from functools import lru_cache

import duckdb

from outcomes.errors import BadQuestion


@lru_cache(maxsize=128)
def parsed(name: str, sql: str) -> duckdb.Statement:
    """The one SELECT in ``sql``, to be executed as often as it is asked; anything else is refused by the file's name."""
    try:
        found = duckdb.extract_statements(sql)
    except duckdb.Error as problem:
        raise BadQuestion("question.not_sql", name=name, problem=str(problem).splitlines()[0]) from problem
    if len(found) != 1 or found[0].type != duckdb.StatementType.SELECT:
        raise BadQuestion("question.one_select", name=name)
    return found[0]


def parameters(name: str, sql: str) -> frozenset[str]:
    return frozenset(parsed(name, sql).named_parameters)


def check(name: str, sql: str, given: dict) -> None:
    """Refuse a parameter that is missing or that the question does not ask for."""
    asked = parameters(name, sql)
    missing, extra = sorted(asked - given.keys()), sorted(given.keys() - asked)
    if missing:
        raise BadQuestion("question.missing_parameter", name=name, parameters=", ".join(missing))
    if extra:
        raise BadQuestion("question.extra_parameter", name=name, parameters=", ".join(extra))
