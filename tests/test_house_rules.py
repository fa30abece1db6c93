"""What is kept out of the code, file by file; each rule is shown to catch a bad line of its kind."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_NAMES = {"utils.py", "util.py", "common.py", "helpers.py", "helper.py", "misc.py"}
_RUNS_SQL = {"execute", "executemany", "sql", "query"}
_LOADS_CODE = {"pickle", "cPickle", "joblib", "dill", "cloudpickle", "marshal", "shelve"}
_HEX = re.compile(r"(?<![\w&])#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3,4})\b|\b(?:rgb|hsl)a?\(")
_HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\u3001\u3002\u3008-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")


def page_lies_flat(path: str, _source: str) -> bool:
    """Streamlit would run such a page around app.py on a cold start."""
    return path.startswith("pages/") and path.count("/") == 1


def name_says_nothing(path: str, _source: str) -> bool:
    return path.split("/")[-1] in _NAMES


def stored_code(_path: str, source: str) -> bool:
    """A pickle runs what it holds when it is read."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] in _LOADS_CODE for alias in node.names):
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in _LOADS_CODE:
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("to_pickle", "read_pickle"):
            return True
        if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
            return True
    return False


def sql_put_together(path: str, source: str) -> bool:
    """A statement made of pieces; also one that was given a name first. The engine's loading of tables is the exception."""
    if path == "outcomes/engine/connection.py":
        return False
    tree = ast.parse(source)
    made = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _in_pieces(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _RUNS_SQL:
            for argument in node.args[:1]:
                if _in_pieces(argument) or (isinstance(argument, ast.Name) and argument.id in made):
                    return True
    return False


def _in_pieces(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(piece, ast.FormattedValue) for piece in node.values)
    if isinstance(node, ast.BinOp):
        return isinstance(node.op, ast.Add | ast.Mod)
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in ("format", "join", "replace")


def html_outside_ui(path: str, source: str) -> bool:
    if path.startswith("outcomes/ui/"):
        return False
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            return True
        if isinstance(node, ast.Attribute) and node.attr == "html" and ast.unparse(node.value) in ("st", "streamlit"):
            return True
    return False


def session_outside_ui(path: str, source: str) -> bool:
    """Choices live in one place, and the address bar follows them."""
    nodes = ast.walk(ast.parse(source))
    kept = {node.attr for node in nodes if isinstance(node, ast.Attribute)} & {"session_state", "query_params"}
    return bool(kept) and not path.startswith("outcomes/ui/")


def colour_outside_charts(path: str, source: str) -> bool:
    return bool(_HEX.search(source)) and not path.startswith("outcomes/charts/")


def chinese_in_code(path: str, source: str) -> bool:
    """Words belong into outcomes/words, where the other language stands beside them."""
    return bool(_HANZI.search(source)) and path.startswith(("pages/", "outcomes/ui/", "outcomes/exhibits/"))


def missing_as_zero(_path: str, source: str) -> bool:
    """Silence is not zero, and a line is not drawn across a gap."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr == "fillna":
            return True
        if isinstance(node, ast.keyword) and node.arg == "connectgaps":
            return not (isinstance(node.value, ast.Constant) and node.value.value is False)
    return False


# rule: (what is wrong, a path and a line that break it, a path and a line that do not)
RULES = {
    page_lies_flat: (
        "a page lies directly in pages/; move it into the folder of its menu group",
        ("pages/safety.py", ""),
        ("pages/results/safety.py", ""),
    ),
    name_says_nothing: (
        "a file name that says nothing; name it after what it holds",
        ("outcomes/ui/helpers.py", ""),
        ("outcomes/ui/controls.py", ""),
    ),
    stored_code: (
        "pickled objects run code when they are read; use Parquet or JSON",
        ("outcomes/store/a.py", "import numpy as np\nnp.load(path, allow_pickle=True)"),
        ("outcomes/store/a.py", "import json\njson.loads(text)"),
    ),
    sql_put_together: (
        "SQL is put together from pieces; write a file in queries/ and bind parameters",
        ("outcomes/engine/a.py", "q = f'select {column} from t'\ncon.execute(q)"),
        ("outcomes/engine/a.py", "con.execute(question.sql, parameters)"),
    ),
    html_outside_ui: (
        "HTML is written outside outcomes/ui",
        ("pages/about/a.py", "st.markdown(text, unsafe_allow_html=True)"),
        ("outcomes/ui/a.py", "st.html(text)"),
    ),
    session_outside_ui: (
        "session_state or query_params is touched outside outcomes/ui",
        ("pages/about/a.py", "st.session_state['x'] = 1"),
        ("outcomes/ui/a.py", "st.session_state['x'] = 1"),
    ),
    colour_outside_charts: (
        "a colour stands outside outcomes/charts and .streamlit/config.toml",
        ("outcomes/ui/small.css", ".a { color: #1D2F6F; }"),
        ("outcomes/ui/a.py", "# see &#39; and #chapter"),
    ),
    chinese_in_code: (
        "Chinese text in code; put the words into outcomes/words/zh/",
        ("outcomes/ui/a.py", "st.title('安全')"),
        ("outcomes/ui/a.py", "st.title(words.say('safety.title', lang))"),
    ),
    missing_as_zero: (
        "a missing value is filled in or drawn across",
        ("outcomes/charts/a.py", "line = {'x': 1} | dict(connectgaps=True)"),
        ("outcomes/charts/a.py", "line = dict(connectgaps=False)"),
    ),
}


def code() -> list[Path]:
    return [ROOT / "app.py", *sorted((ROOT / "outcomes").rglob("*.py")), *sorted((ROOT / "pages").rglob("*.py"))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_code_keeps_the_rule(rule):
    files = code() + (sorted((ROOT / "outcomes").rglob("*.css")) if rule is colour_outside_charts else [])
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in files}
    broken = [f"{path}: {RULES[rule][0]}" for path, text in texts.items() if rule(path, text)]
    assert not broken, "\n" + "\n".join(broken)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_catches_what_it_forbids_and_lets_the_rest_pass(rule):
    _, bad, good = RULES[rule]
    assert rule(*bad)
    assert not rule(*good)


@pytest.mark.parametrize(
    "line",
    [
        "con.sql('select * from ' + table)",
        "con.execute('select * from %s' % table)",
        "con.execute('select * from {}'.format(table))",
        "con.execute(f'select {column}')",
    ],
)
def test_sql_in_pieces_is_seen_however_it_is_glued(line):
    assert sql_put_together("outcomes/exhibits/a.py", line)


@pytest.mark.parametrize("line", ["x = '#FFF'", "x = 'rgba(0,0,0,.5)'", "x = '#0A66C280'"])
def test_a_colour_is_seen_however_it_is_written(line):
    assert colour_outside_charts("pages/about/a.py", line)
