"""The page on which a locality is begun: its name, then what it starts with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from pch_desktop.ui.new_ways import ChosenPractices, SiteList
from pch_desktop.ui.offices import NewLocality
from pch_desktop.ui.parts import button, card, label, row

if TYPE_CHECKING:
    from pch_desktop.ui.offices import Offices
    from pch_desktop.ui.style import Style

WAYS = (
    ("Practices", "Pick or paste its practices"),
    ("Site", "One of the fifteen first sites"),
    ("Empty", "Nothing yet"),
)
LOCALITIES = "Locality files (*.pch)"


class NewLocalityPage(QWidget):
    """Everything on one page; only the name is asked for."""

    asked = Signal(object, object)
    """Where the file is to be made, and what it starts with."""
    left = Signal()

    def __init__(self, style: Style, offices: Offices, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.setProperty("look", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name = QLineEdit()
        self.name.setPlaceholderText("For example Marsh Valley")
        self.name.setAccessibleName("Name of the locality")
        self.region = QLineEdit()
        self.region.setPlaceholderText("Optional, for example Kent")
        self.region.setAccessibleName("Region, optional")
        self.practices = ChosenPractices(style, offices)
        self.sites = SiteList(style, offices)
        self._stage = QStackedWidget()
        self._ways = QButtonGroup(self)
        self.making = button("Make the file…", self._create, "strong")
        self.problem = label("", "error")
        self._lay_out()
        self._ways.idClicked.connect(self._stage.setCurrentIndex)

    def begin(self) -> None:
        """Put the cursor where one starts."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_way(self, name: str) -> None:
        """Start with practices, with a site or with nothing."""
        at = [way for way, _ in WAYS].index(name)
        self._ways.button(at).setChecked(True)
        self._stage.setCurrentIndex(at)

    def wanted(self) -> NewLocality | None:
        """Return what is to be made, or None where the name is wanting."""
        name, region = self.name.text().strip(), self.region.text().strip() or None
        way = WAYS[self._ways.checkedId()][0]
        site = self.sites.chosen if way == "Site" else None
        if way == "Site" and site is None:
            return self._ask("Choose the site to start from.", self.sites.list)
        if site is not None:
            return NewLocality(name or site.name, region, (), site.key)
        if not name:
            return self._ask("Enter the locality's name.", self.name)
        chosen = tuple(self.practices.chosen) if way == "Practices" else ()
        return NewLocality(name, region, chosen)

    def _create(self) -> None:
        new = self.wanted()
        if new is None:
            return
        suggested = Path(self._folder) / f"{new.name}.pch"
        name, _ = QFileDialog.getSaveFileName(self, "Make the file", str(suggested), LOCALITIES)
        if name:
            self.asked.emit(Path(name).with_suffix(".pch"), new)

    def _ask(self, sentence: str, where: QWidget) -> None:
        self.problem.setText(sentence)
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self.left.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 12)
        column.setSpacing(10)
        column.addWidget(label("New locality", "title"))
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self._facts(), 2)
        body.addWidget(self._stage, 5)
        column.addLayout(body, 1)
        foot = row(self.problem, None, button("Cancel", self._cancel), self.making)
        column.addLayout(foot)
        for part in (self.practices, self.sites, _nothing()):
            area = QScrollArea()
            area.setWidgetResizable(True)
            area.setWidget(part)
            self._stage.addWidget(area)

    def _facts(self) -> QWidget:
        made, column = card("What it is called", 18)
        for words, box in (("Name", self.name), ("Region", self.region)):
            title = label(words, "secondary")
            title.setBuddy(box)
            column.addWidget(title)
            column.addWidget(box)
        column.addSpacing(14)
        column.addWidget(label("What it starts with", "card_title"))
        for at, (_, words) in enumerate(WAYS):
            way = QRadioButton(words)
            way.setAccessibleName(words)
            way.setChecked(at == 0)
            self._ways.addButton(way, at)
            column.addWidget(way)
        column.addStretch(1)
        column.addWidget(
            label(
                "Everything can be added, imported or changed later, and every change undone.",
                "small",
                wrap=True,
            )
        )
        return made


def _nothing() -> QWidget:
    made, column = card("An empty locality", 18)
    column.addWidget(
        label(
            "The file is made with its role catalogue and dated rates, and nothing else. "
            "Each section says what to add first, and whole tables can be pasted from Excel.",
            "secondary",
            wrap=True,
        )
    )
    column.addStretch(1)
    return made
