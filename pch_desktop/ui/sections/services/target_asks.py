"""How targets and their readings are changed."""

from __future__ import annotations

from functools import partial

from pch_desktop.domain.period import Month
from pch_desktop.reports.services_targets import HIGHER, OUTCOME
from pch_desktop.reports.table import Value
from pch_desktop.store import services
from pch_desktop.store.services import TargetRow
from pch_desktop.ui.asking import Ask, as_typed
from pch_desktop.ui.change import Change
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.sections.services.records import Records

PURPOSE = (
    "Write down what each service is to reach: by its agreement, or for people's health. Enter "
    "what was reached each month; it is rated against the target and the amber mark."
)


def _higher(value: Value) -> object:
    return None if value is None else value == HIGHER


def _outcome(value: Value) -> object:
    return value == OUTCOME


TARGETS = Records(
    name="Targets",
    key="services targets",
    noun="target",
    nouns="targets",
    reads=frozenset({"service_target", "target_reading", "service"}),
    known={
        "service": ("service", "service", as_typed),
        "measure": ("measure", "measure", as_typed),
        "kind": ("is_outcome", "kind", _outcome),
        "better": ("is_higher_better", "better way", _higher),
        "target": ("target", "target", as_typed),
        "amber": ("amber", "amber mark", as_typed),
        "period": ("period", "period", as_typed),
        "source": ("source", "source", as_typed),
        "owner": ("owner", "who answers", as_typed),
    },
    wanted={
        "service": "Choose the service that is to reach something.",
        "measure": "Enter what is measured, such as: seen within 14 days, %.",
    },
    put=services.set_target,
    add=services.add_target,
    remove=services.remove_targets,
    purpose=PURPOSE,
    first="Add the first target",
    groups={
        "service": lambda row: row.service,
        "kind": lambda row: OUTCOME if row.is_outcome else "Service level",
    },
)


def _reading(month: Month, row: TargetRow, value: Value) -> Change:
    label = f"Change {month.words} reading of {row.name}"
    return Change(label, services.set_reading, (row.id, month, value), f"{row.name}, {month.words}")


def _now(desk: Desk, row: TargetRow, value: Value) -> Change:
    return _reading(desk.month, row, value)


def _of_year(desk: Desk, at: int, row: TargetRow, value: Value) -> Change:
    return _reading(desk.month.financial_year.months[at], row, value)


def reading_cells(desk: Desk) -> dict[str, Ask]:
    """Return how the readings of the month at hand and of its year are typed."""
    months: dict[str, Ask] = {f"m{at}": partial(_of_year, desk, at) for at in range(12)}
    return {**months, "reading": partial(_now, desk)}
