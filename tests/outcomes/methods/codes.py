"""Which method and warning codes the statistics can give, read from their source: a new one is found by itself."""

import ast
from dataclasses import dataclass, field
from pathlib import Path

STATS = Path(__file__).parents[3] / "outcomes" / "stats"
METHODS, WARNINGS = ("method", "permutation_method"), ("warnings",)


def codes(fields: tuple[str, ...], sources: list[str]) -> set[str]:
    """Every text that can end up in one of these fields of a result; a part made at run time is a star."""
    return {text for source in sources for text in _Module(ast.parse(source)).reaching(fields)}


def of_statistics(fields: tuple[str, ...]) -> set[str]:
    return codes(fields, [path.read_text(encoding="utf-8") for path in sorted(STATS.glob("*.py"))])


@dataclass
class _Module:
    """What each name may hold, found by name alone, so rather too much than too little."""

    tree: ast.Module
    assigned: dict[str, list[ast.expr]] = field(default_factory=dict)
    parameters: dict[str, list[str]] = field(default_factory=dict)  # of functions and of dataclasses
    results: set[str] = field(default_factory=set)  # the dataclasses among them
    returned: dict[str, list[ast.expr]] = field(default_factory=dict)

    def __post_init__(self):
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ClassDef):
                lines = [line for line in node.body if isinstance(line, ast.AnnAssign)]
                self.parameters[node.name] = [line.target.id for line in lines]
                self.results.add(node.name)
            elif isinstance(node, ast.FunctionDef):
                self.parameters[node.name] = [one.arg for one in (*node.args.args, *node.args.kwonlyargs)]
                returns = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
                self.returned[node.name] = returns
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self._bind(target, node.value)
            elif isinstance(node, ast.AugAssign):
                self._bind(node.target, node.value)
            elif isinstance(node, ast.Call):
                for name, value in self._arguments(node):
                    self.assigned.setdefault(name, []).append(value)

    def reaching(self, fields: tuple[str, ...]) -> set[str]:
        found = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.AnnAssign) and node.value and getattr(node.target, "id", "") in fields:
                found |= self._texts(node.value, set())
            elif isinstance(node, ast.Dict):
                for key, value in zip(node.keys, node.values, strict=True):
                    if isinstance(key, ast.Constant) and key.value in fields:
                        found |= self._texts(value, set())
            elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in self.results:
                for name, value in self._arguments(node):
                    if name in fields:
                        found |= self._texts(value, set())
        return found

    def _arguments(self, call: ast.Call) -> list[tuple[str, ast.expr]]:
        """(parameter, value) of a call to something of this module; ``*(None,) * 6`` takes six places."""
        names = self.parameters.get(getattr(call.func, "id", ""), [])
        place, found = 0, []
        for value in call.args:
            if isinstance(value, ast.Starred):
                many = value.value.right if isinstance(value.value, ast.BinOp) else None
                if not isinstance(many, ast.Constant):
                    break
                place += many.value
                continue
            if place < len(names):
                found.append((names[place], value))
            place += 1
        return found + [(one.arg, one.value) for one in call.keywords if one.arg in names]

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        if isinstance(target, ast.Name):
            self.assigned.setdefault(target.id, []).append(value)
        elif isinstance(target, ast.Tuple):
            values = [value]
            if isinstance(value, ast.Call):
                values = self.returned.get(getattr(value.func, "id", ""), [])
            for one in values:
                if isinstance(one, ast.Tuple) and len(one.elts) == len(target.elts):
                    for name, part in zip(target.elts, one.elts, strict=True):
                        self._bind(name, part)

    def _texts(self, value: ast.expr, seen: set[str]) -> set[str]:
        if isinstance(value, ast.Constant):
            return {value.value} if isinstance(value.value, str) else set()
        if isinstance(value, ast.JoinedStr):
            return {"".join(part.value if isinstance(part, ast.Constant) else "*" for part in value.values)}
        if isinstance(value, ast.Name):
            if value.id in seen:
                return set()
            inner = self.assigned.get(value.id, [])
            return {text for one in inner for text in self._texts(one, seen | {value.id})}
        parts: list[ast.expr] = []
        if isinstance(value, ast.IfExp):
            parts = [value.body, value.orelse]
        elif isinstance(value, ast.Tuple | ast.List):
            parts = value.elts
        elif isinstance(value, ast.Starred):
            parts = [value.value]
        elif isinstance(value, ast.BinOp):
            parts = [value.left, value.right]
        return {text for one in parts for text in self._texts(one, seen)}
