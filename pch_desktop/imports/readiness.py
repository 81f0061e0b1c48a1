"""The ready list of what must be in place before each phase, which the program brings."""

from __future__ import annotations

from functools import lru_cache

from pch_desktop.discovery import resource
from pch_desktop.domain.budget import Phase
from pch_desktop.domain.budget_registers import ReadyStep
from pch_desktop.imports.starters import read


@lru_cache(maxsize=1)
def ready_steps() -> tuple[ReadyStep, ...]:
    """Return the steps of the ready list, by phase, each with its source."""
    rows = read(resource("readiness.toml"))["readiness_step"]
    return tuple(ReadyStep(Phase(row["phase"]), row["words"], row["source"]) for row in rows)
