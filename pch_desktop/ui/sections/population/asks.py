"""What typing in the population's tables asks of the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from pch_desktop.domain.period import Month
from pch_desktop.domain.population import (
    GroupKind,
    PracticeStatus,
    TransferKind,
    Weighting,
)
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.table import Kind, Value
from pch_desktop.reports.words import meant, written
from pch_desktop.store import population
from pch_desktop.store.population import GroupRow, PracticeRow, SiteRow, TransferRow
from pch_desktop.ui.asking import Ask, deletion
from pch_desktop.ui.change import Change

TYPED_WITH_IT = ("operator", "closed_on")
"""Fields of a new practice that its line in the table has."""


def practice_asks(month: Callable[[], Month]) -> Mapping[str, Ask]:
    """Return the changes of the practices' table, lists being those at the month's end."""
    return {
        "code": practice_field("code", "ODS code"),
        "name": practice_field("name", "name"),
        "list_size": lambda row, value: _list_size(row, value, month()),
        "registered": lambda row, value: _weight(row, month(), registered=value),
        "weighted": lambda row, value: _weight(row, month(), weighted=value),
        "status": _status,
        "operator": practice_field("operator", "operator"),
        "closed_on": practice_field("closed_on", "closing"),
    }


def practice_field(field: str, words: str) -> Ask:
    """Return the change of one of a practice's fields."""

    def ask(row: PracticeRow, value: Value) -> Change:
        return Change(
            f"Change {words} of {row.name}", population.set_practice, (row.id, field, value)
        )

    return ask


def _status(row: PracticeRow, value: Value) -> Change:
    status = meant(PracticeStatus, str(value or ""))
    return practice_field("status", "status")(row, status)


def _list_size(row: PracticeRow, value: Value, month: Month) -> Change:
    """Return the change of a list: put in at the month's end, or the one shown taken away."""
    if value is None:
        day = row.list_on or month.last
        label = f"Take away the list of {row.name} on {written(day, Kind.DATE)}"
        return Change(label, population.set_list_size, (row.id, day, None))
    label = f"Change list of {row.name} on {written(month.last, Kind.DATE)}"
    return Change(label, population.set_list_size, (row.id, month.last, value))


def _weight(row: PracticeRow, month: Month, **typed: Value) -> Change:
    """Return the change of the year's average or weighted list; the other one stays."""
    year = month.financial_year
    is_of_year = row.year == year
    kept = {
        "registered": row.registered if is_of_year else None,
        "weighted": row.weighted if is_of_year else None,
    }
    for name, value in typed.items():
        kept[name] = Decimal(value) if isinstance(value, (int, Decimal)) else None
    people = (kept["registered"], kept["weighted"])
    return Change(
        f"Change weighted list of {row.name} for {year}",
        population.set_weighted,
        (row.id, year, Weighting.CARR_HILL, people),
    )


def add_practice(values: Mapping[str, Value], month: Month) -> Change:
    """Return the addition of a practice; its code and name are needed."""
    code, name = values.get("code"), values.get("name")
    if not code or not name:
        raise Refusal(f"Enter the practice's {'name' if code else 'ODS code'} too.")
    fields: dict[str, object] = {key: values[key] for key in TYPED_WITH_IT if key in values}
    if status := meant(PracticeStatus, str(values.get("status") or "")):
        fields["status"] = status
    size, day = values.get("list_size"), values.get("list_on")
    listed = (day if isinstance(day, date) else month.last, size) if size is not None else None
    return Change(f"Add {name}", population.enter_practice, (str(code), str(name), fields, listed))


def remove_practices(rows: Sequence[PracticeRow]) -> Change:
    """Return the deletion of practices."""
    return deletion(rows, rows[0].name, "practice", population.remove_practices)


def group_field(field: str, words: str) -> Ask:
    """Return the change of one of a group's fields."""

    def ask(row: GroupRow, value: Value) -> Change:
        new = meant(GroupKind, str(value or "")) if field == "kind" else value
        return Change(f"Change {words} of {row.name}", population.set_group, (row.id, field, new))

    return ask


def _members(row: GroupRow, value: Value) -> Change:
    return Change(
        f"Change practices of {row.name}", population.set_members, (row.id, str(value or ""))
    )


GROUP_ASKS: Mapping[str, Ask] = {
    "name": group_field("name", "name"),
    "kind": group_field("kind", "kind"),
    "code": group_field("code", "ODS code"),
    "members": _members,
}


def add_group(values: Mapping[str, Value]) -> Change:
    """Return the addition of a group; it is a cluster unless said otherwise."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the group's name too.")
    kind = meant(GroupKind, str(values.get("kind") or "")) or GroupKind.CLUSTER
    return Change(f"Add {name}", population.enter_group,
                  (str(name), kind, str(values.get("members") or "")))  # fmt: skip


def remove_groups(rows: Sequence[GroupRow]) -> Change:
    """Return the deletion of groups; their practices stay."""
    return deletion(rows, rows[0].name, "group", population.remove_groups)


def _site_field(field: str, words: str) -> Ask:
    def ask(row: SiteRow, value: Value) -> Change:
        new = bool(value) if field == "is_hub" else value
        return Change(f"Change {words} of {row.name}", population.set_site, (row.id, field, new))

    return ask


SITE_ASKS: Mapping[str, Ask] = {
    "name": _site_field("name", "name"),
    "practice": _site_field("practice", "practice"),
    "postcode": _site_field("postcode", "postcode"),
    "is_hub": _site_field("is_hub", "hub"),
    "note": _site_field("note", "note"),
}


def add_site(values: Mapping[str, Value]) -> Change:
    """Return the addition of a building."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the site's name too.")
    fields = {key: values[key] for key in SITE_ASKS if key != "name" and key in values}
    return Change(f"Add {name}", population.enter_site, (str(name), fields))


def remove_sites(rows: Sequence[SiteRow]) -> Change:
    """Return the deletion of buildings."""
    return deletion(rows, rows[0].name, "site", population.remove_sites)


def _transfer_field(field: str, words: str) -> Ask:
    def ask(row: TransferRow, value: Value) -> Change:
        new = meant(TransferKind, str(value or "")) if field == "kind" else value
        label = f"Change {words} of the transfer from {row.from_name}"
        return Change(label, population.set_transfer, (row.id, field, new))

    return ask


TRANSFER_ASKS: Mapping[str, Ask] = {
    "moved_on": _transfer_field("moved_on", "day"),
    "kind": _transfer_field("kind", "kind"),
    "from_name": _transfer_field("from_name", "list left"),
    "to_code": _transfer_field("to_code", "practice"),
    "people": _transfer_field("people", "people"),
    "note": _transfer_field("note", "note"),
}


def add_transfer(values: Mapping[str, Value]) -> Change:
    """Return the addition of a list transfer; it is a merger unless said otherwise."""
    moved_on, name = values.get("moved_on"), values.get("from_name")
    if not isinstance(moved_on, date) or not name:
        wanted = "which list the people left" if moved_on else "the day the people moved"
        raise Refusal(f"Enter {wanted} too.")
    kind = meant(TransferKind, str(values.get("kind") or "")) or TransferKind.MERGER
    fields = {key: values[key] for key in ("to_code", "people", "note") if key in values}
    return Change(
        f"Add transfer from {name}", population.enter_transfer, (moved_on, kind, str(name), fields)
    )


def remove_transfers(rows: Sequence[TransferRow]) -> Change:
    """Return the deletion of list transfers."""
    return deletion(rows, "transfer", "transfer", population.remove_transfers)
