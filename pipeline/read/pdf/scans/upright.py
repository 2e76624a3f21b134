"""Pictures of pages set upright and straight before their words are recognised."""

from __future__ import annotations

from typing import Any

DARK = 128
BLANK = 0.0005
"""A page with a smaller share of dark points is blank."""
SMALL = 700
"""Points across of the copy on which angles are tried."""
WIDEST = 8
"""Degrees by which a page may lie askew."""
COARSE, FINE = 0.5, 0.25
"""Steps in degrees: over all angles, then beside the best of them."""
WORTH = 0.2
"""Smaller angles are left alone."""
SIDEWAYS = 1.3
"""Set straight, lines of text make the rows of an upright page more uneven than its columns; by this factor the other way it lies
on its side."""


def is_blank(image: Any) -> bool:
    """`image` is a grey picture (Pillow)."""
    return bool(_dark(image).mean() < BLANK)


def looks_sideways(image: Any) -> bool:
    """Whether lines of text run up the page, however askew it lies."""
    small = _small(image)
    return _straightest(small.rotate(90, expand=True))[1] > SIDEWAYS * _straightest(small)[1]


def deskewed(image: Any) -> tuple[Any, float]:
    """The picture turned straight, and the degrees anticlockwise by which it was turned."""
    best, _ = _straightest(_small(image))
    if abs(best) < WORTH:
        return image, 0.0
    return image.rotate(best, fillcolor=255, resample=2), best


def _straightest(small: Any) -> tuple[float, float]:
    """The angle at which lines lie most level, of equals the smallest, and how uneven the rows then are."""
    steps = round(WIDEST / COARSE)
    coarse = _best(small, [i * COARSE for i in range(-steps, steps + 1)])
    fine = _best(small, [coarse - FINE, coarse, coarse + FINE])
    return fine, _level(small, fine)


def _best(small: Any, angles: list[float]) -> float:
    return max(angles, key=lambda angle: (_level(small, angle), -abs(angle)))


def _level(small: Any, angle: float) -> float:
    """How uneven the rows are when the picture is turned by an angle."""
    return _unevenness(_dark(small.rotate(angle, fillcolor=255)).sum(axis=1))


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
