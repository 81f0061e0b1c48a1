"""What the locality is, and where its ratings turn."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pch_desktop.reports.table import Kind
from pch_desktop.store import budget, locality
from pch_desktop.store.locality_edits import AMBER, LEAST, RED
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field, yes_field
from pch_desktop.ui.parts import card, label
from pch_desktop.ui.settings.asks import of_locality, of_net_uplift, of_rating

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


class FactsView(QWidget):
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

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
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
            if self.least in fields:
                side.addWidget(self._building())
            side.addStretch(1)
            line.addLayout(side, 1)
        line.addStretch(0)

    def _building(self) -> QWidget:
        made, column = card("How budgets are built")
        column.addWidget(label(NET, "secondary", wrap=True))
        column.addWidget(self.net_uplift)
        made.setMaximumWidth(self._desk.theme.px(WIDEST))
        return made
