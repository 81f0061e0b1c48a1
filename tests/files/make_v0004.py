"""Make ``v0004.pch``: a file as the last program of schema 4 wrote it, all of it invented.

It was run once, with the program as it stood just before schema 5, and the
file is kept; a file of an old schema is never made again, since what it stands
for is what people have on their disks. Beside it stands what that program said
of the lines.

    python -m tests.files.make_v0004 FILE
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from pch_desktop.domain.budget import (
    Basis,
    ContractForm,
    Controllability,
    Method,
    Phase,
    Profile,
    Scope,
)
from pch_desktop.domain.partners import Sector
from pch_desktop.domain.period import Month
from pch_desktop.domain.population import Weighting
from pch_desktop.domain.services import Focus
from pch_desktop.store import budget
from pch_desktop.store.budget import LineRow
from pch_desktop.store.identity import SCHEMA
from pch_desktop.store.locality_file import LocalityFile
from pch_desktop.store.lock import Holder

Rows = Iterable[Sequence[int | str | None]]
OURS = 4
WHO = "R. Quill"
BEGAN = datetime(2016, 4, 4, 9, 0, tzinfo=UTC)
YEARS = tuple(f"{2013 + at}/{14 + at}" for at in range(5))
MONTHS = tuple(f"2016-{month:02}" for month in range(4, 9))
TOLD = ("2016-04", "2016-08", "2016-09", "2017-03")
"""The months of which the lines are told."""
FIGURES = (
    "baseline", "annual", "month budget", "month actual", "date budget", "date actual",
    "date variance", "outturn", "lowest", "highest", "outturn variance",
)  # fmt: skip
LINES = (
    ("Primary medical services", 412_345_678),
    ("Prescribing", 598_700_150),
    ("Community nursing", None),
    ("Urgent care", 455_010_101),
    ("Planned care", 702_499_999),
    ("Mental health", 188_888_888),
    ("Care at home", 97_500_000),
    ("Voluntary sector grants", 4_250_050),
    ("Estates", None),
    ("Training income", 12_345_677),
)
FEW = 2
"""So many lines the earlier versions had."""
BY_HAND = 5
"""The line, counted from 0, whose months were set by hand."""


class Clock:
    """Eleven minutes later every time it is asked."""

    def __init__(self) -> None:
        self._asked = count()

    def __call__(self) -> datetime:
        """Return the time."""
        return BEGAN + timedelta(minutes=11 * next(self._asked))


def make(path: Path) -> None:
    """Make the file, and what is told of it beside it."""
    if int(SCHEMA) != OURS:
        raise SystemExit(f"This program writes schema {SCHEMA}; v0004.pch needs that of {OURS}.")
    clock = Clock()
    file = LocalityFile.create(path, Holder.here(WHO, BEGAN), clock)
    for label, command in STEPS:
        file.edit(label, command)
    _change_minds(file)
    _write_down(path.with_suffix(".csv"), file)
    file.close()
    with closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA page_size = 512")  # kept in the project: the smaller the better
        plain.execute("VACUUM")


def _write_down(path: Path, file: LocalityFile) -> None:
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("month", "line", *FIGURES, *range(1, 13)))
        for month in TOLD:
            for line in file.read(budget.lines, Month.read(month)):
                writer.writerow((month, line.name, *told(line)))


def told(line: LineRow) -> list[int | None]:
    """Return a line's ``FIGURES`` as a program works them out, and its budget by month."""
    at = line.standing
    return [
        line.baseline_pence,
        line.annual_pence,
        at.month_budget,
        at.month_actual,
        at.date_budget,
        at.date_actual,
        at.date_variance,
        at.outturn,
        at.lowest,
        at.highest,
        at.outturn_variance,
        *line.year.budget,
    ]


def _put(session: Session, table: str, columns: str, rows: Rows) -> None:
    """Add rows to a table, their numbers counted on from 1."""
    marks = ", ".join("?" * len(columns.split(", ")))
    for row in rows:
        sql = f"INSERT INTO {table} ({columns}) VALUES ({marks})"
        session.connection().exec_driver_sql(sql, tuple(row))


def _locality(session: Session) -> None:
    _put(session, "locality", "id, name, is_sample", [(1, "Bramble Cross", 0)])
    _put(session, "setting", "key, value", [("budget_year", YEARS[3])])
    practices = [(f"Z9100{n}", f"Bramble Practice {n}", "active") for n in (1, 2, 3)]
    _put(session, "practice", "code, name, status", practices)
    weighted = [
        (practice, YEARS[2], kind, 9_000_000_000 + at, 9_100_000_000 + 7 * at * practice)
        for practice in (1, 2, 3)
        for at, kind in enumerate(list(Weighting)[1:2])
    ]
    columns = "practice_id, year, weighting, registered, weighted"
    _put(session, "weighted_population", columns, weighted)


def _partners(session: Session) -> None:
    partners = (
        ("Bramble Federation", "GP federation", "primary care", "signed"),
        ("Bramble Community Trust", "community trust", "community", "signed"),
        ("Bramble Hospital Trust", "acute trust", "secondary care", "engaged"),
    )
    _put(session, "partner", "name, kind, sector, status", partners)


def _imports(session: Session) -> None:
    batches = [
        ("NHS payments", "payments 15-16.csv", "0" * 64, "2016-04-04T09:30:00+00:00", 30, 30, 0),
        ("actuals", "ledger to July.csv", "1" * 64, "2016-08-04T09:30:00+00:00", 41, 40, 1),
    ]
    columns = "kind, file_name, file_digest, at, rows_read, rows_kept, rows_refused"
    _put(session, "import_batch", columns, batches)


