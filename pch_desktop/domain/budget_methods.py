"""Which way of looking ahead is usual for a line, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pch_desktop.domain.budget import ContractForm, Method, Profile

FIXED_SUMS: Mapping[ContractForm, str] = {
    ContractForm.BLOCK: "a block",
    ContractForm.CAPITATION: "a capitated sum",
    ContractForm.GRANT: "a grant",
}
"""What is paid whatever is done, so that what is left of the year costs its budget."""


@dataclass(frozen=True, slots=True)
class Usual:
    """The method proposed for a line, and the reason in words."""

    method: Method
    why: str


def usual_method(form: ContractForm | None, profile: Profile) -> Usual:
    """Return the method usual for a line that is paid and spread so (domain 4.5).

    Remaining budget where a fixed sum is paid, weighted by profile elsewhere.
    """
    if form is not None and form in FIXED_SUMS:
        return Usual(Method.REMAINING_BUDGET, f"{FIXED_SUMS[form]} is paid whatever is done")
    spread = "" if profile is Profile.EQUAL else f", and the year is spread {_spread(profile)}"
    paid = "its cost follows what is done" if form else "how it is paid for is not known"
    return Usual(Method.PROFILED, f"{paid}{spread}")


def _spread(profile: Profile) -> str:
    named = {Profile.CALENDAR_DAYS, Profile.WORKING_DAYS}
    return f"by {profile.value}" if profile in named else profile.value
