"""A pack as its readers may see it: inside, before the board, or in public.

Inside nothing is rounded and nothing leaves; the board reads all figures as they
are; in public counts of people are hidden or rounded. Names of people stand only
where somebody ticked them, and in public never.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pch_desktop.domain.board_pack import Audience
from pch_desktop.domain.disclosure import THRESHOLD
from pch_desktop.exports.board import NAMING, Pack, Picture
from pch_desktop.exports.public_copy import public_copy
from pch_desktop.reports.unnamed import unnamed
from pch_desktop.store.spelling import Cleaned, cleaner

NAMES_NOTE = "Names of people are left out of this copy; a person is called by a number."


def for_audience(
    pack: Pack,
    audience: Audience,
    called: Mapping[str, str],
    *,
    with_names: bool = False,
    threshold: int = THRESHOLD,
) -> Pack:
    """Return a pack as an audience may see it.

    Args:
        pack: as it was gathered, with all that it shows.
        audience: who is to read it.
        called: every name the file holds, and what stands in its place
            (``store.names_held``).
        with_names: whether somebody asked for names; the public never gets them.
        threshold: the most people a count may be of and still be hidden in public.
    """
    found = replace(pack, audience=audience)
    if audience is Audience.PUBLIC:
        return public_copy(_nameless(found, cleaner(called)), threshold)
    return found if with_names else _nameless(found, cleaner(called))


def _nameless(pack: Pack, cleaned: Cleaned) -> Pack:
    """Return a pack that names nobody: no column of names, none in words, pictures or logo."""
    logo = pack.logo
    return replace(
        pack,
        front=tuple(unnamed(table, cleaned) for table in pack.front),
        summary=unnamed(pack.summary, cleaned),
        since=tuple(unnamed(table, cleaned) for table in pack.since),
        sections=tuple(unnamed(table, cleaned) for table in pack.sections),
        appendices=tuple(unnamed(table, cleaned) for table in pack.appendices),
        quality=unnamed(pack.quality, cleaned),
        definitions=unnamed(pack.definitions, cleaned),
        cover=tuple(_cover(pack, cleaned)),
        attention=tuple(cleaned(words) for words in pack.attention),
        pictures=tuple(each for each in pack.pictures if _names_nobody(each, cleaned)),
        logo=None if logo is None else replace(logo, alt_text=cleaned(logo.alt_text)),
    )


def _cover(pack: Pack, cleaned: Cleaned) -> Iterator[tuple[str, str]]:
    """Yield the cover's rows; who prepared it was typed for it, and is not told in public."""
    for name, words in pack.cover:
        if name not in NAMING:
            yield name, cleaned(words)
        elif pack.audience is not Audience.PUBLIC:
            yield name, words


def _names_nobody(picture: Picture, cleaned: Cleaned) -> bool:
    """Return whether no name stands in a picture, whose own words cannot be put right."""
    words = (picture.finding, picture.alt_text, picture.svg.decode("utf-8", "replace"))
    return all(cleaned(each) == each for each in words)
