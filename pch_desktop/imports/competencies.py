"""The ready list of competencies, which the program brings."""

from __future__ import annotations

from functools import lru_cache

from pch_desktop.discovery import resource
from pch_desktop.domain.workforce_skills import CompetencyKind, ReadyCompetency
from pch_desktop.imports.starters import read


@lru_cache(maxsize=1)
def ready_competencies() -> tuple[ReadyCompetency, ...]:
    """Return the competencies of the ready list, each with its source."""
    rows = read(resource("competencies.toml"))["competency"]
    return tuple(
        ReadyCompetency(
            row["name"], CompetencyKind(row["kind"]), row.get("months_valid"), row["source"]
        )
        for row in rows
    )
