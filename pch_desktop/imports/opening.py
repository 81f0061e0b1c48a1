"""The way a file comes in, for the window and the command line alike: read, plan, commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pch_desktop.domain.period import FinancialYear
from pch_desktop.imports.official import Reading, named_year, noted
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.imports.reading import opened
from pch_desktop.imports.recognise import recognised
from pch_desktop.store import imports as intake
from pch_desktop.store.import_known import Known, known

if TYPE_CHECKING:
    from pch_desktop.store.locality_file import LocalityFile


@dataclass(frozen=True, slots=True)
class Told:
    """What can be said of an official file before it is read."""

    kind: str
    kind_words: str
    encoding: str
    sheet: str
    """Nothing where the file is text."""
    needs_year: bool
    year: FinancialYear | None
    """The financial year its name says, where it needs one."""


NOTHING_NEW = "Everything this file says stands in the locality already, so nothing changes."


def told_of(path: Path, kind: str | None = None, reason: str | None = None) -> Told:
    """Return what a file is, so that its year can be asked for before it is read.

    Raises:
        Refusal: it is no official file.
    """
    found, table = recognised(opened(path), kind, reason)
    year = named_year(path.name) if found.needs_year else None
    encoding, sheet = table.file.encoding, table.sheet.name
    return Told(found.key, found.words, encoding, sheet, found.needs_year, year)


def read_file(
    path: Path,
    kind: str | None = None,
    year: FinancialYear | None = None,
    reason: str | None = None,
) -> Reading:
    """Return what an official file says, whatever the locality.

    Args:
        path: the file.
        kind: the key of the kind it must be (see ``recognise.KINDS``), if it must be one.
        year: the financial year of its figures, where its name does not say it.
        reason: why it is taken although it looks like a table of patients.

    Raises:
        Refusal: it cannot be used; nothing has been changed.
    """
    found, table = recognised(opened(path), kind, reason)
    return found.read(table, year)


def plan_for(file: LocalityFile, reading: Reading) -> ImportPlan:
    """Return what taking a reading in would do: what is shown is what is committed."""
    return plan_from(file.read(known), reading)


def plan_from(standing: Known, reading: Reading) -> ImportPlan:
    """Return the same from what the locality held when it was read; no file is needed."""
    plan = reading.plan(standing)
    return noted(plan, NOTHING_NEW) if plan.is_nothing and plan.rows_kept else plan


def commit(file: LocalityFile, plan: ImportPlan, at: datetime | None = None) -> bool:
    """Write a plan as one step, and return whether there was anything to write.

    Raises:
        Refusal: the locality has changed since the plan was made.
    """
    if plan.is_nothing:
        return False
    file.edit(plan.label, intake.commit, plan.intake, at or datetime.now(UTC))
    return True
