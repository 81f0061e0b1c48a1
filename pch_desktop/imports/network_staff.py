"""Staff of networks (PCNs) as the national workforce census counts them one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from pch_desktop.domain.period import FinancialYear, Month
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.official import FileFacts, FoundTable, Headings, OfficialKind, noted
from pch_desktop.imports.plan import Change, Control, ImportPlan, RefusedRow, compared
from pch_desktop.store.import_known import Known, named

NANO = Decimal("0.000000001")
SOURCE = "Primary Care Network Workforce (NHS Digital)"
ELSEWHERE = "Not of a network of this locality"


@dataclass(slots=True)
class _Sum:
    """What is being added up for a staff group and role of a network, while it is read."""

    name: str
    wte: Decimal = Decimal(0)
    people: set[str] = field(default_factory=set[str])
    rows: set[int] = field(default_factory=set[int])


@dataclass(frozen=True, slots=True)
class StaffSum:
    """Staff of a network in one role: their WTE, and how many they are."""

    network: str
    network_name: str
    staff_group: str
    role: str
    wte: Decimal
    heads: int | None
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class StaffReading:
    """The census summed by network and role; who the people are is not kept."""

    facts: FileFacts
    sums: tuple[StaffSum, ...]
    refused: dict[str, list[RefusedRow]]
    """Rows without a WTE, by network."""
    england_wte: Decimal

    def plan(self, known: Known) -> ImportPlan:
        """Return the staff of the locality's networks that are new or differ."""
        ours = [each for each in self.sums if each.network in known.networks]
        refused = tuple(
            row for code in sorted(known.networks) for row in self.refused.get(code, [])
        )
        found = [_change(each, self.facts.taken_on) for each in ours]
        changes, same = compared(found, known.standing)
        used = frozenset[int]().union(*(each.rows for each in ours))
        plan = self.facts.plan(known, used, refused, ELSEWHERE)
        plan = replace(plan, changes=changes, same=same, controls=self._controls())
        plan = replace(plan, rows_used=None)
        return noted(plan, self._sentence(known, ours))

    def _controls(self) -> tuple[Control, ...]:
        return (
            Control("England", "rows", Decimal(self.facts.rows_read)),
            Control(
                "England", "wte", self.england_wte.quantize(Decimal("0.000001"), ROUND_HALF_UP)
            ),
        )

    def _sentence(self, known: Known, ours: list[StaffSum]) -> str:
        rows = f"{self.facts.rows_read:,} rows"
        if not known.networks:
            return (
                "No practice of the locality says which network (PCN) it belongs to, so none of "
                f"the {rows} can be kept. Bring in the file of practices and their networks first."
            )
        codes = ", ".join(sorted(known.networks))
        if not ours:
            return f"None of the {rows} is of your network {codes}, so there is nothing to keep."
        names = ", ".join(sorted({each.network_name for each in ours}))
        wte = sum((each.wte for each in ours), Decimal(0))
        return f"{names}: {wte:.2f} WTE in {len(ours)} roles. Who the people are is not kept."


def _fits(headings: Headings) -> bool:
    return headings.has("pcncode") and headings.has("fte") and headings.has("staffrole")


def _read(table: FoundTable, _year: FinancialYear | None) -> StaffReading:
    headings = table.headings
    network_at, name_at = headings.needed("pcncode"), headings.at("pcnname")
    group_at, role_at = headings.needed("staffgroup"), headings.needed("staffrole")
    fte_at, person_at = headings.needed("fte"), headings.at("uniqueidentifier")
    sums: dict[tuple[str, str, str], _Sum] = {}
    refused: defaultdict[str, list[RefusedRow]] = defaultdict(list)
    read, total = 0, Decimal(0)
    for number, row in table.whole():
        read += 1
        network = row[network_at].strip().upper()
        try:
            wte = Decimal(row[fte_at].strip())
        except InvalidOperation:
            refused[network].append(_without_wte(table, number, row, fte_at))
            continue
        key = (network, row[group_at].strip(), row[role_at].strip())
        kept = sums.setdefault(key, _Sum(row[name_at].strip() if name_at is not None else network))
        kept.wte += wte
        kept.rows.add(number)
        total += wte
        if person_at is not None and row[person_at].strip():
            kept.people.add(row[person_at])
    facts = FileFacts(KIND.key, KIND.words, table, read, taken_on=_counted_on(table))
    told = tuple(_told(key, each) for key, each in sums.items())
    return StaffReading(facts, told, dict(refused), total)


def _told(key: tuple[str, str, str], kept: _Sum) -> StaffSum:
    """Return a sum without the people's identifiers, which are counted and dropped here."""
    wte = kept.wte.quantize(NANO, ROUND_HALF_UP)
    return StaffSum(
        key[0], kept.name, key[1], key[2], wte, len(kept.people) or None, frozenset(kept.rows)
    )


def _without_wte(table: FoundTable, number: int, row: list[str], fte_at: int) -> RefusedRow:
    """Return a refused row; its cells are left out, for one of them tells the person."""
    reason = f"“{row[fte_at].strip()}” is not a WTE"
    return RefusedRow(table.sheet.name, number, table.headings.raw[fte_at], reason)


def _counted_on(table: FoundTable) -> date:
    headings = table.headings
    year_at = headings.at("censusyear", "snapshotyear", "year")
    month_at = headings.at("censusmonth", "snapshotmonth", "month")
    number, first = table.top()
    try:
        if year_at is None or month_at is None:
            raise ValueError
        return Month(int(first[year_at]), int(first[month_at])).last
    except (ValueError, IndexError):
        raise Refusal(
            f"{table.where(number)}: no census year and month say when these staff were counted. "
            "They stand in the columns CENSUS_YEAR and CENSUS_MONTH."
        ) from None


def _change(each: StaffSum, day: date | None) -> Change:
    return Change(
        "network_staff",
        f"{each.network_name}, {each.role}",
        {
            "network_code": each.network,
            "network_name": each.network_name,
            "counted_on": day,
            "staff_group": each.staff_group,
            "role": each.role,
            "wte": each.wte,
            "heads": each.heads,
            "source": SOURCE,
        },
        name=named("staff", each.network, day, each.staff_group, each.role),
    )


KIND = OfficialKind("network_staff", "network staff (PCN workforce)", _fits, _read)
