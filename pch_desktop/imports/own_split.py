"""Where people's time goes, from a person's own sheet: “Valley 60%, Marsh 40%”, or row by row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pch_desktop.domain import typed
from pch_desktop.domain.workforce import PLACES
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_plan import Making, Unfit
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import Link
from pch_desktop.reports.table import Kind
from pch_desktop.reports.words import written

PARTED = re.compile(r"\s*[;,\n/+]\s*|(?<=%)\s+(?:and|&)\s+")
SHARE = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?|\.\d+)\s*(%?)(?!\w)")
EDGES = " -–:=()[]@\t"
COLUMNS = ("practice_id", "site_id", "service_id")
EXAMPLE = "Enter them such as Valley 60%, Marsh 40%."
WHOLE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Spot:
    """A practice, site or service: its column in a deployment, its number and its name."""

    column: str
    id: int
    name: str


Split = Mapping[Spot, Decimal]


def parted(text: str) -> list[tuple[str, Decimal | None]]:
    """Return the places a text names and the share of each, None where it names none.

    A comma may stand in a name: what has no share of its own belongs to its
    neighbour, the one before where shares come first, else the one after.
    """
    parts = [part for part in PARTED.split(text.strip()) if part and part.strip(EDGES)]
    leads = bool(SHARE.match(text.strip())) and any(map(SHARE.search, parts))
    found: list[tuple[str, Decimal | None]] = []
    waiting = ""
    for part in parts:
        share = _share_in(part)
        name = f"{part[: share.start()]} {part[share.end() :]}" if share else part
        name = " ".join(name.split()).strip(EDGES).removeprefix("at ")
        if share is None and leads and found:
            found[-1] = (f"{found[-1][0]}, {name}", found[-1][1])
        elif share is None:
            waiting = f"{waiting}, {name}" if waiting else name
        else:
            found.append((f"{waiting}, {name}" if waiting else name, typed.share(share[0])))
            waiting = ""
    if waiting:
        found += [(each, None) for each in waiting.split(", ")] if not found else [(waiting, None)]
    return found


def _share_in(part: str) -> re.Match[str] | None:
    """Return where a part says its share: with a percent sign if it can, else its last number."""
    found = list(SHARE.finditer(part))
    return next((one for one in found if one[2]), found[-1] if found else None)


class SplitBook:
    """The places there are, and where the time of each assignment goes now."""

    def __init__(self, making: Making) -> None:
        self._making = making
        self._exact: dict[str, Spot] = {}
        for table, column, keys in (
            ("site", "site_id", ("name",)),
            ("service", "service_id", ("name", "code")),
            ("practice", "practice_id", ("name", "code")),
        ):
            for key in keys:
                for name, row in by_name(making.rows(table), key).items():
                    self._exact[name] = Spot(column, row_id(row), str(row["name"]))

    def of_cell(self, filled: FilledRow) -> Split | None:
        """Return the split a row's cell gives, None where it gives none.

        Raises:
            Unfit: a place is not known, a share is missing, or they are not 100%.
        """
        text = filled.text("deployment")
        if text is None:
            return None
        told = parted(text)
        if not any(share for _, share in told) and (len(told) == 1 or folded(text) in self._exact):
            told = [(text, WHOLE)]
        if any(share is None for _, share in told):
            raise Unfit("deployment", f"Each place needs its share of the time. {EXAMPLE}")
        spots = [(self.spot(name, "deployment"), share or Decimal(0)) for name, share in told]
        return whole(spots, "deployment")

    def of_rows(self, rows: Sequence[FilledRow]) -> Split:
        """Return the split that rows with a practice and a share each give together.

        Raises:
            Unfit: a place is not known, or they are not 100%.
        """
        spots: list[tuple[Spot, Decimal]] = []
        for row in rows:
            key = "site" if row.text("site") else "practice"
            name, share = row.text(key), row.values.get("share")
            if name is None:
                raise Unfit("share", "Enter the practice that has this share of the time.")
            spots.append((self.spot(name, key), share if isinstance(share, Decimal) else WHOLE))
        return whole(spots, "share")

    def spot(self, name: str, key: str) -> Spot:
        """Return the place a name means; a part of one will do where it fits no other.

        Raises:
            Unfit: none does, or several do.
        """
        plain = folded(name)
        if plain in self._exact:
            return self._exact[plain]
        words = set(plain.split())
        alike = {spot for known, spot in self._exact.items() if words <= set(known.split())}
        practices = {spot for spot in alike if spot.column == "practice_id"}
        fitting = practices or alike
        if len(fitting) == 1:
            return fitting.pop()
        offered = ", ".join(sorted({spot.name for spot in fitting or self._exact.values()})[:8])
        if fitting:
            raise Unfit(key, f"“{name}” may be any of these: {offered}. Write the name in full.")
        raise Unfit(
            key, f"There is no practice, site or service called “{name}”. Enter one of: {offered}."
        )

    def put(self, assignment: int | Link, split: Split, person: str) -> None:
        """Let an assignment's time go so, and no longer where it went before."""
        now = {
            _spot_of(row): row
            for row in self._making.rows("deployment")
            if row["assignment_id"] == assignment
        }
        for spot, share in split.items():
            before = now.pop((spot.column, spot.id), None)
            values: dict[str, object] = {"share": share}
            if before is None:
                values |= {"assignment_id": assignment, spot.column: spot.id}
            key = f"deployment {assignment} {spot.column} {spot.id}"
            self._making.put("deployment", key, f"{person} at {spot.name}", values, before)
        for row in now.values():
            self._making.take_out("deployment", f"{person}, elsewhere", row, "share")


