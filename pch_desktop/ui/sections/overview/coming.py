"""Coming up: what ends or is to be reviewed within three months, by date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout

from pch_desktop.reports.coming import MOST, foremost
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store.overview import DatedRow, Event
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.paints import Paints
from pch_desktop.ui.parts import card, label, row
from pch_desktop.ui.theme import Weight

NOTHING = "Nothing ends and nothing is to be reviewed within three months."
SAID = {
    Event.AGREEMENT_ENDS: "{} ends",
    Event.AGREEMENT_REVIEW: "{} is to be reviewed",
    Event.FUNDING_ENDS: "Funding of {} ends",
    Event.SERVICE_REVIEW: "{} is to be reviewed",
    Event.POST_ENDS: "Funding of post {} ends",
    Event.MONTH_CLOSES: "Close {}",
    Event.PAPERS_DUE: "Papers due for {}",
    Event.MEETING: "{} meets",
}
DATE_WIDE = 54


class DatedLine(QAbstractButton):
    """A day and what comes up on it; pressing it goes to the record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paints = Paints(desk)
        self._dated: DatedRow | None = None
        self._day = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)

    def show_dated(self, dated: DatedRow) -> None:
        """Show what comes up."""
        self._dated = dated
        self._day = f"{dated.on.day} {dated.on:%b}"
        self.setText(SAID[dated.event].format(dated.name))
        whole = f"{written(dated.on, Kind.DATE)}: {self.text()}"
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._paints.px(200), self._paints.px(24))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._paints.px(120), self._paints.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        wide = self._paints.px(DATE_WIDE)
        painter.setFont(self._paints.font(12.5, Weight.SEMIBOLD))
        painter.setPen(self._paints.colour("accent"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, wide, self.height()), middle, self._day)
        font = self._paints.font(12.5)
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.setPen(self._paints.colour("ink"))
        room = self.width() - wide
        cut = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(wide, 0, room, self.height()), middle, cut)
        painter.end()

    def _go(self) -> None:
        dated = self._dated
        if dated is not None and dated.view:
            self._desk.visit(dated.section, dated.view, dated.record_id or None)
        elif dated is not None:
            self._desk.go(dated.section, dated.record_id)


class ComingCard(QFrame):
    """The card of what comes up."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        frame, column = card()
        column.setSpacing(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self.count = label("", "secondary")
        column.addLayout(row(label("Coming up", "card_title"), None, self.count))
        self.lines = [DatedLine(desk) for _ in range(MOST)]
        for each in self.lines:
            column.addWidget(each)
        self.nothing = label(NOTHING, "secondary", wrap=True)
        column.addWidget(self.nothing)
        column.addStretch(1)

    def show_coming(self, coming: Sequence[DatedRow]) -> None:
        """Show the foremost: the closing, papers, meeting and ending that come next."""
        shown = foremost(coming)
        for at, each in enumerate(self.lines):
            each.setVisible(at < len(shown))
            if at < len(shown):
                each.show_dated(shown[at])
        self.count.setText(f"{MOST} of {len(coming)}" if len(coming) > MOST else "")
        self.nothing.setVisible(not coming)
