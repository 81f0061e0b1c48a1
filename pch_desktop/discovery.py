"""Finding what each section brings, so that nobody has to keep a list.

A section is found by the name of its module. What is slow to import waits in
a module of its own until somebody looks at it.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Protocol, TypeVar


class Ordered(Protocol):
    """Anything with a place in a sequence."""

    @property
    def order(self) -> int: ...


Thing = TypeVar("Thing")
Found = TypeVar("Found", bound=Ordered)


def names(package: ModuleType) -> tuple[str, ...]:
    """Return the full name of every module directly inside a package; import none."""
    return tuple(found.name for found in iter_modules(package.__path__, f"{package.__name__}."))


def every(name: str, kind: type[Thing]) -> tuple[Thing, ...]:
    """Import a module and return each ``kind`` at its top, in the order written."""
    return tuple(thing for thing in vars(import_module(name)).values() if isinstance(thing, kind))


def one(name: str, kind: type[Thing]) -> Thing:
    """Import a module and return the one ``kind`` at its top."""
    (thing,) = every(name, kind)
    return thing


def gather(package: ModuleType, kind: type[Found]) -> dict[str, Found]:
    """Return the ``kind`` of each module of a package that has one, by module name, in order."""
    found = {name: things[0] for name in names(package) if (things := every(name, kind))}
    return dict(sorted(found.items(), key=lambda pair: pair[1].order))


def resource(*parts: str) -> Path:
    """Return where a file of ``resources`` lies: in a checkout, a wheel or a frozen program.

    Help pages are asked for as ``help``; a checkout keeps them in ``docs/sections``.
    """
    package = Path(__file__).parent
    if (packed := package / "resources").is_dir():
        return packed.joinpath(*parts)
    if parts[:1] == ("help",):
        return package.parent.joinpath("docs", "sections", *parts[1:])
    return package.parent.joinpath("resources", *parts)
