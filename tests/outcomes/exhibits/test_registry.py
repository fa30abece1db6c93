"""Nothing stands on a page that the command line does not print: each exhibit a page shows is in the one table."""

import ast
from pathlib import Path

from outcomes import exhibits
from outcomes.exhibits import registry
from outcomes.exhibits.doubts import DOUBTS

ROOT = Path(__file__).parents[3]
evidence = exhibits.evidence.__name__


def shown_by(source: str) -> set[str]:
    """Names under ``exhibits`` that the page hands on as something to show: dotted, without the call."""
    tree = ast.parse(source)
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return {
        ast.unparse(node).removeprefix("exhibits.")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node).startswith("exhibits.")
        and id(node) not in called
        and id(node) not in inner
    }


def test_each_exhibit_of_each_page_is_in_the_table():
    known = {id(entry.shown) for entry in registry.EXHIBITS.values()}
    seen, missing = set(), []
    for path in sorted((ROOT / "pages").glob("*/*.py")):
        for name in shown_by(path.read_text(encoding="utf-8")):
            place = exhibits
            for step in name.split("."):
                place = getattr(place, step)
            seen.add(name)
            if id(place) not in known:
                missing.append(f"{path.name} shows exhibits.{name}: give it a line in outcomes/exhibits/registry.py")
    assert not missing, "\n".join(missing)
    assert {"forest", "run_chart", "regions", "evidence.several"} <= seen


def test_every_doubt_is_answered_by_exhibits_of_the_table_and_each_card_of_evidence_answers_one():
    answers = [name for names in DOUBTS.values() for name in names]
    assert len(set(answers)) == len(answers)
    assert [name for name in answers if not registry.EXHIBITS[name].of_indicator] == ["benchmarks"]  # what others found
    cards = {name for name, entry in registry.EXHIBITS.items() if entry.shown.__module__.startswith(f"{evidence}.")}
    assert cards - {"several"} <= set(answers)  # the one over several measures stands on the overview


def test_the_card_of_leading_signs_is_in_the_table_too():
    assert registry.EXHIBITS["leading"].shown is exhibits.leading_signs


def test_a_page_that_shows_something_else_would_be_seen():
    assert shown_by("frame.show(exhibits.odd, asked)") == {"odd"}
    assert shown_by("frame.head(asked, exhibits.finding(asked, told))") == set()
