"""Where a week's rooms, days and hours stand on the board, and where the keys lead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import floor

from PySide6.QtCore import QPointF, QRectF, QSizeF

from pch_desktop.domain import opening
from pch_desktop.domain.opening import clock
from pch_desktop.domain.working_days import bank_holidays
from pch_desktop.reports.estates_week import HOUR, Week
from pch_desktop.store.estates import BookingRow

NAMES, HEAD, ROW, LEAST_HOUR = 132.0, 44.0, 30.0, 9.0
"""The room of names and headings, a line's height, and an hour's least width, at 100 percent."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the board: a room, a day in sight, and an hour of it."""

    line: int
    day: int
    hour: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A week laid out on so much room."""

    week: Week
    size: QSizeF
    scale: float
    """The text size, where 1 is 100 percent."""

    @property
    def least(self) -> QSizeF:
        """The least room in which every hour can be told from the next."""
        wide = NAMES + LEAST_HOUR * self._hours * len(self.week.days)
        return QSizeF(wide * self.scale, (HEAD + ROW * len(self.week.rows)) * self.scale)

    @property
    def tall(self) -> float:
        """How tall a line is."""
        lines = max(1, len(self.week.rows))
        room = (self.size.height() - HEAD * self.scale) / lines
        return min(max(ROW * self.scale, room), ROW * self.scale * 2)

    def name(self, line: int) -> QRectF:
        """Return where a room's name stands."""
        return QRectF(0, HEAD * self.scale + line * self.tall, NAMES * self.scale, self.tall)

    def day(self, at: int) -> QRectF:
        """Return where a day stands, its heading included."""
        wide = (self.size.width() - NAMES * self.scale) / len(self.week.days)
        height = HEAD * self.scale + self.tall * len(self.week.rows)
        return QRectF(NAMES * self.scale + at * wide, 0, wide, height)

    def span(self, line: int, day: int, starts: int, ends: int) -> QRectF:
        """Return where some minutes of a room's day stand."""
        first, last = self.week.hours
        space, name = self.day(day), self.name(line)
        minute = space.width() / (last - first)
        left = space.left() + (starts - first) * minute
        return QRectF(left, name.top(), (ends - starts) * minute, name.height())

    def spot(self, at: Spot) -> QRectF:
        """Return where a spot stands: the whole booking that is there, or the hour."""
        row = self.booking(at)
        if row is not None:
            return self.span(at.line, at.day, row.starts_minute, row.ends_minute)
        return self.span(at.line, at.day, at.hour * HOUR, (at.hour + 1) * HOUR)

    def under(self, point: QPointF) -> Spot | None:
        """Return the spot under a point, None on names, headings and beside the board."""
        line = floor((point.y() - HEAD * self.scale) / self.tall)
        for day in range(len(self.week.days)):
            space = self.day(day)
            if space.left() <= point.x() < space.right() and 0 <= line < len(self.week.rows):
                part = (point.x() - space.left()) / space.width()
                return Spot(line, day, self._first + floor(part * self._hours))
        return None

    def booking(self, at: Spot) -> BookingRow | None:
        """Return who has the room at a spot, the first in its hour."""
        starts, ends = at.hour * HOUR, (at.hour + 1) * HOUR
        found = self.week.rows[at.line].days[self.week.days[at.day].weekday()]
        return next(
            (row for row in found if row.starts_minute < ends and row.ends_minute > starts), None
        )

    def words(self, at: Spot) -> str:
        """Return what is at a spot, as a screen reader says it."""
        row, day = self.booking(at), self.week.days[at.day]
        where = f"{self.week.rows[at.line].room.name}, {day:%A} {day.day} {day:%B}"
        if row is not None:
            used = f", {row.used.value}" if row.used else ""
            who = row.partner or row.service or "no partner named"
            return f"{where}, {row.starts} to {row.ends}: {who}, {row.status.value}{used}"
        if day in bank_holidays(day.year):
            return f"{where}, {clock(at.hour * HOUR)}: free, a bank holiday"
        opens = self.week.opens[day.weekday()]
        is_shut = opens is not None and not any(a < (at.hour + 1) * HOUR and b > at.hour * HOUR
                                                for a, b in opens)  # fmt: skip
        shut = f", outside the hours {opening.words(opens or ()) or 'of a closed day'}"
        return f"{where}, {clock(at.hour * HOUR)}: free{shut if is_shut else ''}"

    def moved(self, at: Spot, across: int = 0, down: int = 0, days: int = 0) -> Spot:
        """Return where the keys lead: past a booking in one step, on to the next day at its end."""
        line = min(max(at.line + down, 0), max(len(self.week.rows) - 1, 0))
        day = min(max(at.day + days, 0), len(self.week.days) - 1)
        if not across:
            return Spot(line, day, at.hour)
        row = self.booking(at)
        hour = at.hour + across
        if row is not None:
            hour = -(-row.ends_minute // HOUR) if across > 0 else row.starts_minute // HOUR - 1
        if hour > self._last and at.day < len(self.week.days) - 1:
            return Spot(line, at.day + 1, self._first)
        if hour < self._first and at.day > 0:
            return Spot(line, at.day - 1, self._last)
        return replace(at, hour=min(max(hour, self._first), self._last))

    def kept(self, at: Spot) -> Spot:
        """Return a spot moved into this week's lines, days and hours."""
        inside = self.moved(at)
        return replace(inside, hour=min(max(at.hour, self._first), self._last))

    @property
    def _first(self) -> int:
        return self.week.hours[0] // HOUR

    @property
    def _last(self) -> int:
        return self.week.hours[1] // HOUR - 1

    @property
    def _hours(self) -> int:
        return self._last - self._first + 1
