"""Practices beside each other in the board pack, and what of them needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pch_desktop.domain.period import Month
from pch_desktop.domain.services import Inspection
from pch_desktop.reports.service_compared import COUNTS
from pch_desktop.reports.service_compared_facts import latest_ratings
from pch_desktop.reports.service_compared_measures import (
    COMPARED,
    ComparedRow,
    compared_rows,
    median_row,
)
from pch_desktop.reports.service_compared_read import compared, open_practices
from pch_desktop.reports.service_praise_pack import praise_table
from pch_desktop.reports.statement import Finding, Weight
from pch_desktop.reports.table import Kind, Table
from pch_desktop.reports.words import plural, written
from pch_desktop.store import services

if TYPE_CHECKING:
    from pch_desktop.store.shared import Reads

NOTES = (
    "By name, with the median of those for which a measure is known. Lists, needs and recording "
    "differ, so a difference is a question to ask and no judgement.",
    "Staff: where their time goes at the month's end, to 10,000 registered; GPs as the locality "
    "counts them. Seen: appointments a practice's patients attended anywhere, of the services "
    "that tell whose patients they see.",
    "Hours open: one of its sites is; core hours of the GP contract are 08:00 to 18:30 on Monday "
    "to Friday. A blank is not known.",
)
OF_PRAISE = frozenset(COUNTS)


def practice_tables(file: Reads, month: Month) -> Sequence[Table[Any]]:
    """Return the sheets on practices, the second once one of them told its counts."""
    return (compared_table(file, month), praise_table(file, month))


def compared_table(file: Reads, month: Month) -> Table[ComparedRow]:
    """Return the practices since April beside each other, once anything tells them apart."""
    told = compared(file, month)
    rows = compared_rows(told.so_far)
    known = [row for row in rows if any(row.values[key] is not None for key in row.values)]
    columns = tuple(each for each in COMPARED if each.key not in OF_PRAISE | {"rated_by"})
    subtitle = f"At {written(month.last, Kind.DATE)}; appointments since April."
    beside = (median_row(told.so_far),)
    return Table("Practices compared", columns, rows if known else (), subtitle, (), NOTES,
                 beside=beside)  # fmt: skip


def practice_findings(file: Reads, month: Month) -> list[Finding]:
    """Return the practices that are late to tell their counts, and those rated inadequate."""
    return [*_late(file, month), *_inadequate(file, month)]


def _late(file: Reads, month: Month) -> list[Finding]:
    told = file.read(services.practice_months, month.plus(-1), month)
    known = {(row.practice_id, row.month) for row in told}
    late = [
        row
        for row in open_practices(file, month)
        if (row.id, month) not in known and (row.id, month.plus(-1)) in known
    ]
    if not late:
        return []
    title = f"{plural(len(late), 'practice')} without incidents and praise for {month.words}"
    names = ", ".join(row.name for row in late[:3])
    return [Finding("services", title, names, Weight.LATE, "Enter", late[0].id,
                    "Incidents and praise")]  # fmt: skip


def _inadequate(file: Reads, month: Month) -> list[Finding]:
    rated = latest_ratings(file, month)
    return [
        Finding("services", f"{row.name} is rated inadequate",
                f"Published {written(rated[row.id].on, Kind.DATE)}", Weight.MONEY, "See rating",
                rated[row.id].id, "Ratings", "rating")
        for row in open_practices(file, month)
        if row.id in rated and rated[row.id].rating is Inspection.INADEQUATE
    ]  # fmt: skip
