"""What a scenario of demand is made of: its segments and its kinds of staff, as columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from pch_desktop.domain.workforce_demand import WHOLE
from pch_desktop.reports.table import Column, Kind, Total
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_demand import KindRow, SegmentRow
from pch_desktop.store.workforce import DemandStaffRow

SHARES, MINUTES = "Who sees them, share of contacts", "Minutes, where not the segment's"
"""What stands above the columns of the kinds of staff."""
SHARE, OWN_MINUTES = "share", "minutes"
MIX = "mix"
"""The key of the column that says what a mix adds up to."""

STAFF: tuple[Column[KindRow], ...] = (
    Column("name", "Kind of staff", lambda row: row.name, width=22),
    Column("facing", "With patients", lambda row: row.staff.patient_facing_share, Kind.SHARE,
           help="The part of the time at work that is spent with patients.", width=9),
    Column("own_weeks", "Own weeks", lambda row: row.staff.own_weeks, Kind.NUMBER,
           help="Weeks worked a year, where they are not the scenario's.", width=8),
    Column("capacity", "Minutes per WTE", lambda row: row.required.capacity_minutes, Kind.COUNT,
           formula="37.5 hours x 60 x weeks x part of the time with patients",
           help="Minutes with patients that a whole time has in a year.", width=10),
    Column("roles", "Roles", lambda row: ", ".join(row.staff.roles) or None,
           help="The roles of the catalogue whose posts count, with commas between; a role counts "
           "in one kind only.", width=28),
    Column("in_post_wte", "In post WTE", lambda row: row.in_post_wte, Kind.WTE, Total.SUM,
           formula="the posts of its roles on the day",
           help="On the day, of the roles that count as this kind.", width=8),
    Column("funded_wte", "Funded WTE", lambda row: row.funded_wte, Kind.WTE, Total.SUM,
           formula="the posts of its roles on the day",
           help="On the day, of the roles that count as this kind.", width=8),
    Column("planned_wte", "Planned change", lambda row: row.staff.planned_wte, Kind.WTE, Total.SUM,
           help="What the scenario adds to those in post, or takes away.", width=9),
    Column("pay_point", "Pay point", lambda row: row.staff.pay_point,
           help="At which a gap is costed.", width=16),
    Column("wte_pence", "Cost of 1 WTE £", lambda row: row.wte_pence, Kind.MONEY,
           formula="pay, National Insurance and NHS pension of the day",
           help="A whole time at the pay point in a full year, on-costs and all.", width=10),
    Column("source", "Source", lambda row: row.staff.source, width=30),
)  # fmt: skip


def segment_columns(
    staff: Sequence[DemandStaffRow], of: str = SHARE
) -> tuple[Column[SegmentRow], ...]:
    """Return the columns of segments: people, how often, how long, and each kind of staff.

    Args:
        staff: the kinds of staff, in their order.
        of: their ``share`` of the contacts, or their own ``minutes``.
    """
    return (
        Column("name", "Segment", lambda row: row.name, width=25),
        Column("people", "People", lambda row: row.row.people, Kind.COUNT, Total.SUM, width=8),
        Column("contacts_per_thousand", "Contacts per 1,000",
               lambda row: row.row.contacts_per_thousand, Kind.COUNT,
               help="Contacts a year of a thousand people.", width=9),
        Column("minutes", "Minutes each", lambda row: row.row.minutes, Kind.NUMBER,
               help="Minutes a contact takes.", width=8),
        Column("contacts", "Contacts a year", lambda row: row.contacts, Kind.COUNT, Total.SUM,
               formula="{people}*{contacts_per_thousand}/1000", help="All contacts of a year.",
               width=9),
        Column(MIX, "Adds up to", lambda row: row.mix_share, Kind.SHARE,
               formula="the shares together", band=SHARES,
               help="What the kinds of staff see together; 100% where it is whole.", width=8),
        *(_of_kind(row, of) for row in staff),
        Column("wte", "WTE", lambda row: row.wte, Kind.WTE, Total.SUM,
               formula="each kind's minutes divided by its minutes per WTE",
               help="All kinds together, before any shift.", width=7),
        Column("source", "Source", lambda row: row.row.source, width=26),
    )  # fmt: skip


def kind_of(key: str) -> int | None:
    """Return the id of the kind of staff a column is of, or None."""
    return int(key[1:]) if key[:1] in "km" and key[1:].isdigit() else None


def troubles(rows: Sequence[SegmentRow]) -> Mapping[tuple[int, str], str]:
    """Return the sentence for each mix that does not add up, by segment and column."""
    return {(row.id, MIX): trouble(row) for row in rows if not row.row.segment.is_whole}


def trouble(row: SegmentRow) -> str:
    """Return by how much a mix misses 100%."""
    apart = written(abs(WHOLE - row.mix_share), Kind.SHARE)
    words = f"{apart} is missing" if row.mix_share < WHOLE else f"that is {apart} too much"
    return f"{row.name}: the shares add up to {written(row.mix_share, Kind.SHARE)}, {words}."


def _of_kind(staff: DemandStaffRow, of: str) -> Column[SegmentRow]:
    width = min(max(8, max(len(word) for word in staff.name.split()) + 2), 14)
    if of == SHARE:
        return Column(f"k{staff.id}", staff.name, _share_of(staff.id), Kind.SHARE, band=SHARES,
                      help=f"The part of the contacts {staff.name} sees.",
                      width=width)  # fmt: skip
    return Column(f"m{staff.id}", staff.name, _minutes_of(staff.id), Kind.NUMBER, band=MINUTES,
                  help=f"Minutes a contact takes {staff.name}; blank where they are the segment's.",
                  width=width)  # fmt: skip


def _share_of(staff_id: int) -> Callable[[SegmentRow], Decimal | None]:
    return lambda row: row.row.mix[staff_id].share if staff_id in row.row.mix else None


def _minutes_of(staff_id: int) -> Callable[[SegmentRow], Decimal | None]:
    return lambda row: row.row.mix[staff_id].minutes if staff_id in row.row.mix else None