def whole(parts: Iterable[tuple[Spot, Decimal]], key: str) -> Split:
    """Return shares by place.

    Raises:
        Unfit: one is nothing or below, or they do not add up to 100%.
    """
    shares: dict[Spot, Decimal] = {}
    for spot, share in parts:
        if share <= 0:
            raise Unfit(key, f"Each share is above 0%. {EXAMPLE}")
        shares[spot] = shares.get(spot, Decimal(0)) + share.quantize(PLACES)
    total = sum(shares.values(), Decimal(0))
    if total != WHOLE:
        apart = written(abs(WHOLE - total), Kind.SHARE)
        way = f"{apart} is missing" if total < WHOLE else f"that is {apart} too much"
        told = written(total, Kind.SHARE)
        raise Unfit(key, f"The shares add up to {told}, {way}. They add up to 100% together.")
    return shares


def grouped(rows: Sequence[FilledRow]) -> Iterator[tuple[FilledRow, Sequence[FilledRow]]]:
    """Yield each row that stands for a post and somebody in it, with all its rows.

    Rows of one person in one post that each give a practice and a share are
    one; the one with the largest share stands for them.
    """
    named: dict[tuple[str, ...], list[FilledRow]] = {}
    for row in rows:
        key = _key(row) if row.values.get("share") is not None else (str(row.row.number),)
        named.setdefault(key, []).append(row)
    for group in named.values():
        first = max(group, key=lambda row: (_share(row), -row.row.number))
        yield first, group


def _key(row: FilledRow) -> tuple[str, ...]:
    who = (
        row.text("staff_code")
        or row.text("person")
        or (f"{row.text('forename') or ''} {row.text('surname') or ''}")
    )
    job = row.text("reference") or row.text("title") or row.text("role")
    return ("shared", folded(who), folded(job), folded(row.text("employer")))


def _share(row: FilledRow) -> Decimal:
    share = row.values.get("share")
    return share if isinstance(share, Decimal) else Decimal(0)


def _spot_of(row: Mapping[str, object]) -> tuple[str, int] | None:
    """Return the one place of a deployment that stands; None where it joins several."""
    told = [(column, int(str(row[column]))) for column in COLUMNS if row[column] is not None]
    return told[0] if len(told) == 1 else None
