"""Colours as those see them who do not tell green from red, and how far two stand apart."""

from __future__ import annotations

from math import dist

Three = tuple[float, float, float]

DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
"""Machado, Oliveira and Fernandes 2009, severity 1.0; for linear red, green and blue."""
WHITE = (0.95047, 1.0, 1.08883)
"""Daylight D65 in CIE XYZ."""


def apart(one: str, other: str) -> float:
    """Return how far two colours stand apart for such eyes, in CIE 1976 L*a*b*."""
    return dist(lab(seen(linear(one))), lab(seen(linear(other))))


def linear(colour: str) -> Three:
    """Return the light of a colour such as #005EB8, each part 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (_light(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return red, green, blue


def _light(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def seen(light: Three) -> Three:
    """Return the light as it is seen without the green cones."""
    red, green, blue = (_within(row, light) for row in DEUTERANOPIA)
    return red, green, blue


def _within(row: Three, light: Three) -> float:
    return min(1.0, max(0.0, sum(a * b for a, b in zip(row, light, strict=True))))


def lab(light: Three) -> Three:
    """Return lightness and the two axes of colour."""
    red, green, blue = light
    x, y, z = (
        _root(part / white)
        for part, white in zip(
            (
                0.4124 * red + 0.3576 * green + 0.1805 * blue,
                0.2126 * red + 0.7152 * green + 0.0722 * blue,
                0.0193 * red + 0.1192 * green + 0.9505 * blue,
            ),
            WHITE,
            strict=True,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116
