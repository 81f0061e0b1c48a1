"""Safety assessments: which patients, who is capable, where, and who answers for it."""

from __future__ import annotations

from pch_desktop.domain.services_safety import SafetyStanding
from pch_desktop.reports import services_safety as report
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import shown
from pch_desktop.store import services
from pch_desktop.store.services import SafetyRow
from pch_desktop.ui.asking import as_typed
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, text_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.pill import BETTER, NEAR, WORSE, Standing
from pch_desktop.ui.sections.services.records import Records, RecordSheet
from pch_desktop.ui.table_parts import worded

TEXTS = (
    ("patients", "Which patients it is safe for, which not"),
    ("capable", "Who is capable, with which competencies"),
    ("place", "Where it can be given, with what"),
    ("conditions", "On condition that"),
)
LINES = (
    ("assessed_on", "Assessed on", Kind.DATE),
    ("signed_by", "Signed by", Kind.TEXT),
    ("signed_on", "Signed on", Kind.DATE),
    ("review_on", "Review", Kind.DATE),
)
WAYS = {SafetyStanding.SIGNED: BETTER, SafetyStanding.REVIEW: NEAR}
RECORDS = Records(
    name="Safety assessments",
    key="services safety",
    noun="assessment",
    nouns="assessments",
    reads=frozenset({"safety_assessment", "service"}),
    known={
        "name": ("service", "service", as_typed),
        "patients": ("patients", "patients", as_typed),
        "capable": ("capable", "who is capable", as_typed),
        "place": ("place", "place", as_typed),
        "conditions": ("conditions", "conditions", as_typed),
        "assessed_on": ("assessed_on", "day of assessment", as_typed),
        "signed_by": ("signed_by", "who signed", as_typed),
        "signed_on": ("signed_on", "day of signing", as_typed),
        "review_on": ("review_on", "review", as_typed),
    },
    wanted={"name": "Choose the service whose safety was assessed."},
    put=services.set_safety,
    add=services.add_safety,
    remove=services.remove_safety,
    purpose="Before a service leaves hospital somebody must answer for its safety: which patients, "
    "who is capable, where. It cannot become pilot or live without that signature.",
    first="Add the first assessment",
    hidden=("is_from_hospital", "conditions", "assessed_on"),
)


class SafetyView(RecordSheet):
    """Safety assessments with the side of the one chosen, where it is signed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.side = SafetySide(desk)
        super().__init__(desk, RECORDS, report.safety_columns(desk.month.last), side=self.side)
        hint = "An empty assessment for each service marked as moved that has none"
        made = self.toolbar.add("Begin those missing", "check", self.begin_missing, hint)
        made.setEnabled(not desk.is_read_only)
        self.grid.row_changed.connect(self.side.show_safety)
        self.listen(self.read)

    def read(self) -> None:
        """Show the assessments as they stand at the month's end."""
        read, on = self._desk.file.read, self._desk.month.last
        rows = read(services.services, self._desk.month)
        assessed = read(services.safety_assessments)
        self.model.columns = worded(report.safety_columns(on), name=[row.name for row in rows])
        self.show_all(assessed, report.finding(rows, assessed, on))
        self.side.show_safety(self.grid.current_row)

    def show_record(self, record_id: int) -> None:
        """Select the assessment of a service, told by the service's id."""
        found = [row.id for row in self.model.rows if row.service_id == record_id]
        self.grid.select_record(found[-1] if found else record_id)
        self.grid.setFocus()

    def begin_missing(self) -> None:
        """Add an empty assessment for each service that moved and has none."""
        self._desk.edit("Begin missing safety assessments", services.begin_safety)


class SafetySide(Inspector):
    """One assessment in full, with its signature."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "Choose an assessment to read it in full and sign it.", 300)
        self._desk = desk
        self.fields: dict[str, Field[SafetyRow]] = {
            key: self.add_field(text_field(desk, name, RECORDS.ask(key), 3)) for key, name in TEXTS
        }
        for key, name, kind in LINES:
            self.fields[key] = self.add_field(line_field(desk, name, RECORDS.ask(key), kind))

    def show_safety(self, row: SafetyRow | None) -> None:
        """Show an assessment, or say how to choose one."""
        if row is None:
            self.show_nothing()
            return
        seen = changed(self._desk, "safety_assessment", row.id)
        standing = row.safety.standing(self._desk.month.last)
        said = Standing(WAYS.get(standing, WORSE), shown(standing.value))
        self.show_record(row.name, said, seen)
        for key, field in self.fields.items():
            field.show_value(row, getattr(row, key))
