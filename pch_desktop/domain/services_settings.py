"""Where a service is given: the ticks that are counted, and words of old read as ticks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pch_desktop.domain.refusal import Refusal
from pch_desktop.domain.services import Setting

ALSO = {
    "practices": Setting.PRACTICE,
    "surgery": Setting.PRACTICE,
    "surgeries": Setting.PRACTICE,
    "hubs": Setting.HUB,
    "hospital": Setting.COMMUNITY_HOSPITAL,
    "homes": Setting.HOME,
    "at home": Setting.HOME,
    "care homes": Setting.CARE_HOME,
    "venue": Setting.VENUE,
    "community venues": Setting.VENUE,
    "mobile": Setting.MOBILE_UNIT,
    "online": Setting.REMOTE,
    "phone": Setting.REMOTE,
    "telephone": Setting.REMOTE,
    "outreach": Setting.OUTREACH,
}
"""What else people call a setting."""
WORDS = {setting.value: setting for setting in Setting} | ALSO


def named(text: str | None) -> tuple[Setting, ...]:
    """Return the settings a text of old names; words that name none are passed over."""
    parts = (_plain(part) for part in re.split(r"[,;\n]|\band\b", text or ""))
    return in_order(WORDS[part] for part in parts if part in WORDS)


def told(text: str | None) -> tuple[Setting, ...]:
    """Return the settings that were typed, with semicolons between.

    Raises:
        Refusal: one of the words names none.
    """
    parts = [_plain(part) for part in re.split(r"[,;\n]", text or "") if part.strip()]
    strange = [part for part in parts if part not in WORDS]
    if strange:
        known = ", ".join(setting.value for setting in Setting)
        raise Refusal(f"“{strange[0]}” is no setting. Choose among: {known}.")
    return in_order(WORDS[part] for part in parts)


def in_order(settings: Iterable[Setting]) -> tuple[Setting, ...]:
    """Return settings each once, in the order they are offered."""
    found = set(settings)
    return tuple(setting for setting in Setting if setting in found)


def words(settings: Iterable[Setting]) -> str:
    """Return settings in words, with semicolons between: practice; home."""
    return "; ".join(setting.value for setting in in_order(settings))


def _plain(part: str) -> str:
    return " ".join(part.split()).casefold()
