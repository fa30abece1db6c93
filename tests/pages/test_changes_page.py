"""The page Changes: which snapshot stands beside comes from the address and goes into it; alone it says what will be."""

import pytest

from tests.outcomes import conftest
from tests.pages.test_pages import FAILED, opened, text_of

snapshot_of = conftest.snapshot_of
PAGE = "impact/changes.py"
HEAD = "month enterprise measure value\n"


def month(which: str, injuries: int) -> str:
    return "".join(f"{which} E{n} new_injuries {injuries}\n{which} E{n} hours_worked 1000\n" for n in range(1, 5))


@pytest.fixture
def three(snapshot_of):
    """A store of three snapshots: a month after the start, another one, and one of the first put right."""
    first = snapshot_of(HEAD + month("2015-01", 1) + month("2015-05", 1))
    second = snapshot_of(HEAD + month("2015-01", 1) + month("2015-05", 1) + month("2015-06", 2))
    third = snapshot_of(HEAD + month("2015-01", 1) + month("2015-05", 3) + month("2015-06", 2))
    return first, second, third


def test_the_one_before_stands_beside_until_another_is_chosen(three, monkeypatch):
    first, second, third = three
    at = opened(PAGE, third.store.root, monkeypatch)
    assert not at.exception
    assert "4 figures corrected" in at.title[0].value
    assert at.selectbox(key="w_base").value == second.id
    at.selectbox(key="w_base").select(first.id).run()
    assert "8 figures added" in at.title[0].value
    assert at.query_params["base"] in (first.id, [first.id])


@pytest.mark.parametrize("base", ["nonsense", "20150101-000000-0000000000000000"])
def test_a_snapshot_that_was_never_published_is_not_looked_for(three, base, monkeypatch):
    at = opened(PAGE, three[2].store.root, monkeypatch, "zh", base=base)
    assert not at.exception
    assert not any(words in text_of(at) for words in FAILED)
    assert at.selectbox(key="w_base").value == three[1].id


def test_with_one_snapshot_it_says_what_will_stand_there(snapshot_of, monkeypatch):
    alone = snapshot_of(HEAD + month("2015-01", 1) + month("2015-05", 1))
    at = opened(PAGE, alone.store.root, monkeypatch)
    assert "no earlier snapshot" in at.title[0].value
    assert not any(words in text_of(at) for words in FAILED)


def test_a_damaged_earlier_snapshot_is_told_and_the_page_stands(three, monkeypatch):
    victim = next((three[2].store.root / "snapshots" / three[1].id / "internal" / "observation").glob("*.parquet"))
    victim.chmod(0o644)
    victim.write_bytes(victim.read_bytes()[:-1] + b"x")
    at = opened(PAGE, three[2].store.root, monkeypatch)
    assert not at.exception
    assert any("cannot be read" in error.value.replace("\\", "") for error in at.error)
