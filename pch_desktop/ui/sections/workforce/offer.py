"""An additional role before it is offered: what it would cost, claim and leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import MOST_WTE, FundingStream, PostStatus
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_additional import FORWARD
from pch_desktop.reports.workforce_offer import Offer, OfferTold, offer_facts, offer_sentence, told
from pch_desktop.store import workforce
from pch_desktop.store.workforce import RoleRow
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import LineBox, WordBox
from pch_desktop.ui.inspector import Facts
from pch_desktop.ui.parts import button, card, label, relook
from pch_desktop.ui.pill import BETTER, UNKNOWN, WORSE, Pill, Standing
from pch_desktop.ui.room import scrolling
from pch_desktop.ui.sections.workforce.additional import READS
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.costs import offer_words

WIDTH = 620
WHOLE = Decimal(1)
WTES = "Enter more than 0 and at most 2 WTE, for example 0.8."
NOTHING_WRITTEN = (
    "Nothing of this is in the file until it is made a proposed post; and a proposed post claims "
    "nothing until it is active."
)


class OfferView(QWidget):
    """Four answers at the top, what comes of them beneath."""

    def __init__(self, desk: Desk, at: AsAt) -> None:
        super().__init__()
        self._desk, self._at = desk, at
        self._roles: Mapping[str, RoleRow] = {}
        self._points: Mapping[str, int] = {}
        self.found: OfferTold | None = None
        self.role, self.point = (WordBox((), may_be_blank=True) for _ in range(2))
        self.wte, self.starts_on = LineBox(), LineBox()
        self.sentence = label("", "strong", wrap=True)
        self.refusal = label("", "error", wrap=True)
        self.pill = Pill(desk)
        self.facts = Facts(*(name for name, _ in offer_facts(None)))
        self.make = button("Make it a proposed post", self.propose, "strong")
        self._lay_out()
        for box in (self.role, self.point):
            box.activated.connect(self._work)
        for box in (self.wte, self.starts_on):
            box.editingFinished.connect(self._work)
        desk.listen(READS | {"pay_point"}, self.read, self, at.moved)
        self.wte.put(written(WHOLE, Kind.WTE))
        self.starts_on.put(written(self._usual_day(), Kind.DATE))
        self.read()

    def read(self) -> None:
        """Know which roles and pay points there are, and work it out again."""
        read, on = self._desk.file.read, self._at.day
        self._roles = {
            row.name: row
            for row in read(workforce.roles)
            if row.is_additional_role and row.is_used(on)
        }
        paid = workforce.paid_on(read(workforce.pay_rates), on)
        self._points = {row.point: row.point_id for row in paid if row.annual_pence is not None}
        offer_words(self.role, tuple(self._roles))
        offer_words(self.point, tuple(self._points))
        self._work()

    def propose(self) -> None:
        """Make what was worked out a proposed post, as one step."""
        offer = self._desk.attempt(self._offer)
        if offer is None or offer.result is None:
            return
        role, made = self.role.text_now(), offer.result
        rest = {
            "pay_point": self.point.text_now() or None,
            "funding_stream": FundingStream.ADDITIONAL_ROLES,
            "status": PostStatus.PROPOSED,
            "funded_from": made.starts_on,
        }
        command = partial(workforce.add_post, rest=rest)
        if self._desk.edit(f"Propose a post: {role}", command, role, made.wte) is not None:
            self._desk.say(f"{role} is proposed. It stands under Posts and claims nothing yet.")

    def _work(self, *_chosen: object) -> None:
        """Work the offer out, or say what has to be entered for it."""
        self.found, said = None, ""
        try:
            offer = self._offer()
        except Refusal as refusal:
            offer, said = None, str(refusal)
        if offer is not None:
            self.found = told(self._desk.file, offer, self._at.day)
        self.refusal.setText(said)
        self.refusal.setVisible(bool(said))
        for box in (self.wte, self.starts_on):
            relook(box, "state", "error" if said and said == _wrong(box) else "")
        self._tell()

    def _tell(self) -> None:
        found = self.found
        self.sentence.setText(
            offer_sentence(found) if found else "Choose a role to see what it would claim."
        )
        self.facts.show_facts(*(words for _, words in offer_facts(found)))
        self.pill.show_standing(_standing(found))
        self.make.setEnabled(found is not None and not self._desk.is_read_only)

    def _offer(self) -> Offer | None:
        """Return the offer as it stands; None while no role is chosen; Refusal otherwise."""
        for box in (self.wte, self.starts_on):
            if said := _wrong(box):
                raise Refusal(said)
        role = self._roles.get(self.role.text_now())
        if role is None:
            return None
        wte = typed.number(self.wte.text_now()) or WHOLE
        day = typed.day(self.starts_on.text_now()) or self._usual_day()
        return Offer(role.code, wte, self._points.get(self.point.text_now()), day)

    def _usual_day(self) -> date:
        return self._desk.month.plus(1).first

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._asked(), self._answered()):
            part.setMaximumWidth(self._desk.theme.px(WIDTH))
            column.addWidget(part)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside, self.role))
        self.setFocusProxy(self.role)

    def _asked(self) -> QFrame:
        made, column = card("If we offered")
        fields: Sequence[tuple[str, Any]] = (
            ("Role", self.role),
            ("WTE", self.wte),
            ("Pay point", self.point),
            ("First day", self.starts_on),
        )
        column.addLayout(_form(fields))
        column.addWidget(self.refusal)
        return made

    def _answered(self) -> QFrame:
        made, column = card("It would come to")
        column.addWidget(self.pill)
        column.addWidget(self.sentence)
        column.addWidget(self.facts)
        column.addWidget(label(f"{NOTHING_WRITTEN} {FORWARD}", "small", wrap=True))
        column.addWidget(self.make, 0, Qt.AlignmentFlag.AlignLeft)
        return made


def _form(fields: Sequence[tuple[str, Any]]) -> QGridLayout:
    """Return boxes with their names at the left."""
    made = QGridLayout()
    made.setHorizontalSpacing(12)
    made.setVerticalSpacing(8)
    made.setColumnStretch(1, 1)
    for at, (name, box) in enumerate(fields):
        words = label(name, "secondary")
        words.setBuddy(box)
        box.setAccessibleName(name)
        made.addWidget(words, at, 0)
        made.addWidget(box, at, 1)
    return made


def _wrong(box: LineBox) -> str:
    """Return why what stands in a box cannot be meant; nothing where it can."""
    try:
        if box.accessibleName() == "First day":
            typed.day(box.text_now())
            return ""
        wte = typed.number(box.text_now())
    except Refusal as refusal:
        return str(refusal)
    return "" if wte is None or 0 < wte <= MOST_WTE else WTES


def _standing(found: OfferTold | None) -> Standing | None:
    if found is None:
        return None
    if found.fits is None:
        return Standing(UNKNOWN, "Not known yet")
    return Standing(BETTER, "It fits") if found.fits else Standing(WORSE, "It does not fit")
