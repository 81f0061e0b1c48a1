"""PDFs read back: their pages' words, their tags, what their pictures say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject

Tag = DictionaryObject


def words(path: Path) -> list[str]:
    """Return the words of each page, spaces and line ends as one space."""
    return [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]


def root(path: Path) -> Any:
    """Return what a PDF's document is made of."""
    return PdfReader(path).trailer["/Root"]


def tags(path: Path) -> Iterator[Tag]:
    """Return every element of a PDF's structure, in reading order."""
    todo: list[Any] = [root(path)["/StructTreeRoot"]]
    while todo:
        element: Any = todo.pop().get_object()
        if isinstance(element, list):
            todo.extend(reversed(cast("list[Any]", element)))
        elif isinstance(element, DictionaryObject):
            if "/S" in element:
                yield element
            if "/K" in element:
                todo.append(element["/K"])


def starts(path: Path) -> dict[str, int]:
    """Return at which page, from nought, each bookmark leads."""
    reader = PdfReader(path)
    marks = [mark for mark in reader.outline if not isinstance(mark, list)]
    return {str(mark.title): reader.get_destination_page_number(mark) or 0 for mark in marks}


def fonts(page: PageObject) -> list[Any]:
    """Return the fonts of a page."""
    resources: Any = page["/Resources"]
    return [font.get_object() for font in resources.get("/Font", {}).values()]


def metadata(path: Path) -> str:
    """Return a PDF's own description of itself, as XML."""
    return root(path)["/Metadata"].get_object().get_data().decode()
