"""The house in figures: what its sizes, its imports and its docstrings come to.

``python -m tests.figures`` prints the counted rows of the comparison table,
as ``docs/comparison.md`` shows them. ``tests/test_house.py`` sets the limits.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "pch_desktop"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True, eq=False)
class Module:
    """One file of ours, read."""

    name: str
    path: Path
    source: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        """Its length."""
        return self.source.count("\n")

    @property
    def is_package(self) -> bool:
        """Whether other modules stand inside it."""
        return self.path.name == "__init__.py"


@dataclass(frozen=True, slots=True)
class Import:
    """One import: of what, and whether it waits until a function is called."""

    target: str
    line: int
    is_deferred: bool
    is_for_types: bool


@cache
def modules(package: Path = PACKAGE) -> tuple[Module, ...]:
    """Return every module of a package, by name."""
    return tuple(read(path, package.parent) for path in sorted(package.rglob("*.py")))


def read(path: Path, root: Path = ROOT) -> Module:
    """Return a file of ours, parsed."""
    parts = path.relative_to(root).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    source = path.read_text("utf-8")
    return Module(name, path, source, ast.parse(source))


def functions(module: Module) -> list[Function]:
    """Return every function of a module, methods and inner ones too."""
    return [node for node in ast.walk(module.tree) if isinstance(node, Function)]


def length(node: Function) -> int:
    """Return how many lines a function takes."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def share_at(sizes: Sequence[int], share: float) -> int:
    """Return the size that this share of them does not exceed."""
    return sorted(sizes)[min(int(len(sizes) * share), len(sizes) - 1)]


# Imports


@cache
def imports(module: Module) -> tuple[Import, ...]:
    """Return every import of a module, in the order written."""
    return tuple(_imports(module, module.tree, is_deferred=False, is_for_types=False))


def _imports(
    module: Module, node: ast.AST, *, is_deferred: bool, is_for_types: bool
) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        for target in _targets(module, child):
            yield Import(target, getattr(child, "lineno", 0), is_deferred, is_for_types)
        yield from _imports(
            module,
            child,
            is_deferred=is_deferred or isinstance(child, Function | ast.Lambda),
            is_for_types=is_for_types or _is_for_types(child),
        )


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def _targets(module: Module, node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = _absolute(module, node)
        return [f"{base}.{alias.name}" for alias in node.names]
    return []


def _absolute(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*kept, *([node.module] if node.module else [])])


def internal(found: Import, names: frozenset[str]) -> str | None:
    """Return the module of ours that an import brings in, or None."""
    if found.target in names:
        return found.target
    base = found.target.rpartition(".")[0]
    return base if base in names else None


def load_time_graph(read_modules: Sequence[Module]) -> dict[str, set[str]]:
    """Return which of our modules each one imports while it is itself imported."""
    names = frozenset(module.name for module in read_modules)
    return {
        module.name: {
            target
            for found in imports(module)
            if not found.is_deferred and not found.is_for_types
            if (target := internal(found, names)) and target != module.name
        }
        for module in read_modules
    }


def reachable(graph: Mapping[str, set[str]], start: str) -> set[str]:
    """Return everything a module brings with it, itself included only in a circle."""
    found: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(graph.get(name, ()))
    return found


def cycles(read_modules: Sequence[Module]) -> list[str]:
    """Return the modules that stand in a circle of load-time imports."""
    graph = load_time_graph(read_modules)
    return [name for name in graph if name in reachable(graph, name)]


def deferred_internal(read_modules: Sequence[Module]) -> dict[str, list[str]]:
    """Return, for each module that has any, our own modules it imports inside functions."""
    names = frozenset(module.name for module in read_modules)
    found = {
        module.name: [
            target
            for each in imports(module)
            if each.is_deferred and not each.is_for_types
            if (target := internal(each, names))
        ]
        for module in read_modules
    }
    return {name: targets for name, targets in found.items() if targets}


def users_of(
    read_modules: Sequence[Module], package: str, *, at_load_time: bool = False
) -> list[str]:
    """Return which of our modules import a package of somebody else's."""
    return [
        module.name
        for module in read_modules
        if any(
            f"{found.target}.".startswith(f"{package}.")
            for found in imports(module)
            if not found.is_for_types and not (at_load_time and found.is_deferred)
        )
    ]


# The table


def _files() -> list[int]:
    return [module.lines for module in modules() if module.lines]


def _functions() -> list[Function]:
    return [node for module in modules() for node in functions(module)]


def _largest() -> str:
    largest = max(modules(), key=lambda module: module.lines)
    return f"{largest.lines} ({largest.path.relative_to(PACKAGE).as_posix()})"


def _function_sizes() -> str:
    sizes = [length(node) for node in _functions()]
    return f"{share_at(sizes, 0.95)}/{max(sizes)}"


def _share(test: Callable[[Function], object]) -> str:
    return f"{sum(bool(test(node)) for node in _functions()) / len(_functions()):.0%}"


def _qt_below() -> str:
    core = [module for module in modules() if not f"{module.name}.".startswith("pch_desktop.ui.")]
    return f"{len(users_of(core, 'PySide6'))}/{len(core)}"


def global_app_uses() -> list[str]:
    """Return where the one application object is reached for instead of handed in."""
    pattern = re.compile(r"\bq(?:App|app)\b|Q(?:Core|Gui)?Application\.instance\(")
    return [
        f"{module.name}:{at}"
        for module in modules()
        for at, line in enumerate(module.source.splitlines(), 1)
        if pattern.search(line)
    ]


ROWS: tuple[tuple[str, str, Callable[[], object]], ...] = (
    ("file median lines", "≤120", lambda: round(median(_files()))),
    ("file p90", "≤300", lambda: share_at(_files(), 0.9)),
    ("largest hand-written file", "≤450", _largest),
    ("function p95 / longest", "≤30/≤60", _function_sizes),
    ("return types", "100%", lambda: _share(lambda node: node.returns)),
    ("docstrings (functions)", "≥80%", lambda: _share(ast.get_docstring)),
    ("load-time import cycles (largest)", "0", lambda: len(cycles(modules()))),
    (
        "deferred internal imports",
        "0",
        lambda: sum(map(len, deferred_internal(modules()).values())),
    ),
    ("UI toolkit in core packages", "0", _qt_below),
    ("uses of a global app object in code", "0", lambda: len(global_app_uses())),
)


def table() -> str:
    """Return the counted rows as a Markdown table."""
    head = "| # | criterion | target | here |\n|--:|---|---|---|\n"
    return head + "\n".join(
        f"| {number} | {name} | {target} | {count()} |"
        for number, (name, target, count) in enumerate(ROWS, 1)
    )


if __name__ == "__main__":
    print(table())
