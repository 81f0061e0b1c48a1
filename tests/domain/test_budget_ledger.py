"""What entries of the ledger come to by themselves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pch_desktop.domain.budget import EntryKind
from pch_desktop.domain.budget_ledger import (
    TAKEN_BACK,
    Balance,
    Owing,
    balance,
    estimate_pence,
    held_pence,
)
from pch_desktop.domain.refusal import Refusal

PENCE = st.integers(-(10**12), 10**12)
OWED = st.builds(Owing, st.sampled_from(sorted(TAKEN_BACK)), PENCE, st.booleans())


def test_a_credit_note_and_a_prepayment_are_below_zero_whatever_sign_is_typed() -> None:
    for kind in (EntryKind.CREDIT, EntryKind.PREPAYMENT):
        assert held_pence(kind, 500) == held_pence(kind, -500) == -500
    assert held_pence(EntryKind.SPENDING, -500) == -500
    assert held_pence(EntryKind.ACCRUAL, 500) == 500


def test_an_accrual_below_zero_is_refused_with_what_says_it_better() -> None:
    with pytest.raises(Refusal, match="as a prepayment"):
        held_pence(EntryKind.ACCRUAL, -1)


def test_what_is_owed_and_what_is_due_are_told_apart() -> None:
    entries = [
        Owing(EntryKind.ACCRUAL, 910_000),
        Owing(EntryKind.PREPAYMENT, -30_000),
        Owing(EntryKind.ACCRUAL, 7_000, is_income=True),
        Owing(EntryKind.PREPAYMENT, -2_000, is_income=True),
    ]
    assert balance(entries) == Balance(912_000, 37_000)


@given(st.lists(OWED))
def test_what_is_taken_back_is_owed_no_more(entries: list[Owing]) -> None:
    back = [Owing(entry.kind, -entry.pence, entry.is_income) for entry in entries]
    assert balance([*entries, *back]) == Balance(0, 0)


def test_an_estimate_is_the_months_profile_at_the_latest_run_rate() -> None:
    budget = (100, 100, 100, 100, 200, *[100] * 7)
    actual = (999, 110, 110, 110, *[None] * 8)
    assert estimate_pence(budget, actual, 5) == 220
    assert estimate_pence(budget, (None, 110, None, *[None] * 9), 5) == 220
    assert estimate_pence(budget, (None,) * 12, 5) is None
    assert estimate_pence((0,) * 12, (10, 20, *[None] * 10), 3) == 15


@given(st.integers(0, 10**10), st.integers(1, 12))
def test_a_line_on_its_budget_is_estimated_on_its_budget(annual: int, months: int) -> None:
    budget = tuple(annual for _ in range(12))
    actual = (*budget[: months - 1], *[None] * (13 - months))
    assert estimate_pence(budget, actual, months) == (annual if months > 1 else None)
