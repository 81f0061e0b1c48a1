"""The double-payment register: three sides of each moved service, and what of it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pch_desktop.domain.budget import Rating
from pch_desktop.reports import budget_moved as report
from pch_desktop.reports.table import Column, Kind
from pch_desktop.reports.words import written
from pch_desktop.store import partners, services
from pch_desktop.store.budget import moved, moved_edits
from pch_desktop.store.budget.moved import MovedRow
from pch_desktop.ui.changed import changed
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.fields import Field, line_field, yes_field
from pch_desktop.ui.inspector import Facts, Inspector
from pch_desktop.ui.parts import label
from pch_desktop.ui.pill import BETTER, NEAR, UNKNOWN, WORSE, Standing
from pch_desktop.ui.sections.budget import register_asks as asks
from pch_desktop.ui.sections.budget.figures import Figures
from pch_desktop.ui.sections.budget.register_view import Register, RegisterView

PURPOSE = (
    "Write down each service that moved out of hospital: what it frees, what is still paid to "
    "the hospital for nothing, and what the hospital is left with. No saving counts until the "
    "commissioner has agreed."
)
NAMES = (
    ("Tariff moved", "Paid twice", "Released"),
    ("Community cost", "Net benefit", "One-off cost", "Pay-back"),
    ("Income lost", "Can shed", "Stranded"),
)
FIELDS = (
    ("provider", "Losing provider", Kind.TEXT),
    ("from_line", "Line the tariff leaves", Kind.TEXT),
    ("to_line", "Line that pays now", Kind.TEXT),
    ("agreed_on", "Agreed on", Kind.DATE),
    ("until", "Paying twice agreed until", Kind.DATE),
    ("minute", "Minute", Kind.TEXT),
    ("note", "Note", Kind.TEXT),
)
Moved = TypeVar("Moved")
SHORT = {
    "name": "Moved service",
    "price": "Price £",
    "gross": "Tariff",
    "community": "Cost",
    "benefit": "Benefit",
    "one_off": "One-off",
    "payback": "Pay-back",
    "lost": "Lost",
    "sheds": "Sheds",
    "uncounted": "Not yet",
    "rating": "Twice?",
}
"""The titles that are shorter on the screen, where their bands stand above them."""
WIDTHS = {"name": 24, "double": 14, "rating": 10}
HIDDEN = (
    *("gross", "released", "one_off", "payback", "lost", "sheds", "stranded"),
    *("provider", "from_line", "to_line", "agreed_on", "until", "service", "minute", "note"),
)
"""What the side shows, with its formula."""
VALUES = {column.key: column.value for column in report.MOVED}


class MovedSide:
    """Shows one moved service in the inspector: three sides, then what was agreed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        hint = "Choose a moved service to see what it does to each side."
        self.inspector = Inspector(desk, hint, 260)
        book = asks.BOOKS["moved"]
        self.counting = self.inspector.add(label("", "secondary", wrap=True))
        self._titles: list[Any] = []
        self.facts: list[Facts] = []
        for names in NAMES:
            self._titles.append(self.inspector.add(label("", "strong", wrap=True)))
            self.facts.append(self.inspector.add_facts(*names))
        self.agreed: Field[Any] = self.inspector.add_field(
            yes_field(desk, "The commissioner has agreed", asks.of(book, "is_agreed"))
        )
        self.fields: dict[str, Field[Any]] = {
            key: self.inspector.add_field(line_field(desk, name, asks.of(book, key), kind))
            for key, name, kind in FIELDS
        }

    def show_service(self, row: MovedRow | None) -> None:
        """Show a service; nothing is shown on the empty line."""
        if row is None:
            self.inspector.show_nothing()
            return
        seen = changed(self._desk, "moved_service", row.id)
        self.inspector.show_record(row.name, standing_of(row), seen)
        self.counting.setText(report.counting(row))
        for title, facts, side in zip(self._titles, self.facts, report.sides(row), strict=True):
            title.setText(side.title)
            facts.show_facts(*(words for _, words in side.facts))
        self.agreed.show_value(row, row.is_agreed)
        for key, field in self.fields.items():
            field.show_value(row, VALUES[key](row))


class MovedView(RegisterView):
    """The register with its side, and the verbs that let a saving count."""

    def __init__(self, desk: Desk) -> None:
        self.side = MovedSide(desk)
        super().__init__(desk, REGISTER, asks.edits(desk, "moved"), self.side.inspector)
        counts = "Make the agreed saving of the service chosen part of the budget"
        leaves = "Take the saving of the service chosen out of the budget again"
        self.add_verb(("Count saving", "check", self.count, counts))
        self.add_verb(("Leave out", "undo", self.leave_out, leaves))
        self.grid.row_changed.connect(self.side.show_service)

    def show_figures(self, figures: Figures) -> None:
        """Show the register as it stands at the month's end."""
        super().show_figures(figures)
        self.side.show_service(self.grid.current_row)

    def count(self) -> None:
        """Make the saving of the service chosen part of the budget."""
        self._carry_out("Count saving of", moved_edits.count_saving)

    def leave_out(self) -> None:
        """Take the saving of the service chosen out of the budget."""
        self._carry_out("Leave out saving of", moved_edits.leave_out_saving)

    def _carry_out(self, verb: str, command: Any) -> None:
        row: MovedRow | None = self.grid.current_row
        if row is None:
            self.grid.refuse("Choose a moved service first.")
        else:
            self._desk.edit(f"{verb} {row.name}", command, row.id)


def standing_of(row: MovedRow) -> Standing:
    """Return how paying twice stands, in a shape and words."""
    until = written(row.transitional_until, Kind.DATE)
    match row.rating:
        case Rating.GREEN:
            return Standing(BETTER, "Nothing paid twice")
        case Rating.AMBER:
            return Standing(NEAR, f"Agreed until {until}")
        case Rating.RED:
            return Standing(WORSE, f"Agreed only until {until}" if until else "Not agreed")
        case _:
            return Standing(UNKNOWN, "Not known")


def short(column: Column[Moved]) -> Column[Moved]:
    """Return a column as it is called on the screen."""
    title, width = SHORT.get(column.key, column.title), WIDTHS.get(column.key, column.width)
    return replace(column, title=title, width=width)


def line_names(_desk: Desk, figures: Figures) -> tuple[str, ...]:
    """Return what the year's lines are called."""
    return tuple(line.name for line in figures.lines)


def partner_names(desk: Desk, _figures: Figures) -> tuple[str, ...]:
    """Return what the partners are called."""
    return tuple(desk.file.read(partners.names))


def _service_names(desk: Desk, figures: Figures) -> tuple[str, ...]:
    return tuple(row.name for row in desk.file.read(services.services, figures.month))


def _finding(rows: Sequence[MovedRow], _figures: Figures) -> str:
    return report.finding(rows)


REGISTER = Register(
    name="Double payment",
    key="moved services",
    noun="service",
    columns=lambda _figures: tuple(map(short, report.MOVED)),
    read=lambda desk, figures: desk.file.read(moved.moved_services, figures.month),
    finding=_finding,
    purpose=PURPOSE,
    first="Add the first moved service",
    hidden=HIDDEN,
    choices={
        "from_line": line_names,
        "to_line": line_names,
        "provider": partner_names,
        "service": _service_names,
    },
)  # fmt: skip
