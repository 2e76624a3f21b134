"""Pictures of pages set upright and straight before their words are recognised."""

from __future__ import annotations

from typing import Any

DARK = 128
BLANK = 0.0005
"""A page with a smaller share of dark points is blank."""
SMALL = 700
"""Points across of the copy on which angles are tried."""
WIDEST = 3.0
STEP = 0.25
"""Angles tried, in degrees."""
WORTH = 0.2
"""Smaller angles are left alone."""
SIDEWAYS = 1.6
"""Lines of text make the rows of an upright page more uneven than its columns; by this factor the other way it lies on its side."""


def is_blank(image: Any) -> bool:
    """`image` is a grey picture (Pillow)."""
    return bool(_dark(image).mean() < BLANK)


def looks_sideways(image: Any) -> bool:
    dark = _dark(_small(image))
    return bool(_unevenness(dark.sum(axis=0)) > SIDEWAYS * _unevenness(dark.sum(axis=1)))


def deskewed(image: Any) -> tuple[Any, float]:
    """The picture turned straight, and the degrees anticlockwise by which it was turned."""
    small = _small(image)
    angles = [i * STEP for i in range(round(-WIDEST / STEP), round(WIDEST / STEP) + 1)]
    best = max(angles, key=lambda angle: (_unevenness(_dark(small.rotate(angle, fillcolor=255)).sum(axis=1)), -abs(angle)))
    if abs(best) < WORTH:
        return image, 0.0
    return image.rotate(best, fillcolor=255, resample=2), best


def _small(image: Any) -> Any:
    copy = image.copy()
    copy.thumbnail((SMALL, SMALL))
    return copy


def _dark(image: Any) -> Any:
    import numpy

    return numpy.asarray(image) < DARK


def _unevenness(sums: Any) -> float:
    """How much neighbouring rows differ: high where lines of text and the white between them lie level."""
    import numpy

    steps = numpy.diff(sums.astype(float))
    return float((steps**2).sum())
