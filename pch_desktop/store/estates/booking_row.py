"""A booking as people read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pch_desktop.domain.estates import BookingStatus, Repeat, Used
from pch_desktop.domain.estates_bookings import charge_pence, used_minutes
from pch_desktop.domain.opening import clock


@dataclass(frozen=True, slots=True)
class BookingRow:
    """A room taken for some hours of a day."""

    id: int
    room_id: int
    room: str
    site_id: int
    site: str
    partner_id: int | None
    partner: str | None
    short_name: str | None
    service: str | None
    day: date
    starts_minute: int
    ends_minute: int
    status: BookingStatus
    used: Used | None
    used_part_minutes: int | None
    """How much was used, where only a part was."""
    hourly_pence: int | None
    typed_pence: int | None
    """What it is charged, where that is not the room's rate."""
    series_id: int | None
    repeat: Repeat | None
    until_on: date | None
    note: str | None

    @property
    def title(self) -> str:
        """The room with its site: Room 1, Weir House."""
        return f"{self.room}, {self.site}"

    @property
    def name(self) -> str:
        """What undo calls it: Room 1, Tue 4 Oct 2016 09:00."""
        return f"{self.room}, {self.day:%a} {self.day.day} {self.day:%b %Y} {self.starts}"

    @property
    def starts(self) -> str:
        """From when, as a clock shows it."""
        return clock(self.starts_minute)

    @property
    def ends(self) -> str:
        """Until when, as a clock shows it."""
        return clock(self.ends_minute)

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.ends_minute - self.starts_minute

    @property
    def is_cancelled(self) -> bool:
        """Whether it takes no room, counts nowhere and is charged nothing unless told."""
        return self.status is BookingStatus.CANCELLED

    @property
    def who(self) -> str:
        """Who has it, as short as it can be told."""
        return self.short_name or self.partner or self.service or "No partner named"

    @property
    def used_minutes(self) -> int | None:
        """How much of it was used; not known where nobody has said."""
        return used_minutes(self.used, self.minutes, self.used_part_minutes)

    @property
    def charge_pence(self) -> int | None:
        """What it is charged; a cancelled booking only what was typed."""
        if self.is_cancelled:
            return self.typed_pence or 0
        return charge_pence(self.minutes, self.hourly_pence, self.typed_pence)
