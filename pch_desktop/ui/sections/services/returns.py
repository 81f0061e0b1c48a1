"""Returns of beds and of calls: typed for all services in a month, or month by month for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import plural
from pch_desktop.store import services
from pch_desktop.ui.change import Change
from pch_desktop.ui.choice_menu import choice_menu, show_choice
from pch_desktop.ui.desk import Desk
from pch_desktop.ui.edits import Edits
from pch_desktop.ui.found_sheet import FoundSheet
from pch_desktop.ui.grid import Grid
from pch_desktop.ui.sections.services.return_columns import Told, columns_of
from pch_desktop.ui.sections.services.return_kinds import Return
from pch_desktop.ui.strip import Tone
from pch_desktop.ui.table_model import TableModel

ALL = "All services"


class ReturnsView(FoundSheet):
    """One return, of beds or of calls."""

    def __init__(self, desk: Desk, kind: Return) -> None:
        self._desk, self._kind = desk, kind
        self._service_id: int | None = None
        edits = Edits(desk, {key: partial(self._count, key) for key in kind.fields}, self._adding)
        self.model: TableModel[Told] = TableModel(
            columns_of(kind.columns, ()), edits, noun="service"
        )
        super().__init__(Grid(desk, self.model, kind.name, key=kind.key))
        self._which = self.toolbar.add_menu(ALL, "services", self.service_menu)
        self.add_columns()
        self.add_adding("Add service")
        self.offer_beginning("services", kind.purpose, kind.verb)
        desk.listen(kind.reads, self.read, self)
        self.read()

    def read(self) -> None:
        """Show the month at hand of all services, or the year at hand of one."""
        month, kind = self._desk.month, self._kind
        rows = kind.month(self._desk.file, month)
        one = next((row for row in rows if row.id == self._service_id), None)
        self._service_id = one.id if one is not None else None
        if one is None:
            told = [Told(row.id, row.name, row) for row in rows]
        else:
            year = kind.year(self._desk.file, one, month.financial_year)
            told = [
                Told(at, row.month.words, row, row.month > month)
                for at, row in enumerate(year, start=1)
            ]
        names = [row.name for row in self._desk.file.read(services.service_names)]
        self.model.columns = columns_of(kind.columns, names, is_one=one is not None)
        self.show_rows(told)
        self.grid.view.header.viewport().update()
        show_choice(self._which, ALL if one is None else one.name)
        self.tell(kind.finding(rows, month))
        late = sum(not row.is_told for row in rows)
        self.toolbar.set_aside(f"{plural(late, 'service')} still without figures" if late else "")
        self._mark(told)

    def show_record(self, record_id: int) -> None:
        """Show the month of all services, a service in it."""
        self.show_service(None)
        super().show_record(record_id)

    def show_service(self, service_id: int | None) -> None:
        """Show the months of one service; None for a month of all."""
        self._service_id = service_id
        self.read()

    def service_menu(self) -> QMenu:
        """Return the menu of services."""
        rows = self._kind.month(self._desk.file, self._desk.month)
        names: list[tuple[int | None, str]] = [(None, ALL), *((row.id, row.name) for row in rows)]
        return choice_menu(self, names, self._service_id, self.show_service)

    def _mark(self, rows: Sequence[Told]) -> None:
        found = {
            (told.id, key): f"{told.title}: {sentence}"
            for told in rows
            for key, sentence in self._kind.troubles(told.row).items()
        }
        self.grid.show_troubles(found)
        if not found:
            self.strip.hide()
            return
        place, sentence = next(iter(found.items()))
        more = f" {len(found) - 1} more like it." if len(found) > 1 else ""
        show = ("Show", partial(self.grid.select_record, *place))
        self.strip.tell(f"{sentence}{more}", Tone.ERROR, show, may_close=False)

    def _count(self, key: str, told: Told, value: Value) -> Change:
        row, kind = told.row, self._kind
        title = next(column.title for column in kind.columns if column.key == key).lower()
        label = f"Change {row.month.words} {title} of {row.name}"
        return Change(label, kind.command, (row.id, row.month, key, value), f"{row.name}, {title}")

    def _adding(self, values: Mapping[str, Value]) -> Change:
        name = values.get("name")
        if self._service_id is not None or not isinstance(name, str):
            raise Refusal(f"Show all services, and choose one that {self._kind.does}.")
        return Change(f"Add {name} to {self._kind.name.lower()}", self._kind.mark, ((name,),), name)
