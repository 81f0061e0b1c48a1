"""The proposals of what roles improve, which the program brings."""

from __future__ import annotations

from functools import lru_cache

from pch_desktop.discovery import resource
from pch_desktop.domain.workforce_teams import ReadyAim
from pch_desktop.imports.starters import read


@lru_cache(maxsize=1)
def ready_aims() -> tuple[ReadyAim, ...]:
    """Return the proposals, each with its source."""
    rows = read(resource("role_aims.toml"))["role_aim"]
    return tuple(
        ReadyAim(row["role"], row["measure"], row["contribution"], row["source"]) for row in rows
    )
