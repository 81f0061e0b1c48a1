"""The list of months that drops from the period button."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from pch_desktop.domain.period import Month
from pch_desktop.ui.parts import dress, label
from pch_desktop.ui.style import Style

ACROSS = 6
TALLEST = 420


class MonthChoice(QFrame):
    """The months of the file's financial years, six in a row, the newest year on top."""

    chosen = Signal(object)

    def __init__(self, style: Style, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popup")
        self.setAccessibleName("Months")
        self._style = style
        self._month: Month | None = None
        self._closed: frozenset[Month] = frozenset()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self._area)
        self._months: Sequence[Month] = ()

    def offer(self, month: Month, months: Sequence[Month], closed: Collection[Month] = ()) -> None:
        """Offer these months, with the one in use marked, and a padlock on those closed."""
        self._month, self._closed = month, frozenset(closed)
        years = {one.financial_year for one in (*months, month)}
        self._months = [one for year in sorted(years, reverse=True) for one in year.months]

    def open_under(self, widget: QWidget) -> None:
        """Drop the list from a widget, with the focus on the month in use."""
        inside = self._filled()
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        size = inside.sizeHint()
        tallest = self._style.theme.px(TALLEST)
        self.resize(size.width() + 30, min(size.height() + 22, tallest))
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 4)))
        self.show()
        for press in inside.findChildren(QToolButton):
            if press.isChecked():
                press.setFocus(Qt.FocusReason.PopupFocusReason)
                self._area.ensureWidgetVisible(press)

    def _filled(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setSpacing(4)
        line = 0
        for year, months in groupby(self._months, key=lambda month: month.financial_year):
            grid.addWidget(label(str(year), "strong"), line, 0, 1, ACROSS)
            for at, month in enumerate(months):
                grid.addWidget(self._press(month), line + 1 + at // ACROSS, at % ACROSS)
            line += 3
        grid.setRowStretch(line, 1)
        return inside

    def _press(self, month: Month) -> QToolButton:
        made = QToolButton()
        made.setProperty("look", "month")
        made.setText(month.words.split()[0][:3])
        words = f"{month.words}, closed" if month in self._closed else month.words
        made.setAccessibleName(words)
        made.setToolTip(words)
        if month in self._closed:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            dress(self._style, made, "lock")
        made.setCheckable(True)
        made.setChecked(month == self._month)
        made.setAutoRaise(True)
        made.clicked.connect(lambda _on=False: self._choose(month))
        return made

    def _choose(self, month: Month) -> None:
        self.hide()
        self.chosen.emit(month)
