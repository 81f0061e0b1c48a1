"""How a service goes from an idea to its close, step by step, and what each step asks for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pch_desktop.domain.services import RUNNING
from pch_desktop.domain.services import ServiceStatus as Status

STEPS: Mapping[Status, tuple[Status, ...]] = {
    Status.IDEA: (Status.DESIGN, Status.CLOSED),
    Status.DESIGN: (Status.IDEA, Status.PILOT, Status.LIVE, Status.CLOSED),
    Status.PILOT: (Status.DESIGN, Status.LIVE, Status.PAUSED, Status.CLOSED),
    Status.LIVE: (Status.PAUSED, Status.CLOSED),
    Status.PAUSED: (Status.DESIGN, Status.PILOT, Status.LIVE, Status.CLOSED),
    Status.CLOSED: (Status.DESIGN,),
}
"""What a service may become next; a closed one begins again at its design."""


def step_refused(name: str, now: Status, then: Status, first_day: date | None) -> str:
    """Return why a service cannot take a step and what it can do; nothing where it can.

    One that begins to see people needs its first day.
    """
    if then is now:
        return ""
    if then not in STEPS[now]:
        ways = either(tuple(each.value for each in STEPS[now]))
        return f"“{name}” stands at “{now.value}”. From there it can only become {ways}."
    if then in RUNNING and first_day is None:
        return f"Enter the first day of “{name}” first; then it can become {then.value}."
    return ""


def either(words: tuple[str, ...]) -> str:
    """Return words as a choice: paused or closed; design, pilot, live or closed."""
    return " or ".join([*filter(None, [", ".join(words[:-1])]), *words[-1:]])


def oddity(status: Status, first_day: date | None, on: date) -> str:
    """Return what does not fit between a status and a first day, as at a day; else nothing."""
    if status in RUNNING and first_day is not None and first_day > on:
        return "runs before its first day"
    is_coming = status in {Status.IDEA, Status.DESIGN}
    if is_coming and first_day is not None and first_day <= on:
        return f"was to begin and still stands at “{status.value}”"
    return ""
