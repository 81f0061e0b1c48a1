"""Changing the catalogue of roles that posts are made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pch_desktop.domain.partners import Sector
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import StaffGroup
from pch_desktop.models.workforce import Post, Role
from pch_desktop.store.records import found, remove
from pch_desktop.store.workforce.texts import change

ROLE_FIELDS: Mapping[str, str] = {
    "name": "the role's name",
    "code": "the role's code",
    "staff_group": "the staff group",
    "sector": "the sector",
    "pay_basis": "how the role is paid",
    "is_additional_role": "whether it is an additional role",
    "standing": "whether its holders count as usual",
    "valid_from": "the first day it is used",
    "valid_to": "the last day it is used",
    "source": "where the role was read",
}
LONGEST_CODE = 24
NOTHING: Mapping[str, object] = {}


def add_role(session: Session, name: str, *, rest: Mapping[str, object] = NOTHING) -> int:
    """Add a role with what else is known, as for ``set_role``; return its id.

    Unless told it is of direct patient care in primary care, and its code is
    made of its name.
    """
    role = Role(staff_group=StaffGroup.DIRECT_CARE, sector=Sector.PRIMARY)
    change(session, role, "name", " ".join(name.split()), ROLE_FIELDS["name"])
    role.code = _code(session, role.name)
    session.add(role)
    session.flush()
    for field, value in rest.items():
        set_role(session, role.id, field, value)
    return role.id


def set_role(session: Session, role_id: int, field: str, value: object) -> None:
    """Put a value into one of a role's ``ROLE_FIELDS``."""
    role = found(session, Role, role_id)
    if field == "is_additional_role":
        value = bool(value)
    change(session, role, field, value, ROLE_FIELDS[field])
    if role.valid_from and role.valid_to and role.valid_to < role.valid_from:
        raise Refusal("The role cannot end before it begins. Enter a later last day.")


def remove_roles(session: Session, role_ids: Collection[int]) -> None:
    """Delete roles that no post has."""
    posts = func.count(Post.id)
    query = (
        select(Role.name, posts)
        .join(Post, Post.role_id == Role.id)
        .where(Role.id.in_(role_ids))
        .group_by(Role.id)
        .order_by(Role.name)
    )
    for name, count in session.execute(query.limit(1)).all():
        have = "1 post has it" if count == 1 else f"{count:,} posts have it"
        raise Refusal(f"“{name}” cannot be deleted: {have}. Give them another role first.")
    remove(session, Role, role_ids, "roles")


def _code(session: Session, name: str) -> str:
    """Return a code made of a name that no role has yet: DISTRICT_NURSE, DISTRICT_NURSE_2."""
    plain = re.sub(r"[^A-Z0-9]+", "_", name.upper()).strip("_")[:LONGEST_CODE] or "ROLE"
    taken = set(session.scalars(select(Role.code)))
    made, number = plain, 2
    while made in taken:
        made, number = f"{plain}_{number}", number + 1
    return made
