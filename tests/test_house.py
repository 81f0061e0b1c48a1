"""The rules of the house hold, and its contracts are seen to break when broken."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests import figures
from tests.figures import PACKAGE, ROOT, Import, Module

SHARED_COPY = ROOT.parent / "shared" / "design" / "house_contracts.toml"
CONTRACTS = {
    "The floors of the house": "layers",
    "Qt lives upstairs": "protected",
    "SQL lives downstairs": "protected",
    "Only the store opens the tables": "protected",
    "The ground floor stands on the standard library": "forbidden",
    "No circles": "acyclic_siblings",
}
FLOORS = [
    "(__main__)",
    "(app) | (cli)",
    "(ui)",
    "(exports) | (imports)",
    "(charts)",
    "(reports)",
    "(store)",
    "(models)",
    "(domain)",
    "(discovery) | (preferences)",
]

# Our own modules are imported inside functions where they are slow to import,
# and in these places; nowhere else.
MAY_DEFER = {
    "pch_desktop.__main__": "the window and the command line are two beginnings",
    "pch_desktop.app": "the floors of the file start after the shell is painted",
    "pch_desktop.ui.shell": "menus, panels and deeds come after the first picture",
    "pch_desktop.cli": "each command starts the floors it needs",
    "pch_desktop.store.opening": "migration starts only for a file older than the program",
    "pch_desktop.store.locality_file": "what is seldom done waits until it is done",
}
# Slow to import: these stand inside functions, or in modules that are
# themselves imported only inside functions.
HEAVY = {
    *("alembic", "docx", "lxml", "matplotlib", "numpy", "openpyxl", "pandas"),
    *("python_calamine", "typst", "xlsxwriter"),
}
MAY_BE_HEAVY = ("charts", "exports", "imports", "store.migrations", "store.migrating")
# Painted before any of this, or SQL, is imported.
START = ("__main__", "app", "cli", "preferences", "discovery", "ui.shell", "ui.section")
# Nothing of ours goes online, or runs what a file says.
NO_NETWORK = {
    *("aiohttp", "asyncio", "ftplib", "http", "httpx", "imaplib", "poplib", "requests"),
    *("smtplib", "socketserver", "ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
}
NO_RUNNING = {"dill", "marshal", "pickle", "shelve", "yaml"}
NO_CALLS = {"eval", "exec", "__import__", "read_pickle", "to_pickle"}


# The contracts


def lint(root: Path) -> str:
    """Return what import-linter says of the package in a folder."""
    code = "from importlinter.cli import lint_imports_command as lint; lint()"
    command = [sys.executable, "-c", code, "--no-cache", "--no-logo"]
    command += ["--config", str(ROOT / "pyproject.toml")]
    done = subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", check=False, env=plain_words()
    )
    return done.stdout + done.stderr


def plain_words() -> dict[str, str]:
    """Return an environment in which nothing is coloured or cut at the window's width."""
    return {**os.environ, "NO_COLOR": "1", "COLUMNS": "200", "PYTHONIOENCODING": "utf-8"}


def contracts(path: Path) -> dict[str, Any]:
    """Return the import contracts a file holds."""
    return tomllib.loads(path.read_text("utf-8"))["tool"]["importlinter"]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package that may be broken."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(PACKAGE, tmp_path / "pch_desktop", ignore=ignore)
    return tmp_path


def test_every_contract_is_kept() -> None:
    assert "6 kept, 0 broken" in lint(ROOT)


def test_the_contracts_are_the_six_that_were_agreed() -> None:
    held = contracts(ROOT / "pyproject.toml")["contracts"]
    assert {contract["name"]: contract["type"] for contract in held} == CONTRACTS
    assert held[0]["layers"] == FLOORS
    assert held[0]["exhaustive"] is True
    assert not any("ignore_imports" in contract for contract in held)


def test_the_contracts_are_those_of_the_design() -> None:
    if not SHARED_COPY.exists():
        pytest.skip("the design folder is not beside this checkout")
    assert contracts(ROOT / "pyproject.toml") == contracts(SHARED_COPY)


