"""Load between practices: whose patients are seen where, and what is charged for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from pch_desktop.domain.services_load import Recharge, Seen, recharges
from pch_desktop.reports.service_load_rows import Load, LoadRow
from pch_desktop.reports.service_parts import NO_PLACE, NOT_KNOWN
from pch_desktop.reports.words import plural
from pch_desktop.store.population import PracticeRow
from pch_desktop.store.services import PartRow


def load(parts: Sequence[PartRow], practices: Sequence[PracticeRow]) -> Load:
    """Return whose patients were seen where: a row for each practice with patients or people seen.

    Args:
        parts: the parts of the months and services that are meant.
        practices: all practices with their lists, in the order of the rows.
    """
    told = [part for part in parts if part.attended is not None]
    places = _places(told, practices)
    seen: dict[tuple[int, str], int] = defaultdict(int)
    for part in told:
        seen[part.patient_practice_id or 0, _place(part)] += part.attended or 0
    moved = [_seen(part) for part in told if part.patient_practice_id is not None]
    charged = recharges(moved)
    known = [(row.id, row.name, row.list_size) for row in practices]
    rows = [
        _row(one, places, seen, moved, charged.get(one[0], Recharge()))
        for one in (*known, (0, NOT_KNOWN, None))
    ]
    return Load(
        places,
        tuple(row for row in rows if row.everywhere or row.received),
        len(parts) - len(told),
        sum(
            each.attended
            for each in moved
            if each.is_elsewhere and each.place is not None and each.price_pence is None
        ),
        sum(part.attended or 0 for part in told if part.place is None),
    )


def _row(
    practice: tuple[int, str, int | None],
    places: Sequence[str],
    seen: Mapping[tuple[int, str], int],
    moved: Sequence[Seen],
    recharge: Recharge,
) -> LoadRow:
    key, name, registered = practice
    own = [each.attended for each in moved if each.patients_of == key and each.is_elsewhere]
    others = [each.attended for each in moved if each.place == key and each.is_elsewhere]
    cells = tuple(seen.get((key, place)) for place in places)
    is_placed = (key, NO_PLACE) not in seen
    elsewhere = sum(own) if key and is_placed else None
    return LoadRow(key, name, registered, cells, elsewhere, sum(others), recharge)


def _places(parts: Sequence[PartRow], practices: Sequence[PracticeRow]) -> tuple[str, ...]:
    """Return where people were seen: the practices in their order, then other places by name."""
    found = {_place(part) for part in parts}
    names = [row.name for row in practices if row.name in found]
    return (*dict.fromkeys(names), *sorted(found - {*names, NO_PLACE}), *({NO_PLACE} & found))


def _place(part: PartRow) -> str:
    return part.place or NO_PLACE


def _seen(part: PartRow) -> Seen:
    return Seen(
        part.patient_practice_id or 0,
        part.place_practice_id,
        part.attended or 0,
        part.recharge_pence,
    )


def load_finding(found: Load) -> str:
    """Return the sentence on how many are seen elsewhere, and where most come from."""
    known = [row for row in found.rows if row.elsewhere is not None]
    elsewhere = sum(row.elsewhere or 0 for row in known)
    if not known:
        return "Nobody has been told of by place and practice yet."
    whole = sum(row.everywhere for row in known)
    said = f"{elsewhere:,} of {plural(whole, 'person', 'people')} seen elsewhere than at their own"
    most = max(known, key=lambda row: row.elsewhere or 0)
    if not most.elsewhere:
        return f"{said} practice"
    return f"{said} practice; most of {most.name}, {most.elsewhere:,}"
