"""What a change of social prescribing is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import CountKind
from pch_desktop.reports.service_social import SocialMonthRow
from pch_desktop.reports.service_social_names import NameRow
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.ui.asking import deletion
from pch_desktop.ui.change import Change
from pch_desktop.ui.edits import CellEdit

FIELDS = {
    "referred": "people referred",
    "accepted": "people accepted",
    "in_ten_days": "people contacted in ten days",
    "measured": "people measured",
    "mean_change": "mean change",
}


def _of_month(field: str) -> CellEdit[SocialMonthRow]:
    def ask(row: SocialMonthRow, value: Value) -> Change:
        label = f"Change {FIELDS[field]}, {row.name}"
        args = (row.service_id, row.month, field, value)
        return Change(label, services.set_social_month, args, f"{row.name}, {FIELDS[field]}")

    return ask


MONTH_CELLS: Mapping[str, CellEdit[SocialMonthRow]] = {key: _of_month(key) for key in FIELDS}
"""The changes of a month, by column."""


def name_cells(year: FinancialYear) -> Mapping[str, CellEdit[NameRow]]:
    """Return the changes of a name's counts in a year, by column."""
    cells: dict[str, CellEdit[NameRow]] = {
        f"m{at}": partial(_count, month) for at, month in enumerate(year.months)
    }
    return {"name": _rename, **cells}


def adding(of: tuple[int, CountKind], year: FinancialYear, values: Mapping[str, Value]) -> Change:
    """Return the counts by a new name that were typed.

    Raises:
        Refusal: it has no name, or no count yet.
    """
    name = str(values.get("name") or "").strip()
    if not name:
        raise Refusal("Enter what people are counted by first, such as loneliness or GP.")
    counts = {
        month: people
        for at, month in enumerate(year.months)
        if isinstance(people := values.get(f"m{at}"), int)
    }
    if not counts:
        raise Refusal(f"Enter how many people of {name} there were in one of the months, too.")
    service_id, kind = of
    args = (service_id, (kind, name), counts)
    return Change(f"Add {name}, {kind.value}", services.enter_social_counts, args, name)


def removing(service_id: int, year: FinancialYear, rows: Sequence[NameRow]) -> Change:
    """Return the deletion of a year's counts by some names."""
    told = [row for row in rows if row.year is not None]
    if not told:
        raise Refusal("There are no counts in these lines to delete.")
    words = f"counts of {told[0].name}, {year}"
    change = deletion(
        told, words, "line of counts", services.remove_social_names, "lines of counts"
    )
    names = tuple(row.name for row in told)
    return Change(change.label, change.command, (service_id, year, told[0].kind, names))


def _count(month: Month, row: NameRow, value: Value) -> Change:
    label = f"Change {month.words} of {row.name}"
    args = (row.service_id, month, (row.kind, row.name), value)
    return Change(label, services.set_social_count, args, f"{row.name}, {month.words}")


def _rename(row: NameRow, value: Value) -> Change:
    if row.year is None:
        raise Refusal(f"Nobody is counted by {row.name} yet. Enter a count, or add another name.")
    args = (row.service_id, row.kind, row.name, value)
    return Change(f"Rename {row.name}", services.rename_social, args, row.name)
