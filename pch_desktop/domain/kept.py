"""Plain values as text that is always the same for the same values, and back.

JSON with sorted keys and no spaces. There are no floats: a decimal is a
string without exponent or spare noughts.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Kept = TypeVar("Kept")


def kept(value: object) -> str:
    """Return a value as text; equal values give equal texts."""
    plain = _plain(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_as(kind: type[Kept], text: str) -> Kept:
    """Return the value of a kind that a text was made of.

    Raises:
        ValueError: the text is not one of that kind.
    """
    return cast("Kept", _meant(kind, json.loads(text, parse_float=Decimal)))


def _plain(value: Any) -> Any:
    match value:
        case Enum():
            return value.value
        case Decimal():
            return f"{value.normalize():f}" if value else "0"
        case tuple():
            return [_plain(each) for each in cast("tuple[Any, ...]", value)]
        case _ if is_dataclass(value):
            return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        case None | bool() | int() | str():
            return value
        case _:
            raise ValueError(f"{value!r} cannot be kept")


def _meant(kind: Any, plain: Any) -> Any:
    if get_origin(kind) in (Union, UnionType):
        chosen = next(each for each in get_args(kind) if each is not type(None))
        return None if plain is None else _meant(chosen, plain)
    if get_origin(kind) is tuple:
        return tuple(_meant(get_args(kind)[0], each) for each in plain)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return cast("Any", kind)(
            **{name: _meant(hints[name], each) for name, each in plain.items()}
        )
    if kind is Decimal or issubclass(kind, Enum):
        return kind(plain)
    if not isinstance(plain, kind):
        raise ValueError(f"{plain!r} is no {kind.__name__}")
    return plain
