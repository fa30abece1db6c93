"""Every question keeps the promise of its header: one SELECT, those parameters, those columns in that order."""

import re

import duckdb
import pytest

from outcomes import questions
from outcomes.engine import statements
from outcomes.errors import BadQuestion

ALL = [(kind, name) for kind in ("", "public", "publish") for name in questions.names(kind)]
# What the portable subset (and a closed database) leaves out; each of these gives other rows on another engine.
UNWANTED = re.compile(
    r"\b(read_\w+|glob|getenv|query_table|pivot|unpivot|asof|any_value|generate_series|regexp_replace|"
    r"quantile_cont|isodow|dayofweek)\b|group by all|\*\s*replace|union by name|::",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_a_question_asks_for_the_parameters_its_header_names(kind, name):
    question = questions.read(name, kind)
    assert statements.parameters(name, question.sql) == set(question.asks)
    assert question.row
    assert question.title.endswith("?")


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_a_question_keeps_to_the_portable_subset(kind, name):
    sql = re.sub(r"--.*", "", questions.read(name, kind).sql)
    assert not UNWANTED.findall(sql)
    assert sql == sql.lower(), "a question is written in lower case"
    assert "order by" in sql.rsplit("from", 1)[1], "rows need a total order at the top level"


def test_there_are_questions_to_hold_to_their_headers():
    assert len(ALL) >= 8


@pytest.mark.parametrize(
    "sql",
    [
        "select 1; drop table panel",
        "copy (select 1) to 'x.csv'",
        "explain analyze select 1",
        "create table x as select 1",
        "attach 'x.db'",
        "with a as (select 1) insert into t select * from a",
        "set threads = 8",
        "",
        "selekt 1",
    ],
)
def test_anything_but_one_select_is_refused_by_the_parser(sql):
    with pytest.raises(BadQuestion, match=r"drawn\.sql"):
        statements.parameters("drawn", sql)


def test_a_question_without_a_header_line_says_which(tmp_path, monkeypatch):
    (tmp_path / "bare.sql").write_text("-- How?\n--\n-- row: one\n-- asks: nothing\n\nselect 1 order by 1\n")
    monkeypatch.setenv("OUTCOMES_QUERIES", str(tmp_path))
    with pytest.raises(BadQuestion, match=r"bare\.sql.*gives"):
        questions.read("bare")


def test_the_parser_used_here_is_the_one_that_runs():
    assert duckdb.extract_statements("select $a")[0].named_parameters == {"a"}
