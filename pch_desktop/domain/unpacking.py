"""Whether what is packed in a file may be unpacked, by what it says of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from pch_desktop.domain.refusal import Refusal

MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 100
MOST_PARTS = 2_000
SMALL = 1024 * 1024
"""Below this a part may be packed as tightly as it likes: it can do no harm."""


def refuse_bombs(name: str, sizes: Sequence[int], packed: int, what: str = "a workbook") -> None:
    """Refuse a file that would unpack to far more than its kind needs.

    Args:
        name: what the file is called.
        sizes: how many bytes each part unpacks to.
        packed: how many bytes the file has.
        what: what the file is taken for.

    Raises:
        Refusal: it has too many parts, or they are too large.
    """
    unpacked = sum(sizes)
    tight = unpacked > SMALL and unpacked > MOST_RATIO * max(packed, 1)
    if unpacked > MOST_UNPACKED or len(sizes) > MOST_PARTS or tight:
        raise Refusal(
            f"“{name}” would unpack to {unpacked // (1024 * 1024):,} MB in {len(sizes):,} parts, "
            f"far more than {what} needs. Nothing was read."
        )
