"""The starters, roles and rates the program brings with it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from pch_desktop.discovery import resource
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.starter import Row, Sheet, Starter, called

Said = dict[str, Any]
LISTS = {
    ("partner", "roles"): ("partner_part", "partner", "role"),
    ("practice_group", "practices"): ("group_member", "group", "practice"),
    ("forum", "members"): ("forum_member", "forum", "partner"),
    ("service", "partners"): ("service_partner", "service", "partner"),
    ("service", "sites"): ("service_site", "service", "site"),
    ("service", "given"): ("service_setting", "service", "setting"),
}
"""What a row may list, and the table, owner and member of the rows that makes."""
SOURCED = frozenset(
    {
        "practice", "practice_group", "site", "list_transfer", "partner", "service", "forum",
        "vehicle", "site_statement",
    }
)  # fmt: skip
"""The tables of a starter that say where each row comes from."""
STATED = "A"
"""Member practices are stated by a site itself or confirmed by its successor."""
SAMPLE = "sample"


def starters() -> tuple[Starter, ...]:
    """Return every starter, by its key."""
    return tuple(built(path) for path in sorted(resource("starters").glob("*.toml")))


def starter(key: str) -> Starter:
    """Return the starter of a key.

    Raises:
        Refusal: there is none of that key.
    """
    keys = sorted(path.stem for path in resource("starters").glob("*.toml"))
    if key not in keys:
        raise Refusal(f"There is no starter called “{key}”. Choose one of: {', '.join(keys)}.")
    return built(resource("starters", f"{key}.toml"))


def roles() -> tuple[Sheet, ...]:
    """Return what every file begins with: the role catalogue, dated rates and pay scales."""
    named = ("roles.toml", "reference_values.toml")
    return (*(sheet for name in named for sheet in sheets(read(resource(name)))), *pay())


def pay() -> tuple[Sheet, ...]:
    """Return the ready pay scales and on-costs, each figure with its source."""
    return tuple(sheets(read(resource("pay.toml"))))


def read(path: Path) -> Said:
    """Return what a TOML file says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def sheets(said: Mapping[str, Any]) -> Iterator[Sheet]:
    """Yield a sheet for each table a file has rows for, and for what those rows list."""
    for table, rows in said.items():
        if isinstance(rows, list):
            yield from _table(table, cast("list[Said]", rows))


def _table(table: str, rows: Sequence[Said]) -> Iterator[Sheet]:
    listed = {field for owner, field in LISTS if owner == table}
    plain = [{key: value for key, value in row.items() if key not in listed} for row in rows]
    yield Sheet(table, tuple(plain))
    for field in sorted(listed):
        child, owner, member = LISTS[table, field]
        pairs = [(called(row), name) for row in rows for name in row.get(field, ())]
        yield Sheet(child, tuple({owner: of, member: name} for of, name in pairs))


def built(path: Path, more: tuple[Sheet, ...] = ()) -> Starter:
    """Return the starter a file describes, with more sheets from beside it."""
    said = read(path)
    return Starter(
        path.stem,
        said["name"],
        said.get("region"),
        said.get("vehicle"),
        said.get("population_stated"),
        (*_sourced(sheets(_whole(said)), said["sources"]), *more),
        is_sample=path.stem == SAMPLE,
    )


def _whole(said: Said) -> Said:
    """Return a file with its statements as rows, and its stated members as partners too."""
    source = said["sources"].get("practice", "")
    members: list[Said] = said.get("practice", []) if said.get("confidence") == STATED else []
    partners = [_member(practice, source) for practice in members] + said.get("partner", [])
    statements = [
        {"heading": heading, "position": at, **(line if isinstance(line, dict) else {"text": line})}
        for heading, lines in said.get("statements", {}).items()
        for at, line in enumerate(lines, start=1)
    ]
    rows = {"partner": partners, "vehicle": said.get("vehicles", []), "site_statement": statements}
    return {**{key: each for key, each in said.items() if key != "vehicles"}, **rows}


def _member(practice: Said, source: str) -> Said:
    return {
        "name": practice["name"],
        "kind": "GP practice",
        "sector": "primary care",
        "ods_code": practice["code"],
        "practice": practice["code"],
        "roles": ["member", "provider"],
        "source": source,
    }


def _sourced(found: Iterable[Sheet], sources: Mapping[str, str]) -> Iterator[Sheet]:
    for sheet in found:
        usual = sources.get(sheet.table, sources["usual"])
        is_sourced = sheet.table in SOURCED
        rows = tuple(_with(row, usual) if is_sourced else row for row in sheet.rows)
        yield Sheet(sheet.table, rows)


def _with(row: Row, source: str) -> Row:
    return {**row, "source": row.get("source") or source}
