"""Where the places of a secretary's own document stand: content controls and bookmarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pch_desktop.domain.refusal import Refusal
from pch_desktop.exports.package import Package
from pch_desktop.exports.scan import Element, elements
from pch_desktop.exports.template_names import is_ours

WANTED = frozenset({
    *("p", "r", "t", "sdt", "sdtPr", "sdtContent", "tag", "showingPlcHdr", "dataBinding"),
    *("rStyle", "bookmarkStart", "bookmarkEnd", "br", "tab"),
})  # fmt: skip
NAMED = frozenset({"tag", "bookmarkStart"})
TEXTS = ("document", "header", "footer", "footnotes", "endnotes")
"""How the names of the parts begin that hold text."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a document: its name, the texts in it, and where a text may be put in it."""

    name: str
    start: int
    end: int
    texts: tuple[Element, ...]
    opening: Element | None
    """What a run is put into where there is no text: a paragraph's part."""
    gone: tuple[Element, ...] = ()
    """What says that its text is only a prompt."""


def spots(package: Package) -> dict[str, list[Spot]]:
    """Return the places of each part of a document that are for us, in their order.

    Raises:
        Refusal: two stand in one another, or one shows what stands elsewhere.
    """
    found: dict[str, list[Spot]] = {}
    for part, xml in package.parts.items():
        name = part.rpartition("/")[2]
        if part == package.main or (part.startswith("word/") and name.startswith(TEXTS)):
            if not name.endswith(".xml"):
                continue
            placed = list(_spots(elements(package.name, xml, lambda each, _: each in WANTED)))
            _refuse_nested(placed)
            found[part] = placed
    return {part: placed for part, placed in found.items() if placed}


def other_spots(package: Package) -> list[str]:
    """Return the places of a document that are not for us: tags of its controls, bookmarks."""
    found = elements(package.name, package.parts[package.main], lambda each, _: each in NAMED)
    names = [each.said.get("w:val") or each.said.get("w:name", "") for each in found]
    return [name for name in names if name and not is_ours(name) and not name.startswith("_")]


def _spots(found: list[Element]) -> Iterator[Spot]:
    ends = [each for each in found if each.name == "bookmarkEnd"]
    for each in found:
        if each.name == "sdt":
            yield from _control(found, each)
        elif each.name == "bookmarkStart" and is_ours(each.said.get("w:name", "")):
            later = (end for end in ends if end.start >= each.end)
            own = [end for end in later if end.said.get("w:id") == each.said.get("w:id")]
            if own:
                yield _between(found, each, own[0])


def _control(found: list[Element], control: Element) -> Iterator[Spot]:
    """Yield a content control whose tag is for us."""
    own = [each for each in found if each.within is not None and _of(each, control)]
    name = next((each.said.get("w:val", "") for each in own if each.name == "tag"), "")
    if not is_ours(name):
        return
    if any(each.name == "dataBinding" for each in own):
        raise Refusal(f"{name} shows a property of the document, not a text of its own. "
                      "Put a plain content control in its place.")  # fmt: skip
    content = next(each for each in own if each.name == "sdtContent")
    inside = [each for each in found if content.inner <= each.start < content.inner_end]
    prompts = [each for each in own if each.name == "showingPlcHdr"]
    styles = [each for each in inside if each.name == "rStyle"] if prompts else []
    opening = next((each for each in inside if each.name == "p"), content)
    yield Spot(name, control.start, control.end, _texts(inside), opening, (*prompts, *styles))


def _between(found: list[Element], start: Element, end: Element) -> Spot:
    """Return a bookmark: what stands between its beginning and its end."""
    inside = [each for each in found if start.end <= each.start < end.start]
    is_in_line = start.within is not None and start.within.name == "p"
    opening = start if is_in_line else None
    return Spot(start.said["w:name"], start.start, end.end, _texts(inside), opening)


def _texts(inside: list[Element]) -> tuple[Element, ...]:
    """Return what stands in runs: words, tabs and the ends of lines, not those of pages."""
    return tuple(
        each
        for each in inside
        if each.tag in {"w:t", "w:br", "w:tab"}
        and "w:type" not in each.said
        and each.within is not None
        and each.within.name == "r"
    )


def _of(each: Element, control: Element) -> bool:
    """Return whether an element belongs to a content control itself, not to one inside it."""
    within = each.within
    return within is control or (
        within is not None and within.name == "sdtPr" and within.within is control
    )


def _refuse_nested(placed: list[Spot]) -> None:
    for before, after in pairwise(placed):
        if after.start < before.end:
            raise Refusal(f"{after.name} stands within {before.name}. Let each stand by itself.")
