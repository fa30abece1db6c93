"""Whatever the statistics can name has words: each warning a sentence, each method an entry, in both languages."""

from itertools import product

import pytest

from outcomes import methods, words
from outcomes.stats import funnel_limits, hodges_lehmann, holm, leave_one_out, xmr
from outcomes.stats.funnel import METHODS as FUNNEL_METHODS
from outcomes.stats.shares import METHODS as SHARE_METHODS
from tests.outcomes.methods.codes import METHODS, WARNINGS, codes, of_statistics

FUNNELS = {f"funnel_{method}_{kind}" for method, kind in product(FUNNEL_METHODS, ("poisson", "binomial"))}
TURNS = {f"leave_one_out_{method}" for method in ("hodges_lehmann", "geometric_mean", "rate_ratio")}


def method_codes() -> set[str]:
    """Those read from the source, with the parts that are made at run time written out."""
    found = of_statistics(METHODS)
    made = {"funnel_*_*": FUNNELS, "leave_one_out_*": TURNS}
    assert {code for code in found if "*" in code} == made.keys(), "a method is put together in a way not known here"
    return {code for code in found if "*" not in code} | set().union(*made.values()) | set(SHARE_METHODS)


def test_each_method_code_has_exactly_one_entry_and_each_entry_names_codes_that_exist():
    told = [code for group in methods.groups() for method in group.methods for code in method.codes]
    assert sorted(told) == sorted(method_codes())


def test_each_warning_code_has_a_sentence_in_both_languages_and_no_sentence_is_left_over():
    for lang in words.LANGUAGES:
        told = {key.rsplit(".", 1)[1] for key in words.texts(lang) if key.startswith("evidence.warning.")}
        assert told == of_statistics(WARNINGS)


def test_what_the_statistics_give_is_among_the_codes_read_from_their_source():
    before, after = [1.0, 2, 3, 4, 5, 6, None], [2.0, 4, 3, 7, 9, 6, 1]
    results = [
        hodges_lehmann(before, after),
        leave_one_out(hodges_lehmann, before, after, null=0),
        xmr([1, 2] * 7, screen=False),
        holm([]),
    ]
    assert {result.method for result in results} <= method_codes()
    assert {code for result in results for code in result.warnings} <= of_statistics(WARNINGS)
    assert funnel_limits(0.1, [10], "binomial", "inverted_exact").method in method_codes()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('R(1, "a")', {"a"}),
        ('R(1, method="a" if x else "b")', {"a", "b"}),
        ('R(*(None,) * 1, method="a")', {"a"}),
        ('how = "a"\nR(1, how)', {"a"}),
        ('_, how = 1, "a"\nR(1, how)', {"a"}),
        ('def f():\n    return 1, "a"\n_, how = f()\nR(1, how)', {"a"}),
        ('def f(x, how):\n    return R(x, how)\nf(1, "a")', {"a"}),
        ('about = {"method": "a"}\nR(1, **about)', {"a"}),
        ('R(1, f"turn_{other}")', {"turn_*"}),
        ('print("a")', set()),
    ],
)
def test_a_code_is_seen_however_it_gets_into_a_result(line, found):
    source = f'class R:\n    n: int\n    method: str = "own"\n{line}'
    assert codes(METHODS, [source]) == found | {"own"}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('R(1, ("a",))', {"a"}),
        ('marks = ("a",) if x else ()\nmarks += ("b",)\nR(1, warnings=(*marks, "c"))', {"a", "b", "c"}),
        ('def none(why):\n    return R(1, (*other, why))\nnone("a" if x else "b")', {"a", "b"}),
        ('R(1, ("a",) * bool(x) + found.warnings)', {"a"}),
    ],
)
def test_a_warning_is_seen_however_it_gets_into_a_result(line, found):
    assert codes(WARNINGS, [f"class R:\n    n: int\n    warnings: tuple = ()\n{line}"]) == found
