"""The seal of an issued pack: whether it is still what was issued."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from hashlib import sha256
from typing import Any, cast

ERASED, SALT = "erased", "salt"
GROUP, GROUPS = 4, 3


class Seal(StrEnum):
    """What the fingerprint says of a kept copy."""

    WHOLE = "as issued"
    ERASED = "a name was erased since"
    BROKEN = "changed outside this program"


def canonical(facts: object) -> str:
    """Return facts as the one JSON text there is of them."""
    return json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(contents: str) -> str:
    """Return the SHA-256 of some contents, in hexadecimal."""
    return sha256(contents.encode("utf-8", "surrogatepass")).hexdigest()


def short(digest: str) -> str:
    """Return how a fingerprint is printed: its first twelve signs in groups of four."""
    return " ".join(digest[at * GROUP : (at + 1) * GROUP] for at in range(GROUPS)).strip()


def seal(contents: str, issued_as: str) -> Seal:
    """Return whether contents are still what was issued under a fingerprint."""
    if fingerprint(contents) == issued_as:
        return Seal.WHOLE
    try:
        facts: dict[str, Any] = dict(json.loads(contents))
    except (TypeError, ValueError):
        return Seal.BROKEN
    kept_as = facts.pop(ERASED, None)
    return Seal.ERASED if fingerprint(canonical(facts)) == kept_as else Seal.BROKEN


def without_names(contents: str, instead: Callable[[str], str]) -> str:
    """Return contents whose every text went through ``instead``.

    What nobody could guess is taken out, so that the fingerprint as issued cannot be tried
    against names.
    """
    facts: Any = json.loads(contents)
    facts.pop(ERASED, None)
    return canonical(_each_text(facts, instead) | {SALT: ""})


def noted(contents: str) -> str:
    """Return contents with their own fingerprint noted: they are no longer as issued."""
    return canonical({**json.loads(contents), ERASED: fingerprint(contents)})


def texts(facts: Any) -> Iterator[str]:
    """Yield every text within some facts of JSON."""
    if isinstance(facts, str):
        yield facts
    elif isinstance(facts, list):
        for each in cast("list[Any]", facts):
            yield from texts(each)
    elif isinstance(facts, dict):
        for each in cast("dict[str, Any]", facts).values():
            yield from texts(each)


def _each_text(facts: Any, instead: Callable[[str], str]) -> Any:
    if isinstance(facts, str):
        return instead(facts)
    if isinstance(facts, list):
        return [_each_text(each, instead) for each in cast("list[Any]", facts)]
    if isinstance(facts, dict):
        inside = cast("dict[str, Any]", facts)
        return {key: _each_text(each, instead) for key, each in inside.items()}
    return facts
