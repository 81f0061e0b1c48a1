"""How the locality counts its workforce: choices of its own that its figures depend on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.suppression import LEAST_SHOWN
from pch_desktop.domain.workforce import SESSION_MINUTES
from pch_desktop.domain.workforce_measures import RETIREMENT_AGE
from pch_desktop.models.locality import Setting
from pch_desktop.store.locality import set_setting

BEGINNING = "workforce_"
"""What the keys of these settings begin with, so that they stand together."""
LIMITS: Mapping[str, tuple[int, int, str]] = {
    "session_minutes": (60, 480, "Enter the minutes of a GP session from 60 to 480, such as 250."),
    "retirement_age": (40, 80, "Enter an age from 40 to 80, such as 55."),
    "least_shown": (1, 50, "Enter how many people a group must have to be shown, from 1 to 50."),
}
"""By field: the least, the most, and what is accepted."""
RULE_FIELDS: Mapping[str, str] = {
    "session_minutes": "length of a GP session",
    "retirement_age": "age of retirement risk",
    "least_shown": "least group shown",
    "counts_all_gps": "whether GP WTE counts trainees and locums",
}


@dataclass(frozen=True, slots=True)
class WorkforceRules:
    """How the workforce is counted here."""

    session_minutes: int = SESSION_MINUTES
    retirement_age: int = RETIREMENT_AGE
    least_shown: int = LEAST_SHOWN
    """The fewest people of a group whose ages and sickness are shown."""
    counts_all_gps: bool = False
    """Whether GP WTE counts those in training and locums, too."""

    @property
    def id(self) -> int:
        """There is one of them."""
        return 1


def rules(session: Session) -> WorkforceRules:
    """Return how the workforce is counted here; what nobody has chosen is as usual."""
    query = select(Setting.key, Setting.value).where(Setting.key.startswith(BEGINNING))
    chosen: dict[str, str] = {
        key.removeprefix(BEGINNING): value for key, value in session.execute(query)
    }
    usual = WorkforceRules()
    return WorkforceRules(
        int(chosen.get("session_minutes", usual.session_minutes)),
        int(chosen.get("retirement_age", usual.retirement_age)),
        int(chosen.get("least_shown", usual.least_shown)),
        counts_all_gps=chosen.get("counts_all_gps") == "yes",
    )


def set_rule(session: Session, field: str, value: object) -> None:
    """Choose one of the ``RULE_FIELDS``; a blank goes back to what is usual.

    A value is a whole number, or yes or no.

    Raises:
        Refusal: it is out of the range.
    """
    usual = getattr(WorkforceRules(), field)
    kept = usual if value is None else value
    if field in LIMITS:
        set_setting(session, BEGINNING + field, str(_within(field, kept)))
    else:
        set_setting(session, BEGINNING + field, "yes" if kept else "no")


def _within(field: str, value: object) -> int:
    least, most, sentence = LIMITS[field]
    if not isinstance(value, int) or not least <= value <= most:
        raise Refusal(sentence)
    return value
