"""The locality's own picture: what may be one, and what of a file is kept of it."""

from __future__ import annotations

from dataclasses import dataclass

from pch_desktop.domain.logo_parts import Broken, clean_jpeg, clean_png
from pch_desktop.domain.refusal import Refusal

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
MOST_BYTES = 1_000_000
LEAST_PIXELS, MOST_PIXELS = 16, 4_000
LEAST_WORDS, MOST_WORDS = 5, 200


@dataclass(frozen=True, slots=True)
class LogoFacts:
    """A picture that may be the logo, without what was told in it of camera, place or person."""

    kind: str
    """png or jpeg."""
    wide: int
    """Pixels across."""
    high: int
    content: bytes


def read_logo(content: bytes) -> LogoFacts:
    """Return a picture as it is kept: only what is needed to draw it.

    Raises:
        Refusal: it is no PNG or JPEG, is damaged, or is too large or too small.
    """
    if len(content) > MOST_BYTES:
        raise Refusal("The picture is larger than 1 MB. Save it smaller, at most 1 MB.")
    try:
        facts = _facts(content)
    except Broken as error:
        raise Refusal("The picture is damaged. Save it again as PNG or JPEG.") from error
    if not all(LEAST_PIXELS <= side <= MOST_PIXELS for side in (facts.wide, facts.high)):
        raise Refusal(
            f"The picture has {facts.wide:,} by {facts.high:,} pixels. "
            f"Each side must have {LEAST_PIXELS} to {MOST_PIXELS:,}."
        )
    return facts


def read_words(words: str | None) -> str:
    """Return the words for those who do not see the logo, without blanks around them.

    Raises:
        Refusal: they are missing, too short or too long.
    """
    plain = " ".join((words or "").split())
    if not LEAST_WORDS <= len(plain) <= MOST_WORDS:
        raise Refusal(
            f"Say in {LEAST_WORDS} to {MOST_WORDS} characters what the logo shows, "
            "for those who do not see it: Logo of Marsh Valley Primary Care Home."
        )
    return plain


def _facts(content: bytes) -> LogoFacts:
    if content.startswith(PNG):
        wide, high, clean = clean_png(content)
        return LogoFacts("png", wide, high, PNG + clean)
    if content.startswith(JPEG):
        return LogoFacts("jpeg", *clean_jpeg(content))
    raise Refusal("The logo must be a picture in PNG or JPEG. Save it so and choose it again.")
