"""What the locality is, and where its ratings turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pch_desktop.domain.workforce_people import LawfulBasis
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown
from pch_desktop.store import budget, locality, workforce
from pch_desktop.store.locality_edits import AMBER, LEAST, RED
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field, word_field, yes_field
from pch_desktop.ui.parts import card, label
from pch_desktop.ui.settings.asks import (
    of_kept_months,
    of_lawful_basis,
    of_locality,
    of_net_uplift,
    of_rating,
)
from pch_desktop.ui.settings.bands import BandsCard

READS = frozenset({"locality", "setting"})
WIDEST = 460
RATINGS = (
    "A line is amber once it is adverse by more than the amber share of its budget, red by more "
    "than the red share. Less than the least amount is green whatever its share."
)

NET = (
    "A baseline grows by cost uplift and, less, by efficiency. Net uplift takes the two as one "
    "rate, uplift less efficiency, as national guidance prints it."
)
RECORDS = (
    "On what ground of the UK GDPR, article 6(1), details of staff are kept, and how long after "
    "somebody left. Names whose time is over are offered under Workforce, Staff records; nothing "
    "is taken out by itself."
)


class FactsView(QScrollArea):
    """Fields of the locality at the left, thresholds of the ratings at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.name = line_field(desk, "Name", of_locality("name"))
        self.region = line_field(desk, "Region", of_locality("region"))
        self.vehicle = line_field(desk, "Vehicle", of_locality("vehicle"))
        self.people = line_field(
            desk, "Stated population", of_locality("population_stated"), Kind.COUNT
        )
        self.amber = line_field(
            desk, "Amber above, such as 0.5%", of_rating(AMBER, "where amber begins"), Kind.SHARE
        )
        self.red = line_field(
            desk, "Red above, such as 2%", of_rating(RED, "where red begins"), Kind.SHARE
        )
        self.least = line_field(
            desk,
            "Least adverse amount, such as £5,000",
            of_rating(LEAST, "the least amount rated"),
            Kind.MONEY,
        )
        self.net_uplift = yes_field(desk, "Net uplift", of_net_uplift)
        bases = [shown(basis.value) for basis in LawfulBasis]
        self.basis = word_field(desk, "Lawful basis", bases, of_lawful_basis)
        self.kept = line_field(
            desk, "Months a leaver's name is kept, such as 12", of_kept_months, Kind.COUNT
        )
        self.bands = BandsCard(desk)
        self.bands.card.setMaximumWidth(desk.theme.px(WIDEST))
        self._lay_out()
        self.setFocusProxy(self.name.box)
        desk.listen(READS, self.read, self)
        self.read()

    def read(self) -> None:
        """Show what the file holds."""
        row = self._desk.file.read(locality.locality)
        turned = self._desk.file.read(locality.thresholds)
        self.name.show_value(row, row.name)
        self.region.show_value(row, row.region)
        self.vehicle.show_value(row, row.vehicle)
        self.people.show_value(row, row.population_stated)
        self.amber.show_value(turned, turned.amber_share)
        self.red.show_value(turned, turned.red_share)
        self.least.show_value(turned, turned.least_pence)
        self.net_uplift.show_value(row, self._desk.file.read(budget.is_net_uplift))
        kept = self._desk.file.read(workforce.retention)
        self.basis.show_value(kept, shown(kept.basis.value) if kept.basis else None)
        self.kept.show_value(kept, kept.months)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "plain")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        line = QHBoxLayout(inside)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        about = "The vehicle is the legal body the locality acts through, such as a federation."
        for title, words, fields in (
            ("What it is", about, (self.name, self.region, self.vehicle, self.people)),
            ("Where ratings turn", RATINGS, (self.amber, self.red, self.least)),
        ):
            made, column = card(title)
            column.addWidget(label(words, "secondary", wrap=True))
            for field in fields:
                column.addWidget(field)
            made.setMaximumWidth(self._desk.theme.px(WIDEST))
            side = QVBoxLayout()
            side.setSpacing(12)
            side.addWidget(made)
            side.addWidget(self._building() if self.least in fields else self._records())
            if self.least in fields:
                side.addWidget(self.bands.card)
            side.addStretch(1)
            line.addLayout(side, 1)
        line.addStretch(0)

    def _records(self) -> QWidget:
        made, column = card("Records of staff")
        column.addWidget(label(RECORDS, "secondary", wrap=True))
        column.addWidget(self.basis)
        column.addWidget(self.kept)
        made.setMaximumWidth(self._desk.theme.px(WIDEST))
        return made

    def _building(self) -> QWidget:
        made, column = card("How budgets are built")
        column.addWidget(label(NET, "secondary", wrap=True))
        column.addWidget(self.net_uplift)
        made.setMaximumWidth(self._desk.theme.px(WIDEST))
        return made
