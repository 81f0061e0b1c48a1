"""Changing the register of moved services; a saving counts only once it is agreed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.budget import Profile
from pch_desktop.domain.period import FinancialYear
from pch_desktop.domain.refusal import Refusal
from pch_desktop.models.budget import BudgetMonth
from pch_desktop.models.budget_plan import BudgetAdjustment
from pch_desktop.models.budget_registers import MovedService
from pch_desktop.store.budget.kept import MOST_PENCE, keep
from pch_desktop.store.budget.moved import figures_of
from pch_desktop.store.budget.years import open_line
from pch_desktop.store.records import found, remove

MOVED_FIELDS: Mapping[str, str] = {
    "name": "what was moved",
    "service": "the service",
    "provider": "the partner that loses the activity",
    "from_line": "the line the tariff leaves",
    "to_line": "the line that pays now",
    "contacts_moved": "the contacts moved",
    "hospital_price_pence": "the hospital's price",
    "still_paid_share": "the part of the tariff still paid",
    "community_cost_pence": "the cost in the community",
    "one_off_cost_pence": "the one-off cost",
    "provider_sheds_pence": "the cost the provider can shed",
    "is_agreed": "whether the commissioner has agreed",
    "agreed_on": "the day it was agreed",
    "transitional_until": "until when paying twice was agreed",
    "minute_reference": "where it is minuted",
    "note": "a note",
}
"""What may be put into a moved service, in the words of a sentence that asks for it."""
Sum = tuple[int, int]
"""A line's id, and what is added to its budget in pence."""


def add_moved(
    session: Session, year: FinancialYear, name: str, fields: Mapping[str, object]
) -> int:
    """Add a moved service to a year's register, with its ``MOVED_FIELDS``; return its id."""
    service = MovedService(year=year)
    keep(session, service, "name", name, (year, MOVED_FIELDS["name"]))
    session.add(service)
    session.flush()
    for field, value in fields.items():
        set_moved(session, service.id, field, value)
    return service.id


def set_moved(session: Session, moved_id: int, field: str, value: object) -> None:
    """Put a value into one of a moved service's ``MOVED_FIELDS``.

    What is counted of it in the budget changes with it, and goes where the
    agreement is taken back or the saving is not known any more.

    Raises:
        Refusal: the value does not fit, or what is counted stands in an approved version.
    """
    service = found(session, MovedService, moved_id)
    keep(session, service, field, value, (service.year, MOVED_FIELDS[field]))
    if not service.is_agreed and field == "is_agreed":
        service.agreed_on = None
    if (figures_of(service).gross_pence or 0) >= MOST_PENCE:
        raise Refusal("The tariff moved comes to £10,000bn or more. Enter fewer contacts.")
    _count_anew(session, service)


def remove_moved(session: Session, moved_ids: Collection[int]) -> None:
    """Delete moved services, and what is counted of them.

    Raises:
        Refusal: it is counted in an approved version.
    """
    for moved_id in moved_ids:
        _may_adjust(session, (kept.line_id for kept in _kept(session, moved_id)))
    remove(session, MovedService, moved_ids, "moved services")


def count_saving(session: Session, moved_id: int) -> None:
    """Make a moved service's saving part of the budget.

    What is released leaves the line that paid the tariff, and the cost in the
    community joins the line that pays now.

    Raises:
        Refusal: the commissioner has not agreed, something is not told yet, or
            the version is approved.
    """
    service = found(session, MovedService, moved_id)
    if not service.is_agreed:
        raise Refusal(
            f"“{service.name}” does not count as a saving until the commissioner has agreed. "
            "Set “Agreed” to Yes once they have."
        )
    if _kept(session, moved_id):
        raise Refusal(f"“{service.name}” is counted in the budget already.")
    missing = _missing(service)
    if missing:
        raise Refusal(f"Enter {missing} of “{service.name}” first; then its saving can count.")
    _put(session, service, _sums(service))


def leave_out_saving(session: Session, moved_id: int) -> None:
    """Take a moved service's saving out of the budget again.

    Raises:
        Refusal: it is not counted, or it is counted in an approved version.
    """
    service = found(session, MovedService, moved_id)
    kept = _kept(session, moved_id)
    if not kept:
        raise Refusal(f"“{service.name}” is not counted in the budget.")
    _put(session, service, ())


def _count_anew(session: Session, service: MovedService) -> None:
    """Let what is counted be what the register says now; nothing where it says nothing."""
    kept = _kept(session, service.id)
    if not kept:
        return
    counts = service.is_agreed and not _missing(service)
    sums = _sums(service) if counts else ()
    stand = [(each.line_id, each.amount_pence) for each in kept]
    if list(sums) != stand or any(each.approved_on != service.agreed_on for each in kept):
        _put(session, service, sums)
    else:
        _describe(service, kept)


def _put(session: Session, service: MovedService, sums: Sequence[Sum]) -> None:
    kept = _kept(session, service.id)
    _may_adjust(session, [each.line_id for each in kept] + [line_id for line_id, _ in sums])
    for each in kept:
        session.delete(each)
    made = [
        BudgetAdjustment(line_id=line_id, amount_pence=pence, moved_service_id=service.id)
        for line_id, pence in sums
    ]
    _describe(service, made)
    session.add_all(made)
    session.flush()


def _describe(service: MovedService, adjustments: Iterable[BudgetAdjustment]) -> None:
    for each in adjustments:
        each.words = f"Moved from hospital: {service.name}"
        each.approved_on = service.agreed_on
        each.minute_reference = service.minute_reference


def _sums(service: MovedService) -> tuple[Sum, ...]:
    """Return what counting would add to which lines; what is missing was asked for before."""
    moved = figures_of(service)
    released = (service.from_line_id or 0, -(moved.released_pence or 0))
    if service.to_line_id is None or not moved.community_cost_pence:
        return (released,)
    return (released, (service.to_line_id, moved.community_cost_pence))


def _missing(service: MovedService) -> str:
    """Return what must be told before a saving can count, in words; nothing where all is."""
    wanted = ["contacts_moved", "hospital_price_pence", "still_paid_share", "community_cost_pence"]
    blank = [MOVED_FIELDS[field] for field in wanted if getattr(service, field) is None]
    if service.from_line_id is None:
        blank.append(MOVED_FIELDS["from_line"])
    if service.to_line_id is None and service.community_cost_pence != 0:
        blank.append(MOVED_FIELDS["to_line"])
    if service.agreed_on is None:
        blank.append(MOVED_FIELDS["agreed_on"])
    return " and ".join([", ".join(blank[:-1]), blank[-1]] if len(blank) > 1 else blank)


def _kept(session: Session, moved_id: int) -> Sequence[BudgetAdjustment]:
    query = select(BudgetAdjustment).where(BudgetAdjustment.moved_service_id == moved_id)
    return session.scalars(query.order_by(BudgetAdjustment.id)).all()


def _may_adjust(session: Session, line_ids: Iterable[int]) -> None:
    """Refuse lines whose budget a change of service cannot reach."""
    for line_id in dict.fromkeys(line_ids):
        line = open_line(session, line_id)
        by_hand = select(BudgetMonth.id).where(BudgetMonth.line_id == line_id).limit(1)
        if line.profile is Profile.MANUAL and session.scalar(by_hand) is not None:
            raise Refusal(
                f"The months of “{line.name}” are set by hand, so that no saving reaches them. "
                "Choose another spread for the line first."
            )
