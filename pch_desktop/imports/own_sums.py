"""What a sheet of actuals comes to, what of it is kept, and whether it was brought in before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pch_desktop.imports.footing import pounds
from pch_desktop.imports.own_actuals import pence_of
from pch_desktop.imports.own_fields import ENTRIES, OwnKind
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_prescribing import cost_of
from pch_desktop.imports.own_sheeted import FilledRow, read_rows
from pch_desktop.reports.words import plural

NOTHING_NEW = "Everything this sheet says stands in the locality already, so nothing changes."


def nothing_new(making: Making) -> str:
    """Say why nothing changes: this very file was brought in before, or all of it stands."""
    for batch in reversed(making.rows("import_batch")):
        at = batch["at"]
        if batch["file_digest"] == making.digest and isinstance(at, datetime):
            return (
                f"This very file was brought in on {at.day} {at:%B %Y} as "
                f"“{batch['file_name']}”, so nothing changes."
            )
    return NOTHING_NEW


def footed_in(making: Making) -> str:
    """Return the file and sheet a totals row stands in, for a sheet of actuals."""
    if making.sheeted.kind not in ENTRIES:
        return ""
    sheet = making.sheeted.table.sheet
    return f"{making.file_name}, sheet “{sheet}”, " if sheet else f"{making.file_name}, "


def sums(making: Making) -> tuple[str, ...]:
    """Say what was read to the penny, and that what was kept and left out come to it."""
    kind = making.sheeted.kind
    if kind not in ENTRIES:
        return ()
    rows, unread = read_rows(making.sheeted)
    kept_rows = {filled.row.number for filled in making.kept}
    read = _sum(kind, rows)
    kept = _sum(kind, (filled for filled in rows if filled.row.number in kept_rows))
    left = _sum(kind, (filled for filled in rows if filled.row.number not in kept_rows))
    said = f"Read {pounds(read)}: kept {pounds(kept)}, left out {pounds(left)}."
    if not unread:
        return (said,)
    which = plural(len(unread), "row")
    return (f"{said} {which} more cannot be read, so what they come to is not known.",)


def _sum(kind: OwnKind, rows: Iterable[FilledRow]) -> int:
    of_row = cost_of if kind is OwnKind.PRESCRIBING else pence_of
    return sum(map(of_row, rows))
