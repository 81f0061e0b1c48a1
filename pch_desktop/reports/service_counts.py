"""Every count of a service's month: what it is called, what it means, what stands together."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from pch_desktop.domain.services_activity import per_session
from pch_desktop.reports.service_months import COUNTS
from pch_desktop.reports.service_rates import FILLED, LOST, MISSED, NAME, USED, activity
from pch_desktop.reports.table import Column, Holds, Kind, Total
from pch_desktop.store.services import ServiceRow

MORE: Mapping[str, tuple[str, str]] = {
    "planned_sessions": ("Planned", "Sessions planned."),
    "cancelled_by_patient": ("They cancelled", "Cancelled by the patient: not in booked."),
    "cancelled_by_service": ("We cancelled", "Cancelled by the service: not in booked."),
    "accepted": ("Accepted", "Referrals taken on."),
    "rejected": ("Rejected", "Referrals not taken on."),
    "first_contacts": ("First contacts", "Of those attended, people seen for the first time."),
    "face_to_face": ("Face to face", "Contacts face to face, home visits and groups apart."),
    "telephone": ("Telephone", "Contacts by telephone."),
    "video": ("Video", "Contacts by video."),
    "home_visits": ("Home visits", "Contacts at people's homes."),
    "group_contacts": ("In groups", "People seen in groups."),
    "instead_of_hospital": ("Instead of hospital", "People a specialist saw here who would before "
                            "have gone to hospital."),
    "still_to_hospital": ("Still to hospital", "People who would have gone to hospital, and did."),
    "admissions_avoided": ("Admissions avoided", "Admissions to hospital that those who see people "
                           "say were avoided."),
}  # fmt: skip
"""The counts beside those of ``COUNTS``."""
ALL: Mapping[str, tuple[str, str]] = {**COUNTS, **MORE}
MODES = ("face_to_face", "telephone", "video", "home_visits", "group_contacts")
ROOM = frozenset({"planned_sessions", "sessions", "slots"})
"""What there was room for, whoever came."""
STATES = frozenset({"waiting"})
"""Counts of how many there are at the month's end: those of several months have no sum."""


def holds_of(key: str) -> Holds:
    """Return whom a count tells of: sessions and appointments are nobody, all others people."""
    return Holds.FIGURES if key in ROOM else Holds.PEOPLE


def count_of(key: str) -> Column[ServiceRow]:
    """Return the column of a count of services' month at hand."""
    title, meaning = ALL[key]
    return Column(
        key, title, lambda row: getattr(row.month, key) if row.month else None, Kind.COUNT,
        Total.SUM, help=meaning, width=9, holds=holds_of(key),
    )  # fmt: skip


def _each(row: ServiceRow) -> Decimal | None:
    return per_session(row.month.sessions, row.month.slots) if row.month else None


def contacts(row: ServiceRow) -> int | None:
    """Return the contacts of all modes; None unless all are known."""
    counts = [getattr(row.month, key) if row.month else None for key in MODES]
    return None if None in counts else sum(count for count in counts if count is not None)


EACH: Column[ServiceRow] = Column(
    "per_session", "Each", _each, Kind.NUMBER, formula="{slots}/{sessions}", width=7,
    help="Appointments in a session: appointments are sessions times these.",
)  # fmt: skip
UNFILLED: Column[ServiceRow] = Column(
    "unfilled_slots", "Unfilled", lambda row: activity(row).unfilled_slots, Kind.COUNT, Total.SUM,
    formula="MAX(0,{slots}-{booked})", width=8, help="Appointments nobody booked.",
)  # fmt: skip
OVERBOOKED: Column[ServiceRow] = Column(
    "overbooked", "Overbooked", lambda row: activity(row).overbooked, Kind.COUNT, Total.SUM,
    formula="MAX(0,{booked}-{slots})", width=10,
    help="Booked beyond the appointments there were; then none count as lost.",
)  # fmt: skip
CONTACTS: Column[ServiceRow] = Column(
    "contacts", "All contacts", contacts, Kind.COUNT, Total.SUM, width=10, holds=Holds.PEOPLE,
    formula="+".join(f"{{{key}}}" for key in MODES),
    help="The five ways added up; not known while one of them is not.",
)  # fmt: skip
STATE: Column[ServiceRow] = Column(
    "is_provisional", "Provisional", lambda row: row.month.is_provisional if row.month else None,
    Kind.YES, width=9, help="Whether the figures may still change.",
)  # fmt: skip
SOURCE: Column[ServiceRow] = Column(
    "source", "Source", lambda row: row.month.source if row.month else None, width=20,
    help="Where the figures come from.",
)  # fmt: skip
MONTH: tuple[Column[ServiceRow], ...] = (
    NAME,
    *(count_of(key) for key in ("planned_sessions", "sessions")),
    EACH,
    *(count_of(key) for key in ("slots", "booked", "attended", "not_attended")),
    *(count_of(key) for key in ("cancelled_by_patient", "cancelled_by_service")),
    *(count_of(key) for key in ("referrals", "accepted", "rejected", "waiting", "first_contacts")),
    *(count_of(key) for key in MODES),
    CONTACTS,
    *(count_of(k) for k in ("instead_of_hospital", "still_to_hospital", "admissions_avoided")),
    FILLED,
    MISSED,
    USED,
    LOST,
    UNFILLED,
    OVERBOOKED,
    STATE,
    SOURCE,
)
"""Everything that is told of a month, and what is worked out of it, service by service."""
