"""What roles are there to improve, so that people see their contribution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import SUBSTANTIVE, ContractKind
from pch_desktop.domain.workforce_teams import ReadyAim
from pch_desktop.models.budget_share import QualityMeasure
from pch_desktop.models.workforce import Post, Role
from pch_desktop.models.workforce_teams import RoleAim
from pch_desktop.store.records import by_name, found, remove
from pch_desktop.store.workforce.people import AssignmentRow, held
from pch_desktop.store.workforce.texts import change

AIM_FIELDS: Mapping[str, str] = {
    "measure": "the measure the role is there to improve",
    "contribution": "how the role improves it",
    "source": "who says so",
}
NOTHING: Mapping[str, object] = {}
NOBODY = Decimal(0)


@dataclass(frozen=True, slots=True)
class RoleAimRow:
    """A measure that a role is there to improve; a role without one has an id below nought."""

    id: int
    """The aim's; minus the role's where nothing is written down for it."""
    role_id: int
    role: str
    measure: str | None
    contribution: str | None
    source: str | None
    holders: int
    """How many hold a post of the role on the day, volunteers among them."""
    in_post_wte: Decimal


def role_aims(session: Session, on: date) -> list[RoleAimRow]:
    """Return what roles improve by role, and after them the roles in post without an aim."""
    by_role = _by_role(held(session, on))
    query = (
        select(RoleAim, Role.name)
        .join(Role, RoleAim.role_id == Role.id)
        .order_by(Role.name, RoleAim.measure)
    )
    found_rows = [
        _row(aim.id, (aim.role_id, role), aim, by_role.get(role, ()))
        for aim, role in session.execute(query)
    ]
    told = {row.role for row in found_rows}
    ids = {name: role_id for role_id, name in session.execute(select(Role.id, Role.name))}
    return found_rows + [
        _row(-ids[role], (ids[role], role), None, rows)
        for role, rows in sorted(by_role.items())
        if role not in told
    ]


def measures(session: Session) -> list[str]:
    """Return the names of measures there are: of the gain share's quality, and of aims."""
    names = {
        *session.scalars(select(QualityMeasure.name)),
        *session.scalars(select(RoleAim.measure)),
    }
    return sorted(names, key=str.casefold)


def add_aim(
    session: Session, role: str, measure: str, *, rest: Mapping[str, object] = NOTHING
) -> int:
    """Say what a role is there to improve, with the rest as for ``set_aim``; return its id."""
    aim = RoleAim(role_id=by_name(session, Role, "name", role, "role").id)
    _put(session, aim, "measure", measure)
    session.add(aim)
    session.flush()
    for field, value in rest.items():
        set_aim(session, aim.id, field, value)
    return aim.id


def set_aim(session: Session, aim_id: int, field: str, value: object) -> None:
    """Put a value into one of an aim's ``AIM_FIELDS``, or name another role.

    Raises:
        Refusal: the role has this measure already, or there is no measure.
    """
    aim = found(session, RoleAim, aim_id)
    if field == "role":
        role_id = by_name(session, Role, "name", str(value or ""), "role").id
        _not_twice(session, aim, role_id, aim.measure)
        aim.role_id = role_id
        return
    _put(session, aim, field, value)


def remove_aims(session: Session, aim_ids: Collection[int]) -> None:
    """Delete what was written down of roles.

    Raises:
        Refusal: nothing was written down for any of them.
    """
    kept = [aim_id for aim_id in aim_ids if aim_id > 0]
    if not kept:
        raise Refusal("Nothing is written down for this role yet, so there is nothing to delete.")
    remove(session, RoleAim, kept, "lines")


def add_ready_aims(session: Session, ready: Sequence[ReadyAim]) -> int:
    """Add those proposals that are for a role of our posts and not there yet; return how many.

    Raises:
        Refusal: there is none to add.
    """
    query = select(Role.id, Role.code).where(Role.id.in_(select(Post.role_id)))
    ids = {code: role_id for role_id, code in session.execute(query)}
    there = {(aim.role_id, aim.measure.casefold()) for aim in session.scalars(select(RoleAim))}
    wanted = [
        one
        for one in ready
        if one.role_code in ids and (ids[one.role_code], one.measure.casefold()) not in there
    ]
    if not wanted:
        raise Refusal(
            "There is no proposal left for the roles your posts have. "
            "Add posts first, or type what a role improves below the last line."
        )
    for one in wanted:
        session.add(
            RoleAim(
                role_id=ids[one.role_code],
                measure=one.measure,
                contribution=one.contribution,
                source=one.source,
            )
        )
    session.flush()
    return len(wanted)


def aims_of(session: Session, roles: Collection[str]) -> list[tuple[str, str | None]]:
    """Return the measures that some roles are there to improve, and how, by measure."""
    query = (
        select(RoleAim.measure, RoleAim.contribution)
        .join(Role, RoleAim.role_id == Role.id)
        .where(Role.name.in_(roles))
        .order_by(RoleAim.measure, Role.name)
    )
    return [(measure, contribution) for measure, contribution in session.execute(query)]


def _by_role(rows: Sequence[AssignmentRow]) -> dict[str, list[AssignmentRow]]:
    kinds = SUBSTANTIVE | {ContractKind.VOLUNTEER}
    named: dict[str, list[AssignmentRow]] = defaultdict(list)
    for row in rows:
        if row.contract_kind in kinds:
            named[row.role].append(row)
    return named


def _row(
    row_id: int, role: tuple[int, str], aim: RoleAim | None, rows: Sequence[AssignmentRow]
) -> RoleAimRow:
    role_id, name = role
    return RoleAimRow(
        row_id,
        role_id,
        name,
        aim.measure if aim else None,
        aim.contribution if aim else None,
        aim.source if aim else None,
        len({row.person_id for row in rows}),
        sum((row.wte for row in rows if row.contract_kind in SUBSTANTIVE), NOBODY),
    )


def _put(session: Session, aim: RoleAim, field: str, value: object) -> None:
    if field == "measure":
        value = " ".join(str(value or "").split())
        _not_twice(session, aim, aim.role_id, value)
    change(session, aim, field, value, AIM_FIELDS[field])


def _not_twice(session: Session, aim: RoleAim, role_id: int, measure: str) -> None:
    query = select(RoleAim.id).where(
        RoleAim.role_id == role_id,
        func.lower(RoleAim.measure) == measure.lower(),
        RoleAim.id.is_not(aim.id),
    )
    if session.scalar(query) is not None:
        raise Refusal(
            f"“{measure}” is written down for this role already. Change that line instead."
        )