def _years(session: Session) -> None:
    years = [(year, phase.value) for year, phase in zip(YEARS, Phase, strict=True)]
    _put(session, "budget_year", "year, phase", years)
    versions = [
        (3, 1, "superseded", YEARS[2], "2015-03-20"),
        (4, 1, "superseded", YEARS[2], None),
        (4, 2, "approved", YEARS[2], "2016-03-31"),
        (5, 1, "submitted", None, None),
        (1, 1, "draft", None, None),
    ]
    columns = "budget_year_id, number, status, baseline_year, approved_on"
    _put(session, "budget_version", columns, versions)


def _lines(session: Session) -> None:
    ways = tuple(
        list(kind) for kind in (Sector, Scope, ContractForm, Controllability, Weighting, Method)
    )
    lines = [
        (
            version, f"L{at:02}", name, at, *(kind[at % len(kind)].value for kind in ways),
            "Bramble commissioner", 1 + at % 3, int(name.endswith("income")), 100 * at,
            annual, list(Profile)[at % len(Profile)].value,
            400_000_000 + at if at % len(Method) == len(Method) - 1 else None,
            "As agreed with the provider" if at % len(Method) == len(Method) - 1 else None,
            list(Focus)[at % len(Focus)].value, "R. Quill", f"What was said of {name}.",
        )
        for version in (1, 2, 3)
        for at, (name, annual) in enumerate(LINES if version == 3 else LINES[:FEW])
    ]  # fmt: skip
    columns = (
        "version_id, code, name, position, sector, scope, contract_form, controllability,"
        " weighted_by, method, payer, provider_id, is_income, non_recurrent_pence, annual_pence,"
        " profile, manual_forecast_pence, method_reason, focus, owner, commentary"
    )
    _put(session, "budget_line", columns, lines)
    _put(session, "budget_line", "version_id, name, position, sector, scope, weighted_by,"
         " is_income, non_recurrent_pence, profile, method",
         [(4, "Only a name", 0, "community", "in", "list", 0, 0, "equal", "trend")])  # fmt: skip


def _baselines(session: Session) -> None:
    first = FEW * 2
    shares = [
        (first + line, practice, year, 30_000_000 + 1_111 * line * practice + at, "15-16.csv", 1)
        for line in (1, 2, 3)
        for practice in (1, 2)
        for at, year in enumerate(YEARS[1:3])
    ]
    whole = [(first + line, None, None, 5_000_000 + line, None, None) for line in range(4, 10)]
    columns = "line_id, practice_id, year, amount_pence, source, batch_id"
    _put(session, "baseline_part", columns, shares + whole)
    months = [(first + 1 + BY_HAND, f"2016-{m:02}", 15_000_000 + m) for m in range(4, 13)]
    months += [(first + 1 + BY_HAND, f"2017-{m:02}", 16_000_000 + m) for m in (1, 2, 3)]
    _put(session, "budget_month", "line_id, month, amount_pence", months)


def _actuals(session: Session) -> None:
    first, bases = FEW * 2, list(Basis)
    actuals = [
        (first + line, month, (annual or 60_000_000) // 12 + (at - 4) * 1_111 * line,
         bases[(at + line) % len(bases)].value, 1 + line % 3 if at % 2 else None,
         f"INV {line}-{at}" if at % 3 else None, int(at > 3), 2 if at < 4 else None)
        for line, (_, annual) in enumerate(LINES, 1)
        for at, month in enumerate(MONTHS[: 5 if line != 8 else 3])
    ]  # fmt: skip
    credit = (first + 1, "2016-04", -1_234_567, "invoice", 1, "Credit", 0, None)
    columns = "line_id, month, amount_pence, basis, partner_id, reference, is_provisional, batch_id"
    _put(session, "actual", columns, [*actuals, credit])


def _beside(session: Session) -> None:
    """Add what points at lines: posts, services."""
    first = FEW * 2
    roles = [("DN", "District nurse", "nurse", "community", 0)]
    columns = "code, name, staff_group, sector, is_additional_role"
    _put(session, "role", columns, roles)
    posts = [
        (f"P{n}", 1, 2, first + n, "core practice", 8_000 + n, 3_000_000 + n, "active")
        for n in range(1, 3)
    ]
    columns = "reference, role_id, employer_id, budget_line_id, funding_stream, funded_wte"
    _put(session, "post", f"{columns}, annual_cost_pence, status", posts)
    service = ("FRA", "Frailty team", "frailty or care home", 2, first + 3, "live", 12_000_000)
    columns = "code, name, category, lead_partner_id, budget_line_id, status, annual_cost_pence"
    _put(session, "service", columns, [service])


def _change_minds(file: LocalityFile) -> None:
    """Leave a past: a change, one taken back and done again, one that stays taken back."""
    september, october = Month.read("2016-09"), Month.read("2016-10")
    lines = {line.name: line.id for line in file.read(budget.lines, september)}
    file.edit("Estates in September", budget.set_actual, lines["Estates"], september, 5_432_10)
    file.edit("Estates in October", budget.set_actual, lines["Estates"], october, 6_543_21)
    file.undo()
    file.redo()
    file.edit("Mental health in October", budget.set_actual, lines["Mental health"], october, 1)
    file.undo()


STEPS = (
    ("Set up Bramble Cross", _locality),
    ("Add partners", _partners),
    ("Import files", _imports),
    ("Begin the years", _years),
    ("Add lines", _lines),
    ("Set baselines and months", _baselines),
    ("Add actuals", _actuals),
    ("Add posts and services", _beside),
)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