@pytest.mark.parametrize(
    ("floor", "line", "contract"),
    [
        ("domain/money", "import pch_desktop.store", "The floors of the house"),
        ("attic", "", "The floors of the house"),
        ("exports/__init__", "import pch_desktop.imports", "The floors of the house"),
        ("preferences", "import PySide6.QtCore", "Qt lives upstairs"),
        ("charts/__init__", "import sqlalchemy", "SQL lives downstairs"),
        ("ui/section", "import sqlite3", "SQL lives downstairs"),
        ("reports/table", "import pch_desktop.models", "Only the store opens the tables"),
        ("domain/money", "import pandas", "The ground floor stands on the standard library"),
    ],
)
def test_a_broken_contract_is_reported(house: Path, floor: str, line: str, contract: str) -> None:
    with (house / "pch_desktop" / f"{floor}.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert f"{contract} BROKEN" in lint(house)


def test_a_circle_on_one_floor_is_reported(house: Path) -> None:
    domain = house / "pch_desktop" / "domain"
    (domain / "hither.py").write_text("import pch_desktop.domain.thither\n")
    (domain / "thither.py").write_text("import pch_desktop.domain.hither\n")
    assert "No circles BROKEN" in lint(house)


# The sizes


def test_files_are_small() -> None:
    sizes = [module.lines for module in figures.modules() if module.lines]
    assert [module.name for module in figures.modules() if module.lines > 450] == []
    assert median(sizes) <= 120
    assert figures.share_at(sizes, 0.9) <= 300


def test_functions_are_small() -> None:
    found = [
        (figures.length(node), f"{module.name}.{node.name}") for module, node in all_functions()
    ]
    assert [name for size, name in found if size > 60] == []
    assert median(size for size, _ in found) <= 7
    assert figures.share_at([size for size, _ in found], 0.95) <= 30


def all_functions() -> list[tuple[Module, figures.Function]]:
    """Return every function of the package with its module."""
    return [(module, node) for module in figures.modules() for node in figures.functions(module)]


def test_no_function_takes_more_than_five_things_by_position() -> None:
    def positions(node: figures.Function) -> int:
        given = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
        return len(given) - (given[:1] in (["self"], ["cls"]))

    assert [
        f"{module.name}.{node.name}" for module, node in all_functions() if positions(node) > 5
    ] == []


def test_the_set_up_keeps_to_the_same_sizes() -> None:
    set_up = figures.read(ROOT / "dev.py")
    assert set_up.lines <= 450
    assert all(figures.length(node) <= 60 for node in figures.functions(set_up))


# The imports


def test_no_module_imports_itself_by_a_roundabout_way() -> None:
    assert figures.cycles(figures.modules()) == []


def test_our_own_modules_are_imported_late_only_where_it_is_agreed() -> None:
    late = figures.deferred_internal(figures.modules())
    found = {
        name: [target for target in targets if not is_slow_for(name, target)]
        for name, targets in late.items()
        if name not in MAY_DEFER
    }
    assert {name: targets for name, targets in found.items() if targets} == {}


def is_slow_for(name: str, target: str) -> bool:
    """Tell whether a module would bring the one that imports it something slow."""
    slow = slow_modules(HEAVY | {"sqlalchemy"} if name.startswith("pch_desktop.ui.") else HEAVY)
    graph = figures.load_time_graph(figures.modules())
    return bool(({target} | figures.reachable(graph, target)) & slow)


def slow_modules(packages: set[str]) -> set[str]:
    """Return which of our modules import one of these packages while they are imported."""
    return {name for package in packages for name in at_load_time(package)}


def test_heavy_packages_wait_inside_functions() -> None:
    allowed = tuple(f"pch_desktop.{name}" for name in MAY_BE_HEAVY)
    assert sorted(name for name in slow_modules(HEAVY) if not name.startswith(allowed)) == []


def test_what_starts_the_window_brings_nothing_heavy_and_no_sql() -> None:
    graph = figures.load_time_graph(figures.modules())
    slow = slow_modules(HEAVY | {"sqlalchemy"})
    start = [f"pch_desktop.{name}" for name in START if f"pch_desktop.{name}" in graph]
    brought = {name: sorted(figures.reachable(graph, name) & slow) for name in start}
    assert {name: found for name, found in brought.items() if found} == {}


def at_load_time(package: str) -> list[str]:
    """Return which of our modules import a package while they are imported."""
    return figures.users_of(figures.modules(), package, at_load_time=True)


# What is never there


def test_nothing_goes_online() -> None:
    found = [
        f"{module.name}:{each.line} {each.target}"
        for module in figures.modules()
        for each in figures.imports(module)
        if goes_online(module, each)
    ]
    assert found == []


def goes_online(module: Module, found: Import) -> bool:
    """Tell whether an import could reach a network; the lock may ask this PC's name."""
    if found.target.split(".")[0] == "socket":
        used = {ast.unparse(each) for each in ast.walk(module.tree) if is_of_socket(each)}
        return (
            not module.name.startswith("pch_desktop.store.")
            or used - {"socket.gethostname"} != set()
        )
    if found.target.startswith("urllib.parse"):
        return False
    return any(f"{found.target}.".startswith(f"{name}.") for name in NO_NETWORK)


def is_of_socket(node: ast.AST) -> bool:
    """Tell whether this is something taken from the module ``socket``."""
    return isinstance(node, ast.Attribute) and ast.unparse(node.value) == "socket"


def test_nothing_runs_what_a_file_says() -> None:
    imported = [
        f"{module.name}:{each.line}"
        for module in figures.modules()
        for each in figures.imports(module)
        if each.target.split(".")[0] in NO_RUNNING
    ]
    called = [
        f"{module.name}:{node.lineno}"
        for module in figures.modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and runs_text(node.func)
    ]
    assert imported + called == []


def runs_text(called: ast.expr) -> bool:
    """Tell whether a call runs text as a program; Qt's dialogs also have an ``exec``."""
    if isinstance(called, ast.Attribute):
        return called.attr in NO_CALLS - {"exec", "eval"}
    return isinstance(called, ast.Name) and called.id in NO_CALLS


# The rooms of a section


def sections() -> list[str]:
    """Return the names of the sections there are."""
    return sorted(path.parent.name for path in PACKAGE.glob("ui/sections/*/__init__.py"))


def rooms(section: str) -> dict[str, Path]:
    """Return where each of a section's rooms should be."""
    floors = ["charts", "models", "reports", "store"]
    if section == "overview":  # It reads the other sections and keeps nothing itself.
        floors.remove("models")
    return {
        "screen": PACKAGE / "ui" / "sections" / section / "screen",
        "help page": ROOT / "docs" / "sections" / f"{section}.md",
        "icon": ROOT / "resources" / "icons" / f"{section}.svg",
        **{floor: PACKAGE / floor / section for floor in floors},
    }


def is_there(room: Path) -> bool:
    """Tell whether a room is there: a file, a module or a package."""
    return room.is_file() or room.with_suffix(".py").is_file() or (room / "__init__.py").is_file()


@pytest.mark.parametrize("section", sections())
def test_a_section_has_all_its_rooms(section: str) -> None:
    assert [name for name, room in rooms(section).items() if not is_there(room)] == []


@pytest.mark.parametrize("section", sections())
def test_a_section_is_tested_on_each_floor(section: str) -> None:
    floors = ("reports", "store", "ui")
    found = {
        floor: list((ROOT / "tests" / floor).rglob(f"test_*{section}*.py")) for floor in floors
    }
    assert [floor for floor, tests in found.items() if not tests] == []


def test_a_help_page_begins_with_the_sections_name() -> None:
    pages = sorted((ROOT / "docs" / "sections").glob("*.md"))
    assert [page.name for page in pages if not page.read_text("utf-8").startswith("# ")] == []
