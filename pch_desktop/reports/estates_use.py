"""How the rooms are used, set out for reading: booked, used, and booked and not used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, TypeVar

from pch_desktop.domain.estates_use import HOUR, Use
from pch_desktop.domain.opening import clock
from pch_desktop.reports.table import Column, Kind, Total


class HasUse(Protocol):
    """A row that tells how something was used."""

    @property
    def use(self) -> Use:
        """Its open, booked and used time."""
        ...


Row = TypeVar("Row", bound=HasUse)


@dataclass(frozen=True, slots=True)
class HourRow:
    """How the rooms are used in one hour of the day, all days of a month together."""

    id: int
    use: Use

    @property
    def hours(self) -> str:
        """From when until when: 09:00-10:00."""
        return f"{clock(self.id * HOUR)}-{clock((self.id + 1) * HOUR)}"


def in_hours(minutes: int | None) -> Decimal | None:
    """Return minutes as hours."""
    return None if minutes is None else Decimal(minutes) / HOUR


def use_columns() -> tuple[Column[Row], ...]:
    """Return the columns of use: hours open, booked and used, and the shares worked out live."""
    return (
        _hours("open", "Open h", lambda row: row.use.open_minutes,
               "Hours by the site's opening hours, and those booked outside them; "
               "bank holidays are closed."),
        _hours("booked", "Booked h", lambda row: row.use.booked_minutes,
               "Hours booked; cancelled bookings are left out."),
        _hours("used", "Used h", lambda row: row.use.used_minutes,
               "Hours used; not known while a booking has not been marked."),
        _hours("unused", "Not used h", lambda row: row.use.unused_minutes,
               "Hours booked and not used.", 'IF({used}="","",{booked}-{used})'),
        _share("booked_share", "Booked", lambda row: row.use.booked_share, ("booked", "open"),
               "Booked of open hours."),
        _share("used_share", "Used", lambda row: row.use.used_share, ("used", "open"),
               "Used of open hours."),
        _share("unused_share", "Booked, not used", lambda row: row.use.unused_share,
               ("unused", "booked"), "What was booked and not used, of booked hours."),
        Column("unmarked", "Not marked", lambda row: row.use.unmarked, Kind.COUNT, Total.SUM,
               width=11, help="Bookings nobody has marked as used, in part or not."),
    )  # fmt: skip


def _hours(
    key: str, title: str, minutes: Callable[[Row], int | None], meaning: str, formula: str = ""
) -> Column[Row]:
    return Column(key, title, lambda row: in_hours(minutes(row)), Kind.NUMBER, Total.SUM,
                  help=meaning, width=10, formula=formula)  # fmt: skip


def _share(
    key: str,
    title: str,
    value: Callable[[Row], Decimal | None],
    ratio: tuple[str, str],
    meaning: str,
) -> Column[Row]:
    upper, lower = (f"{{{each}}}" for each in ratio)
    formula = f'IF(OR(N({lower})=0,{upper}=""),"",{upper}/{lower})'
    return Column(key, title, value, Kind.SHARE, Total.RATIO, ratio=ratio, formula=formula,
                  help=meaning, width=11)  # fmt: skip


HOURS: tuple[Column[HourRow], ...] = (
    Column("hours", "Hour of the day", lambda row: row.hours, width=16),
    *use_columns(),
)
