"""What a change of a forum, a seat or a subject is called, and the command that makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pch_desktop.domain.partners import DecisionRule, ForumKind, PartnerKind
from pch_desktop.domain.refusal import Refusal
from pch_desktop.reports.partners_forums import plain
from pch_desktop.reports.table import Value
from pch_desktop.reports.words import shown
from pch_desktop.store import partners
from pch_desktop.store.partners import ChargeRow, ForumRow, SeatRow
from pch_desktop.ui.asking import Ask, Meaning, as_typed, changing, deletion, described, named, word
from pch_desktop.ui.change import Change


def forum_name(value: Value) -> object:
    """Return a forum's name without the indent it is shown with."""
    return plain(str(value or ""))


FORUM: Mapping[str, tuple[str, str, Meaning]] = {
    "name": ("name", "name", forum_name),
    "kind": ("kind", "kind", word(ForumKind)),
    "chair": ("chair", "chair", as_typed),
    "reports_to": ("reports_to", "where it reports", as_typed),
    "rule": ("rule", "rule", word(DecisionRule)),
    "threshold": ("threshold_share", "share to pass", as_typed),
    "quorum": ("quorum", "quorum", as_typed),
    "frequency": ("frequency", "meetings", as_typed),
    "purpose": ("purpose", "purpose", as_typed),
}
"""By column: the field, what undo calls it, and how a value is meant."""
SEAT: Mapping[str, tuple[str, str, Meaning]] = {
    "votes": ("votes", "votes", as_typed),
    "name": ("name", "who sits", as_typed),
}
CHARGE: Mapping[str, tuple[str, str, Meaning]] = {
    "subject": ("subject", "subject", as_typed),
    "partner": ("partner", "who answers", as_typed),
    "name": ("name", "who it is", as_typed),
    "forum": ("forum", "where it is decided", as_typed),
    "note": ("note", "note", as_typed),
}
KINDS = {shown(kind.value).casefold(): kind for kind in PartnerKind}


def of_forum(key: str) -> Ask:
    """Return the change of one of a forum's fields, or of who must be there."""
    if key == "needs":
        return needs
    return changing(partners.set_forum, named)(*FORUM[key])


def needs(row: ForumRow, value: Value) -> Change:
    """Return the change of the kinds that must be there, told with semicolons between.

    Raises:
        Refusal: one of them is no kind of partner.
    """
    told = [words.strip() for words in str(value or "").split(";") if words.strip()]
    strange = [words for words in told if words.casefold() not in KINDS]
    if strange:
        raise Refusal(
            f"“{strange[0]}” is no kind of partner. Enter kinds as in the list of partners, "
            "such as Commissioner; Community trust."
        )
    args = (row.id, tuple(KINDS[words.casefold()] for words in told))
    return Change(f"Change who must be at {row.name}", partners.set_needs, args, row.name)


def adding_forum(values: Mapping[str, Value]) -> Change:
    """Return the new forum that was typed.

    Raises:
        Refusal: it has no name yet.
    """
    name = str(forum_name(values.get("name")))
    if not name:
        raise Refusal("Enter the forum's name first.")
    rest = described(values, FORUM, "name", "kind")
    kind = described(values, FORUM).get("kind") or ForumKind.OTHER
    return Change(f"Add {name}", partners.add_forum, (name, kind, rest), name)


def removing_forums(rows: Sequence[ForumRow]) -> Change:
    """Return the deletion of forums with their seats and votes."""
    return deletion(rows, rows[0].name, "forum", partners.remove_forums)


def of_seat(key: str) -> Ask:
    """Return the change of one of a seat's fields."""
    return changing(partners.set_seat, lambda row: row.partner)(*SEAT[key])


def removing_seats(rows: Sequence[SeatRow]) -> Change:
    """Return the taking back of seats."""
    return deletion(rows, f"the seat of {rows[0].partner}", "seat", partners.remove_seats)


def of_charge(key: str) -> Ask:
    """Return the change of one of a subject's fields."""
    return changing(partners.set_charge, lambda row: row.subject)(*CHARGE[key])


def adding_charge(values: Mapping[str, Value]) -> Change:
    """Return the new subject that was typed.

    Raises:
        Refusal: it is not named yet.
    """
    subject = str(values.get("subject") or "")
    if not subject:
        raise Refusal("Enter what is to be answered for first, such as Safety of patients.")
    rest = described(values, CHARGE, "subject")
    return Change(f"Add {subject}", partners.add_charge, (subject, rest), subject)


def removing_charges(rows: Sequence[ChargeRow]) -> Change:
    """Return the deletion of subjects."""
    return deletion(rows, rows[0].subject, "subject", partners.remove_charges)
