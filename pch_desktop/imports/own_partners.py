"""Partners from a person's own sheet, and partners that other sheets name."""

from __future__ import annotations

from collections.abc import Iterator

from pch_desktop.domain.partners import PartnerKind
from pch_desktop.domain.partners_alike import is_alike
from pch_desktop.domain.partners_kinds import SECTOR_OF
from pch_desktop.domain.refusal import Refusal
from pch_desktop.imports.own_codes import CodeBook
from pch_desktop.imports.own_guesses import guessed_partner
from pch_desktop.imports.own_names import by_name, folded, row_id
from pch_desktop.imports.own_plan import Making
from pch_desktop.imports.own_sheeted import FilledRow
from pch_desktop.imports.plan import Link
from pch_desktop.store.own import Row

PLAIN = ("short_name", "ods_code", "status", "votes", "joined_on", "left_on", "next_step", "note")
CONTACT = {
    "contact_title": "job_title",
    "contact_email": "work_email",
    "contact_phone": "work_phone",
}


class PartnerBook:
    """The partners that stand, and those a plan adds, by what people call them."""

    def __init__(self, making: Making) -> None:
        self._making = making
        rows = making.rows("partner")
        self._by_code = {str(row["ods_code"]).upper(): row for row in rows if row["ods_code"]}
        self._by_name = by_name(rows, "short_name") | by_name(rows)
        self._added: dict[str, Link] = {}
        self._names: dict[str, str] = {}

    def standing(self, name: str, code: str | None = None) -> Row | None:
        """Return the partner that stands under a code, else under a name."""
        return self._by_code.get((code or "").upper()) or self._by_name.get(folded(name))

    def added(self, name: str) -> Link | None:
        """Return the partner of a name that this plan adds, if it does."""
        return self._added.get(folded(name))

    def add(self, name: str, link: Link) -> None:
        """Remember that this plan adds a partner, and say whom it is much like."""
        named = [*self._by_name, *self._names]
        alike = [each for each in named if is_alike(name, each)][:1]
        self._added[folded(name)] = link
        self._names[folded(name)] = name
        if alike:
            old = self._by_name.get(alike[0])
            other = str(old["name"]) if old else self._names[alike[0]]
            self._making.tell(
                "New, but if they are one with another, write the name the same: {}.",
                f"“{name}” much like “{other}”",
            )

    def named(self, name: str, cell: str = "") -> int | Link:
        """Return the partner of a name, added with a guess at its kind where there is none."""
        found = self.standing(name)
        if found is not None:
            return row_id(found)
        if (link := self.added(name)) is not None:
            return link
        plain = " ".join(name.split())
        kind, sector = guessed_partner(plain)
        link = Link(f"partner {folded(plain)}")
        self.add(plain, link)
        values = {"name": plain, "kind": kind, "sector": sector}
        self._making.put("partner", link.name, plain, values)
        self._making.tell(
            "Partners added, their kind guessed by their name: {}.",
            f"{plain} ({kind.value})" + (f" in {cell}" if cell else ""),
        )
        return link


def plan_partners(making: Making, rows: list[FilledRow]) -> None:
    """Add or change the partners of a sheet, by ODS code or else by name."""
    book, codes = PartnerBook(making), CodeBook(making)
    seen: dict[str, int] = {}
    for filled in rows:
        name = filled.text("name")
        if name is None:
            making.refuse(filled, "Name", "Enter the partner's name.")
            continue
        plain = " ".join(name.split())
        try:
            code = codes.read(filled)
        except Refusal as refusal:
            making.refuse(filled, "ODS code", f"{making.cell(filled, 'ods_code')}: {refusal}")
            continue
        before = book.standing(plain, code)
        if before is not None and code and folded(plain) != folded(str(before["name"])):
            making.tell("Taken for a partner that has the same ODS code: {}.",
                        f"“{plain}” for “{before['name']}”")  # fmt: skip
        key = f"partner {before['id']}" if before else f"partner {folded(plain)}"
        keys = {key, f"code {code or key}"}
        if twin := next((seen[each] for each in keys if each in seen), None):
            making.refuse(
                filled, "Name", f"“{plain}” stands in row {twin} already. Keep one of the two."
            )
            continue
        seen |= dict.fromkeys(keys, filled.row.number)
        if before is None:
            book.add(plain, Link(key))
        values = {**dict(_values(making, filled, before)), "ods_code": code}
        partner = making.put("partner", key, plain, values, before)
        _contact(making, filled, partner, plain)
        making.kept.append(filled)


def _values(making: Making, filled: FilledRow, before: Row | None) -> Iterator[tuple[str, object]]:
    """Yield what a row says of a partner; of a new one also what its name suggests."""
    name = " ".join(str(filled.values["name"]).split())
    for key in PLAIN:
        yield key, filled.values.get(key)
    kind, sector = filled.values.get("kind"), filled.values.get("sector")
    if before is None:
        guessed, of_name = guessed_partner(name)
        if kind is None:
            kind = guessed
            making.tell("Kinds guessed by the partner's name: {}.", f"{name} ({guessed.value})")
        if sector is None:
            sector = SECTOR_OF.get(PartnerKind(str(kind)), of_name)
        yield "name", name
    yield "kind", kind
    yield "sector", sector


def _contact(making: Making, filled: FilledRow, partner: int | Link, partner_name: str) -> None:
    name = filled.text("contact")
    if name is None:
        if any(filled.values.get(key) for key in CONTACT):
            making.tell(
                "An e-mail address or phone without a contact's name was left out: {}.",
                partner_name,
            )
        return
    rows = [row for row in making.rows("contact") if row["partner_id"] == partner]
    before = by_name(rows).get(folded(name))
    values = {ours: filled.values.get(key) for key, ours in CONTACT.items()}
    values |= {"partner_id": partner, "name": name if before is None else None}
    key = f"contact {partner_name} {folded(name)}"
    making.put("contact", key, f"{name}, {partner_name}", values, before)
