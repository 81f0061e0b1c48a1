"""The words of the house: docstrings, names in the field's words, British spelling."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import figures
from tests.figures import ROOT, Function, Module

# Named by Qt, SQLAlchemy, Alembic or Python, not by us; so are camelCase names in the window.
OVERRIDES = {
    *(
        "accept",
        "changed",
        "clear",
        "closeEvent",
        "data",
        "done",
        "edit",
        "event",
        "fixup",
        "flags",
    ),
    *("index", "open", "paint", "parent", "reject", "run", "sort", "text", "validate"),
    *("process_bind_param", "process_result_value", "load_dialect_impl", "handle_data", "upgrade"),
}
# Never in names of our own: they say nothing, or it in another field's words.
BANNED = {
    *("department", "do", "employee", "entity", "handler", "helper", "info", "item"),
    *("kpi", "manager", "process", "user", "util", "utils", "utility"),
}
# The lock says whose it is in the word of the operating system.
ALLOWED = {"pch_desktop.store.lock: user"}

AMERICAN = re.compile(
    r"\b(colors?|colored|coloring|center(ed|s)?|organiz\w+|recogniz\w+|behaviors?"
    r"|labeled|labeling|canceled|canceling|catalogs?|favorites?|favorable|unfavorable|analyz\w+"
    r"|gray|summariz\w+|normaliz\w+|optimiz\w+|customiz\w+|minimiz\w+|maximiz\w+|initializ\w+"
    r"|authoriz\w+|prioritiz\w+|fulfill|enrollment|traveled|modeled"
    r"|math)\b",
    re.IGNORECASE,
)


def all_python() -> list[Path]:
    """Return every Python file of the project."""
    found = [*figures.PACKAGE.rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "dev.py"]
    return sorted(found)


def all_pages() -> list[Path]:
    """Return every page people read."""
    return sorted(
        [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *ROOT.glob("installers/*.md")]
    )


# Docstrings and types


def documented(module: Module) -> Iterator[tuple[str, ast.AST]]:
    """Yield what of a module must say what it is."""
    yield module.name, module.tree
    yield from _documented(module, module.tree, module.name)


def _documented(module: Module, node: ast.AST, name: str) -> Iterator[tuple[str, ast.AST]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield f"{name}.{child.name}", child
            if not any("Protocol" in ast.unparse(base) for base in child.bases):
                yield from _documented(module, child, f"{name}.{child.name}")
        elif isinstance(child, Function) and is_ours(module, node, child):
            yield f"{name}.{child.name}", child


def is_ours(module: Module, owner: ast.AST, node: Function) -> bool:
    """Tell whether a function is for others to call, under a name we chose."""
    return not node.name.startswith("_") and not is_override(module, owner, node)


def is_override(module: Module, owner: ast.AST, node: Function) -> bool:
    """Tell whether somebody else chose this name."""
    if not isinstance(owner, ast.ClassDef) or not owner.bases:
        return False
    is_qt = module.name.startswith("pch_desktop.ui") and node.name != node.name.lower()
    return is_qt or node.name in OVERRIDES


def test_everything_public_says_what_it_is() -> None:
    silent = [
        name
        for module in figures.modules()
        for name, node in documented(module)
        if isinstance(node, ast.Module | ast.ClassDef | Function) and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_function_says_what_it_returns() -> None:
    silent = [
        f"{module.name}.{node.name}"
        for module in figures.modules()
        for node in figures.functions(module)
        if node.returns is None
    ]
    assert silent == []


# Names


def own_names(module: Module) -> Iterator[str]:
    """Yield every name a module gives: to itself, classes, functions, arguments, variables."""
    yield module.name.rpartition(".")[2]
    yield from _names(module, module.tree)


def _names(module: Module, node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function) and is_override(module, node, child):
            continue
        if isinstance(child, Function | ast.ClassDef):
            yield child.name
        elif isinstance(child, ast.arg):
            yield child.arg
        elif isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store):
            yield child.id
        elif isinstance(child, ast.Attribute) and isinstance(child.ctx, ast.Store):
            yield child.attr
        yield from _names(module, child)


def banned(name: str) -> bool:
    """Tell whether a name holds a word that is never used."""
    words = {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}
    singular = {word.removesuffix("s") for word in words}
    return name == "data" or bool((words | singular) & BANNED)


@pytest.mark.parametrize(
    ("name", "is_banned"),
    [
        ("user_name", True),
        ("ItemRow", True),
        ("do_import", True),
        ("KPITable", True),
        ("employees", True),
        ("data", True),
        ("metadata", False),
        ("data_quality", False),
        ("undo", False),
        ("used_minutes", False),
    ],
)
def test_a_word_that_is_never_used_is_found_in_a_name(name: str, *, is_banned: bool) -> None:
    assert banned(name) is is_banned


def test_names_are_in_the_fields_words() -> None:
    found = {
        f"{module.name}: {name}"
        for module in figures.modules()
        for name in own_names(module)
        if banned(name)
    }
    assert sorted(found - ALLOWED) == []


# Spelling


def sentences(module: Module) -> Iterator[str]:
    """Yield what people read in a module: docstrings, comments, and texts of several words."""
    texts = [node.value for node in ast.walk(module.tree) if isinstance(node, ast.Constant)]
    for text in texts:
        if isinstance(text, str) and re.search(r"[a-z] [a-z]", text) and "{" not in text:
            yield text
    yield from comments(module.source)


def comments(source: str) -> Iterator[str]:
    """Yield the comments of a program."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def american(text: str) -> list[str]:
    """Return the words of a text that are spelt the American way, outside backticks."""
    plain = re.sub(r"`[^`]*`", "", text)
    return [found.group() for found in AMERICAN.finditer(plain)]


def test_the_programs_texts_are_spelt_the_british_way() -> None:
    found = [
        f"{module.name}: {word}"
        for module in figures.modules()
        for text in sentences(module)
        for word in american(text)
        if "color:" not in text and ":center" not in text
    ]
    assert found == []


def test_the_pages_are_spelt_the_british_way() -> None:
    found = [
        f"{page.name}: {word}" for page in all_pages() for word in american(page.read_text("utf-8"))
    ]
    assert found == []


# Silencing a tool


def test_no_tool_is_silenced_without_a_reason() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {comment}"
        for path in all_python()
        for comment in comments(path.read_text("utf-8"))
        if is_silenced(comment)
    ]
    assert found == []


def is_silenced(comment: str) -> bool:
    """Tell whether a comment silences a type checker, or the style without code and reason."""
    if re.search(r"#\s*(type|pyright|mypy|basedpyright)\s*:", comment):
        return True
    return "noqa" in comment and not re.search(r"noqa: [A-Z]+\d+(, ?[A-Z]+\d+)* .*\w{3}", comment)


@pytest.mark.parametrize(
    ("comment", "silenced"),
    [
        ("# type: ignore", True),
        ("# pyright: basic", True),
        ("# noqa", True),
        ("# noqa: S608", True),
        ("# noqa: S608 - the names are our own tables'", False),
        ("# why", False),
    ],
)
def test_a_silenced_tool_is_seen(comment: str, *, silenced: bool) -> None:
    assert is_silenced(comment) is silenced
