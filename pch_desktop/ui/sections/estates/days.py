"""The day the week, the bookings and the free rooms are shown for, and the bar to move it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from pch_desktop.domain import typed
from pch_desktop.domain.estates_bookings import WEEK
from pch_desktop.domain.period import Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.parts import icon_button, label

HINT = "A day such as 4 Oct 2016"
WIDTH = 118
Step = Callable[[date, int], date]
"""The day so many steps on; back where negative."""


def today() -> date:
    """Return this PC's day."""
    return date.today()  # noqa: DTZ011 - this PC's day


def usual_day(month: Month) -> date:
    """Return the day a month opens with: today, or else its first Monday."""
    now = today()
    return now if Month.of(now) == month else month.first + timedelta(-month.first.weekday() % WEEK)


class DayAtHand(QObject):
    """One day for all views of a page; another month of the window moves it there."""

    moved = Signal()
    """Another day was chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._day = usual_day(desk.month)
        desk.month_changed.connect(self._month_changed)

    @property
    def day(self) -> date:
        """The day at hand."""
        return self._day

    def choose(self, day: date) -> None:
        """Go to a day; the window's month goes with it."""
        if day != self._day:
            self._day = day
            if Month.of(day) != self._desk.month:
                self._desk.choose_month(Month.of(day))
            self.moved.emit()

    def _month_changed(self, month: Month) -> None:
        if Month.of(self._day) != month:
            self._day = usual_day(month)
            self.moved.emit()


class DayBar(QWidget):
    """A box for the day between a step back and a step on."""

    def __init__(self, desk: Desk, at: DayAtHand, step: Step, noun: str) -> None:
        super().__init__()
        self._desk, self._at, self._step = desk, at, step
        self.box = QLineEdit()
        self.box.setAccessibleName("Which day")
        self.box.setToolTip(HINT)
        self.box.setFixedWidth(desk.theme.px(WIDTH))
        self.words = label("", "strong")
        back = icon_button(desk.style, "left", f"The {noun} before (Page Up)", self.back)
        on = icon_button(desk.style, "right", f"The next {noun} (Page Down)", self.on)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for part in (back, self.box, on):
            line.addWidget(part)
        line.addSpacing(8)
        line.addWidget(self.words, 1)
        self.words.setMinimumWidth(1)
        self.box.editingFinished.connect(self._commit)
        desk.theme_changed.connect(self._dress)
        at.moved.connect(self.tell)
        self.tell()

    def back(self) -> None:
        """Go a step back."""
        self._at.choose(self._step(self._at.day, -1))

    def on(self) -> None:
        """Go a step on."""
        self._at.choose(self._step(self._at.day, 1))

    def tell(self) -> None:
        """Show the day at hand."""
        self.box.setText(written(self._at.day, Kind.DATE))
        self.box.setCursorPosition(0)

    def _dress(self, _theme: object) -> None:
        self.box.setFixedWidth(self._desk.theme.px(WIDTH))

    def _commit(self) -> None:
        try:
            day = typed.day(self.box.text())
        except Refusal as refusal:
            self._desk.refused(str(refusal))
            day = None
        if day is not None:
            self._at.choose(day)
        self.tell()


def by_days(count: int) -> Step:
    """Return the step of so many days."""
    return lambda day, steps: day + timedelta(days=count * steps)


def by_months(day: date, steps: int) -> date:
    """Return the first day of the month so many on."""
    return Month.of(day).plus(steps).first
