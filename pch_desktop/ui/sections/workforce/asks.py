"""What a change of posts and people is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial

from pch_desktop.domain import typed
from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.workforce import FundingStream, PostStatus, ProfessionalBody
from pch_desktop.reports.table import Value
from pch_desktop.store import partners, workforce
from pch_desktop.store.workforce import PersonRow, PostRow
from pch_desktop.ui.asking import Meaning, as_typed, changing, deletion, described, named, word
from pch_desktop.ui.change import Change

ONE_POST = Decimal(1)


def body(value: Value) -> object:
    """Return who keeps a registration; a blank is nobody."""
    return ProfessionalBody(str(value)) if value else ProfessionalBody.NONE


def year(value: Value) -> object:
    """Return a year of birth."""
    return typed.count(str(value)) if value is not None else None


POST_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "reference": ("reference", "reference", as_typed),
    "role": ("role", "role", as_typed),
    "employer": ("employer", "employer", as_typed),
    "practice": ("practice", "practice", as_typed),
    "established_wte": ("funded_wte", "funded WTE", as_typed),
    "funding_stream": ("funding_stream", "funding", word(FundingStream)),
    "annual_cost": ("annual_cost_pence", "cost", as_typed),
    "band": ("band", "band", as_typed),
    "status": ("status", "status", word(PostStatus)),
    "funded_to": ("funded_to", "last funded day", as_typed),
}
"""By column: the field, what a step calls it, and how what is typed is kept."""
PEOPLE_CELLS: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", as_typed),
    "staff_code": ("staff_code", "staff code", as_typed),
    "professional_body": ("professional_body", "registration", body),
    "registration_expires_on": ("registration_expires_on", "end of registration", as_typed),
    "birth_year": ("birth_year", "year of birth", year),
    "work_email": ("work_email", "e-mail", as_typed),
}


of_post = changing(
    workforce.set_post, lambda row: f"{row.reference} {row.role}", where=lambda row: row.reference
)


of_person = changing(workforce.set_person, named)


POST_EDITS = {key: of_post(*told) for key, told in POST_CELLS.items()}
PEOPLE_EDITS = {key: of_person(*told) for key, told in PEOPLE_CELLS.items()}


def add_post(values: Mapping[str, Value]) -> Change:
    """Return the new post that was typed; one WTE unless another is told."""
    role = values.get("role")
    if not role:
        raise Refusal("Enter the role of the new post.")
    wte = values.get("established_wte", ONE_POST)
    rest = described(values, POST_CELLS, "role", "established_wte", "reference")
    command = partial(workforce.add_post, rest=rest)
    return Change(f"Add a post: {role}", command, (role, wte, values.get("reference")), str(role))


def remove_posts(rows: Sequence[PostRow]) -> Change:
    """Return the deletion of posts, with who held them."""
    return deletion(rows, f"{rows[0].reference} {rows[0].role}", "post", workforce.remove_posts)


def add_role(name: str) -> Change:
    """Return the new role of a name."""
    return Change(f"Add role {name}", workforce.add_role, (name,), name)


def add_employer(name: str) -> Change:
    """Return the new partner of a name; its kind is chosen under Partners."""
    return Change(f"Add partner {name}", partners.add_described_partner, (name, {}), name)


def add_person(values: Mapping[str, Value]) -> Change:
    """Return the new person that was typed."""
    name = values.get("name")
    if not name:
        raise Refusal("Enter the name people know them by.")
    rest = described(values, PEOPLE_CELLS, "name")
    return Change(f"Add {name}", partial(workforce.add_person, rest=rest), (name,), str(name))


def remove_people(rows: Sequence[PersonRow]) -> Change:
    """Return the deletion of people, with what they held."""
    return deletion(rows, rows[0].name, "person", workforce.remove_people, "people")
