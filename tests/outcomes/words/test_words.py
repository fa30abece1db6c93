"""The sentences: the same in both languages, all there when the code asks for one, with nothing left to fill in."""

import ast
import inspect
import re
import string
import tomllib
from pathlib import Path

import pytest

from outcomes import errors, words

ROOT = Path(__file__).parents[3]
REFUSALS = {name for name, kind in vars(errors).items() if inspect.isclass(kind) and issubclass(kind, Exception)}
_KEY = re.compile(r"[a-z_]+(\.[\w-]+)+")


def places(text: str) -> set[str]:
    """The names in braces. Formatting that the text cannot carry is a ValueError here, not on somebody's screen."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def wanted(source: str, refusals: set[str]) -> list[tuple[str, set[str] | None]]:
    """Sentences that the code asks for by a key written out: (key, the names it fills; None when they come as **).

    A key with pieces, f"state.{code}", is given as the pattern "state.*". Refusals count: ``Conflict("store.busy")``.
    """
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
        if name == "say" or name in refusals:
            filled = {keyword.arg for keyword in node.keywords}
            found += [(key, None if None in filled else filled) for key in _keys(node.args[0])]
    return found


def _keys(node: ast.expr) -> list[str]:
    if isinstance(node, ast.IfExp):
        return _keys(node.body) + _keys(node.orelse)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _KEY.fullmatch(node.value):
        return [node.value]
    if isinstance(node, ast.JoinedStr):
        pattern = "".join(piece.value if isinstance(piece, ast.Constant) else "*" for piece in node.values)
        return [pattern] if _KEY.match(pattern.replace("*", "x")) else []
    return []


def faults(source: str, texts: dict[str, str], refusals: set[str]) -> list[str]:
    """Sentences about keys that do not exist, and about places that the code leaves empty."""
    found = []
    for key, filled in wanted(source, refusals):
        if "*" in key:
            if not any(re.fullmatch(re.escape(key).replace(r"\*", ".+"), known) for known in texts):
                found.append(f"no sentence has a key like “{key}”")
        elif key not in texts:
            found.append(f"there is no sentence “{key}”")
        elif filled is not None and places(texts[key]) - filled:
            found.append(f"“{key}” is left with empty places: {', '.join(sorted(places(texts[key]) - filled))}")
    return found


def code() -> list[Path]:
    return [*sorted((ROOT / "outcomes").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]


def refusals_of(sources: list[str]) -> set[str]:
    """Our exceptions, with those that a part derives from them (``class NoSnapshot(StoreError)``)."""
    known, before = set(REFUSALS), 0
    classes = [node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]
    while len(known) > before:
        before = len(known)
        known |= {node.name for node in classes if {ast.unparse(base).split(".")[-1] for base in node.bases} & known}
    return known


def test_both_languages_have_the_same_sentences():
    english, chinese = words.texts("en"), words.texts("zh")
    assert english.keys() - chinese.keys() == set(), "these have no Chinese"
    assert chinese.keys() - english.keys() == set(), "these have no English"


def test_each_file_of_one_language_has_its_pair_in_the_other():
    english, chinese = ({path.name for path in (ROOT / "outcomes" / "words" / lang).iterdir()} for lang in ("en", "zh"))
    assert english - {"__pycache__"} == chinese - {"__pycache__"}


def test_a_sentence_has_the_same_places_in_both_languages():
    english, chinese = words.texts("en"), words.texts("zh")
    both = english.keys() & chinese.keys()
    assert {key: (english[key], chinese[key]) for key in both if places(english[key]) != places(chinese[key])} == {}


def test_no_sentence_is_empty_and_every_place_has_a_name():
    for lang in words.LANGUAGES:
        # what joins two sentences is nothing in Chinese, which also counts in digits and spells no number
        empty = {key for key, text in words.texts(lang).items() if not text.strip()}
        assert empty <= {"join", "overview.join", "numbers.counts"}
        assert [key for key, text in words.texts(lang).items() if not all(map(str.isidentifier, places(text)))] == []


def test_every_sentence_that_the_code_asks_for_exists_and_is_filled():
    sources = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in code()}
    refusals = refusals_of(list(sources.values()))
    found = [
        f"{path}: {fault}" for path, text in sources.items() for fault in faults(text, words.texts("en"), refusals)
    ]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("words.say('a.hello', lang, name=1)", None),
        ("words.say('a.hello', lang, **values)", None),
        ("asked.say('a.hello')", "“a.hello” is left with empty places: name"),
        ("say('a.helo', name=1)", "there is no sentence “a.helo”"),
        ("say('a.helo' if late else 'a.hello', name=1)", "there is no sentence “a.helo”"),
        ("say(f'a.{code}', name=1)", None),
        ("say(f'b.{code}.why', name=1)", "no sentence has a key like “b.*.why”"),
        ("raise Conflict('a.busy')", "there is no sentence “a.busy”"),
        ("raise Mine('a.hello')", "“a.hello” is left with empty places: name"),
        ("print('a.busy')", None),
    ],
)
def test_a_sentence_that_is_missing_or_half_filled_is_reported(line, fault):
    found = faults(line, {"a.hello": "Hello {name}"}, {"Conflict", "Mine"})
    assert found == ([fault] if fault else [])


def test_exceptions_derived_from_ours_are_known_by_name():
    known = refusals_of(["class NoSnapshot(errors.StoreError): pass", "class Worse(NoSnapshot): pass"])
    assert {"StoreError", "NoSnapshot", "Worse"} <= known
    assert "Answer" not in known


_HALF = re.compile(r"(?<=[\u4e00-\u9fff])\s*[,;:!?()]|[,;:!?()]\s*(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\.(?!\w)")
# what is typed at a command line, a key of the keyboard, and a pattern, stand as they are typed
_TYPED = {"scope.unknown_role", "stage.keys", "export_figure.bound"}


def chinese_texts() -> dict[str, str]:
    """The sentences, and what the catalogue's files say of each indicator and measure."""
    found = dict(words.texts("zh"))
    for path in sorted((ROOT / "queries").rglob("*.toml")):
        _gather(tomllib.loads(path.read_text(encoding="utf-8")), path.stem, found)
    return found


def _gather(table: dict, name: str, found: dict[str, str]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _gather(value, f"{name}.{key}", found)
        elif key == "zh" and isinstance(value, str):
            found[name] = value


def test_beside_hanzi_stand_the_marks_of_chinese_writing():
    found = {key: text for key, text in chinese_texts().items() if _HALF.search(text) and key not in _TYPED}
    assert found == {}


@pytest.mark.parametrize(
    ("text", "half"),
    [
        ("安全,生产", True),
        ("安全（生产）", False),
        ("安全(生产)", True),
        ("已完成.", True),
        ("共1,234家", False),
        ("比值:0.5", True),
        ("ILO, 1998", False),
    ],
)
def test_a_mark_of_english_writing_beside_hanzi_is_seen(text, half):
    assert bool(_HALF.search(text)) is half


def test_streamlits_words_can_be_told_apart_and_turned_back():
    """Two of them with one Chinese would come back as the wrong English."""
    for lang in words.LANGUAGES:
        told = [text for key, text in words.texts(lang).items() if key.startswith("shell.")]
        assert sorted(told) == sorted(set(told))
        assert [text for text in told if places(text) - {"x"}] == []
