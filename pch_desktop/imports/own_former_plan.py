"""What all tables of a former pack come to: one plan, and so one step."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.imports.own_fields import KIND_WORDS, OwnKind
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_reading import OwnReading
from pch_desktop.imports.plan import ImportPlan
from pch_desktop.store.own import OwnStanding

STANDS = "All that is open in this pack stands in the locality already, so nothing changes."


def merged(now: OwnStanding, reading: OwnReading, makings: Sequence[Making]) -> ImportPlan:
    """Return the plan of a pack's tables together."""
    parts = [making.changes() for making in makings]
    changes = tuple(change for found, _ in parts for change in found)
    same: dict[str, int] = {}
    for table, count in (pair for _, counts in parts for pair in counts.items()):
        same[table] = same.get(table, 0) + count
    refused = tuple(row for making in makings for row in making.refused)
    aside = tuple(group for making in makings for group in making.set_aside)
    kept = sum(len(making.kept) for making in makings)
    notes = [*reading.notes, *(note for making in makings for note in making.all_notes())]
    return ImportPlan(
        kind=f"own {OwnKind.PACK.value}",
        kind_words=KIND_WORDS[OwnKind.PACK],
        file_name=reading.file_name,
        file_digest=reading.file_digest,
        rows_read=kept + len(refused) + sum(group.count for group in aside),
        rows_kept=kept,
        stamp=now.stamp,
        changes=changes,
        same=same,
        refused=refused,
        set_aside=aside,
        notes=tuple(dict.fromkeys([*notes, *([] if changes else [STANDS])])),
    )
