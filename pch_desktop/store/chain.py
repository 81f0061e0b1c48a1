"""The chain of digests that seals each step with all that went before it.

A step's digest covers the digest before it, the step's own facts, a salted
digest of its label and a salted digest of each row it changed. A salt lies
beside what it salts and goes with it when that is erased: what is left cannot
be guessed back to a name, and the chain still adds up.

Whoever can write to the file can also forge the whole chain; the last digest
printed in a board pack is what makes that show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy import Connection, func, select

from pch_desktop.models.history import RowChange, Step, StepKind

START = bytes(32)
ROWS = (
    "SELECT table_name, row_id, before, after, salt, erased FROM row_change "
    "WHERE step_id = ? ORDER BY id"
)


class Flaw(StrEnum):
    """What a check of the history may find; a step's number goes before it."""

    ALTERED = "does not match its seal"
    ERASED = "holds details that were erased"
    THINNED = "was thinned out"
    MISSING = "is missing"
    STRAY = "has changes but no seal"

    @property
    def is_damage(self) -> bool:
        """Whether it was done outside this program."""
        return self not in {Flaw.ERASED, Flaw.THINNED}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one step."""

    step_id: int
    flaw: Flaw


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a step besides its label and the rows it changed."""

    id: int
    at: datetime
    who: str
    kind: StepKind
    reverses: int | None
    rows_changed: int

    def digest(self) -> bytes:
        """Return the digest of these facts."""
        at = self.at.astimezone(UTC).isoformat()
        return sha256(
            framed(self.id, at, self.who, self.kind.value, self.reverses, self.rows_changed)
        ).digest()


def seal(previous: bytes, facts: Facts, label: bytes, rows: bytes) -> bytes:
    """Return a step's digest.

    Args:
        previous: the digest of the step before, or ``START``.
        label: the salted digest of the label.
        rows: the digest of the digests of the rows.
    """
    return sha256(previous + facts.digest() + label + rows).digest()


def rows_digest(connection: Connection, step_id: int) -> bytes:
    """Return the digest of all the rows a step changed, those erased among them."""
    digest = sha256()
    for table, row_id, before, after, salt, erased in connection.exec_driver_sql(ROWS, (step_id,)):
        digest.update(framed(table, row_id))
        digest.update(erased or salted(salt, before, after))
    return digest.digest()


def salted(salt: bytes | None, *values: str | None) -> bytes:
    """Return the digest of something that may have to be erased one day."""
    return sha256((salt or b"") + framed(*values)).digest()


def framed(*values: int | str | None) -> bytes:
    """Return values as bytes in a way that no other values share."""
    frames: list[str] = []
    for value in values:
        text = "" if value is None else str(value)
        frames.append("-," if value is None else f"{len(text)}:{text},")
    return "".join(frames).encode("utf-8", "surrogatepass")


def head(connection: Connection) -> tuple[int, bytes]:
    """Return the number and digest of the last step; the pack prints the digest."""
    last = connection.execute(select(Step.id, Step.digest).order_by(Step.id.desc())).first()
    return (last.id, last.digest) if last else (0, START)


def verify(connection: Connection) -> list[Finding]:
    """Return whatever is wrong with, or gone from, the history."""
    findings = [Finding(step_id, Flaw.STRAY) for step_id in _strays(connection)]
    findings += [Finding(step_id, Flaw.ERASED) for step_id in sorted(_erased(connection))]
    counts = _counts(connection)
    previous, due = START, 1
    for step in connection.execute(select(Step.__table__).order_by(Step.id)).all():
        findings += [Finding(gone, Flaw.MISSING) for gone in range(due, step.id)]
        facts = Facts(step.id, step.at, step.who, step.kind, step.reverses, step.rows_changed)
        label = step.erased or salted(step.salt, step.label)
        if step.thinned is not None:
            findings.append(Finding(step.id, Flaw.THINNED))
        is_stuffed = step.thinned is not None and step.id in counts
        rows = step.thinned or rows_digest(connection, step.id)
        if is_stuffed or seal(previous, facts, label, rows) != step.digest:
            findings.append(Finding(step.id, Flaw.ALTERED))
        previous, due = step.digest, step.id + 1
    return sorted(findings, key=lambda finding: finding.step_id)


def _erased(connection: Connection) -> set[int]:
    rows = select(RowChange.step_id).where(RowChange.erased.is_not(None)).distinct()
    labels = select(Step.id).where(Step.erased.is_not(None))
    return set(connection.scalars(rows)) | set(connection.scalars(labels))


def _strays(connection: Connection) -> list[int]:
    sealed = select(Step.id).where(Step.id == RowChange.step_id).exists()
    return list(connection.scalars(select(RowChange.step_id).where(~sealed).distinct()))


def _counts(connection: Connection) -> dict[int, int]:
    query = select(RowChange.step_id, func.count()).group_by(RowChange.step_id)
    return dict(connection.execute(query).all())
