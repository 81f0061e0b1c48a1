"""National figures of appointments beside our services' months: missed, same day, modes, staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.services_demand import added, share_of
from pch_desktop.store.services import AppointmentRow, LeadRow, MonthRow, NationalMonth

ATTENDED, MISSED = "Attended", "DNA"
SAME_DAY = "Same Day"
NOT_KNOWN = frozenset({"Unknown", "Unknown / Data Issue"})
MODES = {
    "Face-to-Face": ("Face to face", "face_to_face"),
    "Telephone": ("Telephone", "telephone"),
    "Video/Online": ("Video or online", "video"),
    "Home Visit": ("Home visit", "home_visits"),
}
"""The national modes: what we call them, and the count of our months that is the same."""
STAFF = {"GP": "GP", "Other Practice staff": "Other practice staff"}
MINE = (*(key for _, key in MODES.values()), "group_contacts")
"""All our contacts by mode."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One measure, nationally and here; None is not known or not counted."""

    id: int
    name: str
    national: int | Decimal | None
    ours: int | Decimal | None
    is_share: bool = True

    @property
    def apart(self) -> Decimal | None:
        """How far ours is from the national share, as a share; below nought it is less."""
        if not self.is_share or self.national is None or self.ours is None:
            return None
        return Decimal(self.ours) - Decimal(self.national)


def nearest(months: Sequence[NationalMonth], place_code: str, month: Month) -> Month | None:
    """Return the month of a place to compare with: the same, else the latest before, else next."""
    known = sorted(each.month for each in months if each.place_code == place_code)
    before = [each for each in known if each <= month]
    return before[-1] if before else known[0] if known else None


def compared(
    national: Sequence[AppointmentRow], ours: Sequence[MonthRow], leads: Sequence[LeadRow]
) -> list[Compared]:
    """Return the measures of a national month beside those of our services in theirs."""
    attended, missed = (_of(national, "status", word) for word in (ATTENDED, MISSED))
    came, not_came = _added(("attended", "not_attended"), ours)
    due = None if came is None or not_came is None else came + not_came
    told: list[tuple[str, int | Decimal | None, int | Decimal | None]] = [
        ("Not attended", share_of(missed, attended), share_of(not_came, came)),
        ("Same day", _share(national, "lead_time", SAME_DAY), _same_day(leads)),
        *(_mode(national, ours, word, *words) for word, words in MODES.items()),
        *((f"Staff: {words}", _share(national, "staff", word), None)
          for word, words in STAFF.items()),
    ]  # fmt: skip
    first = Compared(1, "Appointments", sum(row.appointments for row in national), due,
                     is_share=False)  # fmt: skip
    return [first, *(Compared(at, *row) for at, row in enumerate(told, start=2))]


def unknown(national: Sequence[AppointmentRow]) -> dict[str, int]:
    """Return how many appointments there are of which something is not known, by what."""
    return {
        words: sum(row.appointments for row in national if getattr(row, key) in NOT_KNOWN)
        for key, words in (
            ("status", "outcome"),
            ("lead_time", "time from booking"),
            ("mode", "mode"),
            ("staff", "staff"),
        )
    }


def _mode(
    national: Sequence[AppointmentRow], ours: Sequence[MonthRow], word: str, words: str, key: str
) -> tuple[str, Decimal | None, Decimal | None]:
    mine = dict(zip(MINE, _added(MINE, ours), strict=True))
    count = mine.pop(key)
    share = share_of(count, added(list(mine.values())))
    return f"Mode: {words[:1].lower()}{words[1:]}", _share(national, "mode", word), share


def _share(rows: Sequence[AppointmentRow], key: str, word: str) -> Decimal | None:
    """Return a word's part of the appointments of which the word is known."""
    known = sum(row.appointments for row in rows if getattr(row, key) not in NOT_KNOWN)
    return Decimal(_of(rows, key, word)) / known if known else None


def _of(rows: Iterable[AppointmentRow], key: str, word: str) -> int:
    return sum(row.appointments for row in rows if getattr(row, key) == word)


def _added(keys: Sequence[str], rows: Sequence[MonthRow]) -> list[int | None]:
    """Return counts over the services that told all of them, so that a share is of the same."""
    told = [[getattr(row, key) for key in keys] for row in rows]
    whole = [counts for counts in told if None not in counts]
    return [added([counts[at] for counts in whole]) for at in range(len(keys))]


def _same_day(leads: Sequence[LeadRow]) -> Decimal | None:
    """Return the part booked on the same day, of services that told it in every band."""
    silent = {row.service_id for row in leads if _due(row) is None}
    whole = [row for row in leads if row.service_id not in silent]
    same, rest = (
        added([_due(row) for row in whole if (row.from_days == 0) is is_same])
        for is_same in (True, False)
    )
    return share_of(same, rest)


def _due(row: LeadRow) -> int | None:
    return added([row.attended, row.not_attended])
