"""What pyproject.toml asks for, what the lock files pin and what the code imports are one and the same."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def pins(lines: list[str]) -> dict[str, str]:
    """name -> version of lines such as ``duckdb==2.0.0`` and ``watchdog==7.1.0 ; sys_platform != 'darwin'``."""
    wanted = [line.split(";")[0].split("==") for line in lines if line.strip() and not line.startswith("#")]
    return {re.sub(r"[-_.]+", "-", name.strip()).lower(): version.strip() for name, version in wanted}


def lock(path: str) -> dict[str, str]:
    return pins((ROOT / path).read_text(encoding="utf-8").splitlines())


def imported(source: str) -> set[str]:
    """The first names of all imports, also of those inside a function."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.split(".")[0])
    return names


@cache
def _distributions() -> dict[str, list[str]]:
    """Asked once: it reads every installed package."""
    return packages_distributions()


def undeclared(source: str, direct: set[str]) -> set[str]:
    """Third-party packages that ``source`` imports and nobody asked for by name."""
    outside = imported(source) - set(sys.stdlib_module_names) - {"outcomes"}
    distributions = _distributions()
    return {name for name in outside if not direct & {entry.lower() for entry in distributions.get(name, [])}}


def test_direct_dependencies_are_pinned_and_the_lock_of_the_product_has_the_same_pins():
    locked = lock("requirements.txt")
    for name, version in pins(PROJECT["project"]["dependencies"]).items():
        assert locked.get(name) == version, f"{name}: {version} in pyproject.toml, {locked.get(name)} in the lock"


def test_the_lock_of_the_tests_has_every_pin_of_the_product_and_of_the_development_group():
    locked = lock("tests/requirements.txt")
    assert not lock("requirements.txt").items() - locked.items()
    assert not pins(PROJECT["dependency-groups"]["dev"]).items() - locked.items()


def test_the_product_imports_only_what_it_asks_for_by_name():
    direct = set(pins(PROJECT["project"]["dependencies"]))
    files = [ROOT / "app.py", *(ROOT / "outcomes").rglob("*.py"), *(ROOT / "pages").rglob("*.py")]
    found = {path: undeclared(path.read_text(encoding="utf-8"), direct) for path in files}
    assert {str(path.relative_to(ROOT)): names for path, names in found.items() if names} == {}


def test_the_launcher_needs_nothing_but_python():
    assert imported((ROOT / "run.py").read_text(encoding="utf-8")) <= set(sys.stdlib_module_names)


def test_a_package_that_only_another_package_needs_is_reported():
    source = "import json\nfrom outcomes import words\ndef draw():\n    import PIL.Image\n    import duckdb\n"
    assert undeclared(source, {"duckdb"}) == {"PIL"}
    assert undeclared("import nowhere_to_be_found", {"duckdb"}) == {"nowhere_to_be_found"}


def test_a_pin_with_a_marker_and_another_spelling_is_read():
    assert pins(["# made by hand", "Python_Dateutil==4.0.0 ; sys_platform != 'darwin'"]) == {"python-dateutil": "4.0.0"}
