"""Who holds which post, as it stands and as a plan adds to it: a full post takes nobody more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind, wte
from pch_desktop.imports.own_plan import Making, Unfit
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

CLOSE = Decimal("0.005")


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post, how much of it, and from when to when."""

    name: str
    wte: Decimal
    starts_on: date
    ends_on: date | None

    def is_there(self, on: date) -> bool:
        """Return whether they hold it on a day."""
        return self.starts_on <= on and (self.ends_on is None or self.ends_on >= on)


class HeldBook:
    """The assignments that stand and those a plan adds, by person and by post."""

    def __init__(self, making: Making, endings: Mapping[str, date]) -> None:
        """Look up who holds what.

        Args:
            making: the plan.
            endings: the last day that the sheet itself gives people in a post, by name.
        """
        self._endings = endings
        self._by_person: dict[object, list[Row]] = defaultdict(list)
        self._by_post: dict[int | Link, list[Holder]] = defaultdict(list)
        names = {row["id"]: str(row["name"]) for row in making.rows("person")}
        for row in making.rows("assignment"):
            self._by_person[row["person_id"]].append(row)
            self._put(int(str(row["post_id"])), names[row["person_id"]], row)

    def of_person(self, person: Row | None) -> Sequence[Row]:
        """Return the assignments that stand of a person; nothing for somebody new."""
        return self._by_person.get(person["id"], []) if person else []

    def add(self, post: int | Link, name: str, values: Mapping[str, object]) -> None:
        """Remember that a plan puts somebody into a post."""
        if values.get("starts_on") is not None and values.get("weekly_minutes") is not None:
            self._put(post, name, values)

    def refuse_second(
        self, post: tuple[int | Link, Decimal] | None, filled: FilledRow, name: str, day: date
    ) -> None:
        """Refuse somebody more for a post, told by its reference, that is held in full.

        Args:
            post: the post and what it is funded for; None for one nobody knows yet.
            filled: the row that puts somebody into it.
            name: who that is.
            day: the day they begin.

        Raises:
            Unfit: others hold all of it on that day.
        """
        kind = filled.values.get("contract_kind") or ContractKind.PERMANENT
        if post is None or kind not in SUBSTANTIVE or "volunteer_hours" in filled.values:
            return
        others = [one for one in self._by_post[post[0]] if one.name != name]
        there = [one for one in others if self._is_there(one, day)]
        held = sum((one.wte for one in there), Decimal(0))
        if there and held >= post[1] - CLOSE:
            told = ", ".join(one.name for one in there)
            raise Unfit(
                "reference",
                f"Post {filled.text('reference')} is held in full by {told}. Enter the day they "
                f"leave it, or give {name} another post.",
            )

    def _is_there(self, one: Holder, on: date) -> bool:
        ends = self._endings.get(one.name)
        return one.is_there(on) and (ends is None or ends >= on)

    def _put(self, post: int | Link, name: str, values: Mapping[str, object]) -> None:
        kind = values.get("contract_kind") or ContractKind.PERMANENT
        start, end = values["starts_on"], values.get("ends_on")
        if kind not in SUBSTANTIVE or not isinstance(start, date):
            return
        override = values.get("wte_override")
        minutes = int(str(values["weekly_minutes"]))
        amount = override if isinstance(override, Decimal) else wte(minutes)
        last = end if isinstance(end, date) else None
        self._by_post[post].append(Holder(name, amount, start, last))
