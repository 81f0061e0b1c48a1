"""What people of social prescribing are usually counted by, in plain words of our own.

The information standard for social prescribing has sets of terms for needs and
concerns, support offered and outcomes; these follow its parts and hold counts alone.
"""

from __future__ import annotations

from collections.abc import Mapping

from pch_desktop.domain.services import CountKind

USUAL: Mapping[CountKind, tuple[str, ...]] = {
    CountKind.SOURCE: (
        *("GP", "Practice nurse", "Care navigator", "Community team", "Social worker"),
        *("Hospital", "Voluntary organisation", "Self or family"),
    ),
    CountKind.NEED: (
        *("Loneliness", "Low mood or worry", "Money and benefits", "Housing", "Work and skills"),
        *("Physical activity", "Weight and diet", "Long-term condition", "Caring for somebody"),
        *("Bereavement", "Drink or drugs", "Abuse or safety"),
    ),
    CountKind.ONWARD: (
        *("Council service", "Advice agency", "Voluntary group", "Leisure centre", "College"),
    ),
    CountKind.CLOSED: (
        *("Plan completed", "Referred on", "Did not take it up", "Could not be reached"),
        *("Moved away", "Died", "Not suitable"),
    ),
}
"""The names people usually count by, offered until a locality has its own."""
