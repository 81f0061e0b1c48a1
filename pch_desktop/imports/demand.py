"""What scenarios of demand can begin with: the usual kinds of staff, and the worked example."""

from __future__ import annotations

from pch_desktop.discovery import resource
from pch_desktop.domain.starter import Sheet
from pch_desktop.domain.workforce_demand_start import KindStart
from pch_desktop.imports.starters import read, sheets


def kinds() -> tuple[KindStart, ...]:
    """Return the kinds of staff of a first scenario."""
    said = read(resource("demand_kinds.toml"))["kind"]
    return tuple(KindStart(each["name"], tuple(each["roles"])) for each in said)


def example() -> tuple[Sheet, ...]:
    """Return the rows of the worked example: invented, and said to be so."""
    return tuple(sheets(read(resource("demand_example.toml"))))
