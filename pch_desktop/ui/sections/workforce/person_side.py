"""The side of a person: what they hold, where their time goes, and being forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame

from pch_desktop.domain.workforce import ContractKind, ProfessionalBody
from pch_desktop.domain.workforce_people import Registered
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written
from pch_desktop.store import erasure, workforce
from pch_desktop.store.workforce import AssignmentRow, PersonRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import WordBox
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import button, card, label, row
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.workforce.as_at import AsAt
from pch_desktop.ui.sections.workforce.person_export import choose_person_file, erase
from pch_desktop.ui.sections.workforce.role_aims import AimsPart
from pch_desktop.ui.sections.workforce.split import Split
from pch_desktop.ui.strip import Strip

WIDTH = 284
SECONDMENTS = {
    ContractKind.SECONDMENT_IN: "seconded from",
    ContractKind.SECONDMENT_OUT: "seconded to",
}
WARNING = (
    "Their name, staff code, year of birth, e-mail and registration, their competencies, their "
    "places in teams and notes that name them are taken out of this file and of its history for "
    "good. The posts they held and their hours stay, "
    f"under “{erasure.FORGOTTEN}”. This cannot be undone, and backups and copies made earlier "
    "still hold them."
)


class PersonSide(Inspector):
    """What is known of one person."""

    def __init__(self, desk: Desk, at: AsAt, strip: Strip) -> None:
        super().__init__(desk, "Choose a person to see what they hold.", WIDTH)
        self._strip = strip
        self._desk, self._at = desk, at
        self._row: PersonRow | None = None
        self._held: Sequence[AssignmentRow] = ()
        self._facts = self.add_facts("Holds", "Registration", "E-mail")
        self.aims = self.add(AimsPart(desk))
        self._choice = self.add(WordBox((), may_be_blank=False))
        self._choice.setAccessibleName("Which post the time is split for")
        self._choice.activated.connect(self._choose)
        self.split = self.add(Split(desk))
        self.all_held = self.add(
            button("All that is held about them…", self._export,
                   described="Write all that is held about this person to a workbook")
        )  # fmt: skip
        self.erase = self.add(
            button("Erase this person…", self._ask, described="Erase this person for good")
        )
        self.erase.setEnabled(not desk.is_read_only)
        self.warning = self.add(self._warning())

    def show_person(self, person: PersonRow | None) -> None:
        """Show a person, or say how to choose one."""
        is_same = person is not None and self._row is not None and person.id == self._row.id
        self._row = person
        if not is_same:
            self._calm()
        if person is None:
            self.show_nothing()
            return
        held = [
            one
            for one in self._desk.file.read(workforce.held, self._at.day)
            if one.person_id == person.id
        ]
        self.show_record(person.name, self._standing(person),
                         changed(self._desk, "person", person.id))  # fmt: skip
        self._facts.show_facts(
            "\n".join(map(_post, held)) or "No post this month",
            _registration(person),
            person.work_email or "",
        )
        self.aims.show_roles(*dict.fromkeys(one.role for one in held))
        self._show_held(held, is_same)
        is_forgotten = person.name == erasure.FORGOTTEN or person.anonymised_on is not None
        self.erase.setVisible(not is_forgotten and self.warning.isHidden())

    def _show_held(self, held: Sequence[AssignmentRow], is_same: bool) -> None:
        at = self._choice.currentIndex() if is_same else 0
        self._held = held
        self._choice.clear()
        self._choice.addItems([f"{one.post} {one.role}" for one in held])
        self._choice.setVisible(len(held) > 1)
        at = at if 0 <= at < len(held) else 0
        self._choice.setCurrentIndex(at)
        self.split.show_assignment(held[at] if held else None)

    def _choose(self, at: int) -> None:
        self.split.show_assignment(self._held[at])

    def _standing(self, person: PersonRow) -> Standing:
        if person.registered is Registered.ENDED:
            return Standing(WORSE, "Registration has ended")
        if person.registered is Registered.SOON:
            return Standing(NEAR, "Registration ends soon")
        if person.is_in_post:
            return Standing(BETTER, f"In post, {written(person.wte, Kind.WTE)} WTE")
        if person.is_seconded_out:
            return Standing(UNKNOWN, "Seconded out")
        return Standing(UNKNOWN, "Volunteer" if person.is_volunteer else "Not in post")

    def _warning(self) -> QFrame:
        made, column = card(margin=10)
        column.addWidget(label(WARNING, "small", wrap=True))
        sure = button("Erase for good", self._erase, "plain")
        self._keep = button("Keep", self._calm, "strong", "Keep this person")
        column.addLayout(row(self._keep, None, sure))
        made.setAccessibleName("What erasing does")
        made.hide()
        return made

    def _export(self) -> None:
        if self._row is not None:
            choose_person_file(self._desk, self, self._strip, self._row.id)

    def _ask(self) -> None:
        self.warning.show()
        self.erase.hide()
        self._keep.setFocus()  # A key pressed twice must not erase anybody.
        self.bring(self.warning)

    def _calm(self) -> None:
        self.warning.hide()
        self.erase.show()

    def _erase(self) -> None:
        if self._row is None:
            return
        self._calm()
        if erase(self._desk, self._row.id):
            self._desk.say("That person was erased from the file and its history.")


def _registration(person: PersonRow) -> str:
    if person.professional_body is ProfessionalBody.NONE:
        return "None"
    ends = written(person.registration_expires_on, Kind.DATE)
    return f"{person.professional_body.value}, until {ends or 'a day not known'}"


def _post(one: AssignmentRow) -> str:
    since = written(one.starts_on, Kind.DATE)
    held = f"{one.post} {one.role}"
    if one.volunteer_minutes:
        hours = written(one.weekly_hours, Kind.NUMBER)
        return f"{held}, {hours} hours a week as a volunteer, from {since}"
    kind = SECONDMENTS.get(one.contract_kind)
    by = f", {kind} {one.other_employer or 'an employer not named'}" if kind else ""
    return f"{held}, {written(one.wte, Kind.WTE)} WTE{by}, from {since}"
