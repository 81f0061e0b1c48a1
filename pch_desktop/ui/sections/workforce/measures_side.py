"""The side of the measures: how one is worked out, and how the locality counts."""

from __future__ import annotations

from collections.abc import Callable

from pch_desktop.domain import typed
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import written
from pch_desktop.reports.workforce_measure import MEASURES, MeasureRow
from pch_desktop.store import workforce
from pch_desktop.store.workforce import WorkforceRules
from pch_desktop.store.workforce.rules import RULE_FIELDS
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import line_field, word_field
from pch_desktop.ui.inspector import Inspector
from pch_desktop.ui.parts import label, rule

WIDTH = 284
YES, NO = "Yes", "No"
COUNTED = "How it is counted here"
KINDS = {column.key: column for column in MEASURES}


def of_rule(
    field: str, turn: Callable[[Value], object] = lambda value: value
) -> Callable[[WorkforceRules, Value], Change]:
    """Return how one of the locality's rules is changed."""

    def ask(_rules: WorkforceRules, value: Value) -> Change:
        words = RULE_FIELDS[field]
        return Change(f"Change {words}", workforce.set_rule, (field, turn(value)), words)

    return ask


def _minutes(value: Value) -> object:
    """Return the minutes of a session that was typed as text: 250, or 4:10."""
    text = str(value or "")
    hours, colon, minutes = text.partition(":")
    if colon and hours.strip().isdigit() and minutes.strip().isdigit():
        return int(hours) * 60 + int(minutes)
    return typed.count(text)


class MeasuresSide(Inspector):
    """The measure chosen in words, and under it the settings that all of them go by."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, COUNTED, WIDTH)
        self._desk = desk
        self._how = self.add(label("", "body", wrap=True))
        self._facts = self.add_facts("Numerator", "Denominator", "A year before", "Source")
        self._rule = self.add(rule())
        self._settings = self.add(label(COUNTED, "strong", wrap=True))
        fields = (
            ("session_minutes", line_field(
                desk, "Minutes of a GP session", of_rule("session_minutes", _minutes))),
            ("counts_all_gps", word_field(
                desk, "GP WTE counts trainees and locums", (YES, NO),
                of_rule("counts_all_gps", lambda value: value == YES), may_be_blank=False)),
            ("retirement_age", line_field(
                desk, "Age of retirement risk", of_rule("retirement_age"), Kind.COUNT)),
            ("least_shown", line_field(
                desk, "Fewest people shown", of_rule("least_shown"), Kind.COUNT)),
        )  # fmt: skip
        self.fields = {name: self.add_field(field) for name, field in fields}
        self.show_measure(None)

    def show_rules(self, rules: WorkforceRules) -> None:
        """Show how the locality counts."""
        values: dict[str, Value] = {
            "session_minutes": str(rules.session_minutes),
            "counts_all_gps": YES if rules.counts_all_gps else NO,
            "retirement_age": rules.retirement_age,
            "least_shown": rules.least_shown,
        }
        for name, field in self.fields.items():
            field.show_value(rules, values[name])

    def show_measure(self, row: MeasureRow | None) -> None:
        """Show how a measure is worked out; without one, the settings alone."""
        for part in (self._how, self._facts, self._rule, self._settings):
            part.setVisible(row is not None)
        if row is None:
            self.show_record(COUNTED)
            return
        self.show_record(row.name)
        self._how.setText(row.how)
        self._facts.show_facts(
            *(_told(row, key) or "Not divided" for key in ("numerator", "denominator")),
            _told(row, "before"),
            row.measure.source,
        )


def _told(row: MeasureRow, key: str) -> str:
    return written(KINDS[key].value(row), KINDS[key].kind_for(row))
