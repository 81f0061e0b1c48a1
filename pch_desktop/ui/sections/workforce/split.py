"""Where somebody's time goes: places with shares, kept once they add up to 100%."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce_people import made_whole
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import population, services, workforce
from pch_desktop.store.workforce import AssignmentRow, Place
from pch_desktop.ui.change import Change, carry_out
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.parts import button, icon_button, label, relook
from pch_desktop.ui.reading import editable

WHOLE = Decimal(1)


class NotWhole(Refusal):
    """The shares do not add up to 100%; they may be made to in the same proportions."""


class Part(QWidget):
    """One place and its share."""

    def __init__(self, split: Split, places: Sequence[str], place: str, share: str) -> None:
        super().__init__()
        self.place = WordBox(places, may_be_blank=True)
        self.place.setAccessibleName("Practice or service")
        self.place.put(place)
        self.place.setToolTip(place)
        self.share = QLineEdit(share)
        self.share.setAccessibleName(f"Share of time at {place or 'this place'}")
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.share.setFixedWidth(split.desk.theme.px(62))
        self.place.textActivated.connect(split.keep)
        self.share.editingFinished.connect(split.keep)
        drop = icon_button(split.desk.style, "close", "Take this place out",
                           lambda: split.drop(self))  # fmt: skip
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for part, room in ((self.place, 1), (self.share, 0), (drop, 0)):
            line.addWidget(part, room)


class Split(QWidget):
    """The places an assignment's time goes to; what is not whole is not kept, and says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.parts: list[Part] = []
        self._row: AssignmentRow | None = None
        self._kept: Mapping[Place, Decimal] = {}
        self._places: Mapping[str, Place] = {}
        self._told = label("", "small", wrap=True)
        self._column = QVBoxLayout()
        self._column.setSpacing(4)
        self.whole = button("Make it 100%", self.make_whole, "link",
                            "Keep the proportions and make the shares add up to 100%")  # fmt: skip
        self.whole.hide()
        self._add = button("Add a place", self.add, "link", "Add a place their time goes to")
        self._add.setEnabled(not desk.is_read_only)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 4)
        outer.setSpacing(4)
        outer.addWidget(label("Where the time goes", "small"))
        outer.addLayout(self._column)
        outer.addWidget(self._told)
        outer.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def told(self) -> str:
        """What is said under the places."""
        return self._told.text()

    def show_assignment(self, row: AssignmentRow | None) -> None:
        """Show where an assignment's time goes; a split being typed stays for the same one."""
        self.setVisible(row is not None)
        if row is None:
            self._row = None
            return
        kept = _kept(self.desk, row.id)
        if self._row is not None and self._row.id == row.id and kept == self._kept:
            self._row = row
            return
        self._row, self._kept = row, kept
        self._places = _places(self.desk, kept)
        names = {place: name for name, place in self._places.items()}
        for part in self.parts[:]:
            self._take_out(part)
        for place, share in kept.items():
            self._put_in(names[place], editable(share, Kind.SHARE))
        self._tell("" if kept else "Not split: all of it where the post is based.")

    def add(self) -> None:
        """Add a line for another place, offering what is missing of 100%."""
        missing = max(WHOLE - self._sum(), Decimal(0))
        part = self._put_in("", editable(missing, Kind.SHARE) if missing else "")
        part.place.setFocus()

    def drop(self, part: Part) -> None:
        """Take a place out."""
        self._take_out(part)
        self.keep()

    def make_whole(self) -> None:
        """Let the shares add up to 100% in the proportions they have, and keep them."""
        shares = made_whole({at: self._share(part) for at, part in enumerate(self.parts)})
        for at, share in shares.items():
            self.parts[at].share.setText(editable(share, Kind.SHARE))
        self.keep()

    def keep(self, *_word: str) -> None:
        """Make the split a step of the history, if it is whole and new."""
        if self._row is None or self.desk.is_read_only:
            return
        try:
            shares = self._shares()
            if shares != self._kept:
                label_ = f"Change where the time of {self._row.person} goes"
                command = workforce.set_deployment
                change = Change(label_, command, (self._row.id, shares))
                self._kept = shares
                carry_out(self.desk, label_, [change])
            self._tell("")
        except Refusal as refusal:
            self._tell(str(refusal), "error")
            self.whole.setVisible(isinstance(refusal, NotWhole))

    def _shares(self) -> dict[Place, Decimal]:
        """Return the split as it stands; Refusal where it is not whole."""
        shares: dict[Place, Decimal] = {}
        for part in self.parts:
            place, share = part.place.text_now(), typed.share(part.share.text())
            if not place and not share:
                continue
            if place not in self._places or not share:
                raise Refusal("Not kept yet: choose a place and enter its share on each line.")
            key = self._places[place]
            shares[key] = shares.get(key, Decimal(0)) + share
        total = sum(shares.values(), Decimal(0))
        if shares and total != WHOLE:
            apart = written(abs(WHOLE - total), Kind.SHARE)
            words = f"{apart} is missing" if total < WHOLE else f"that is {apart} too much"
            raise NotWhole(f"Not kept yet: it adds up to {written(total, Kind.SHARE)}, {words}.")
        return shares

    def _sum(self) -> Decimal:
        return sum(map(self._share, self.parts), Decimal(0))

    def _share(self, part: Part) -> Decimal:
        """Return the share typed for a place; nothing where it is none."""
        try:
            return typed.share(part.share.text()) or Decimal(0)
        except Refusal:
            return Decimal(0)

    def _put_in(self, place: str, share: str) -> Part:
        part = Part(self, tuple(self._places), place, share)
        part.setEnabled(not self.desk.is_read_only)
        self.parts.append(part)
        self._column.addWidget(part)
        return part

    def _take_out(self, part: Part) -> None:
        self.parts.remove(part)
        self._column.removeWidget(part)
        part.hide()
        part.deleteLater()

    def _tell(self, sentence: str, look: str = "small") -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))
        self.whole.hide()
        relook(self._told, "look", look)


def _kept(desk: Desk, assignment_id: int) -> dict[Place, Decimal]:
    return {
        row.place: row.share
        for row in desk.file.read(workforce.deployments)
        if row.assignment_id == assignment_id
    }


def _places(desk: Desk, kept: Mapping[Place, Decimal]) -> dict[str, Place]:
    """Return the places to choose from by name; those kept that join several are among them."""
    read, month = desk.file.read, desk.month
    practices = {row.code: row.name for row in read(population.practices, month)}
    offered = {row.code: row.name for row in read(services.services, month)}
    sites = [row.name for row in read(population.sites)]
    places: dict[str, Place] = {name: Place(code) for code, name in practices.items()}
    for name, place in (
        *((name, Place(service=code)) for code, name in offered.items()),
        *((name, Place(site=name)) for name in sites),
    ):
        places.setdefault(name, place)
    for place in kept:
        if place not in places.values():
            names = (practices.get(place.practice, place.practice), place.site,
                     offered.get(place.service, place.service))  # fmt: skip
            places[": ".join(name for name in names if name)] = place
    return places
