"""Straight rules in the picture of a page: what ruled tables of scans are drawn with."""

from __future__ import annotations

from typing import Any

from pipeline.read.pdf.ink import Rule

LONGEST_LETTER = 60
"""Points (of 200 an inch) that dark lines within letters do not reach."""
THICKEST = 12
HALF = 4
"""Half the thickness of what is painted over a rule."""
DARK = 140


def rules(image: Any, scale: float) -> tuple[Rule, ...]:
    """Level and upright rules in layout space; `image` is a grey picture (Pillow), `scale` points of layout space a picture point."""
    levels, uprights = _both(image)
    height = image.size[1]
    level = [Rule(x0 * scale, (height - y) * scale, x1 * scale, (height - y) * scale) for y, x0, x1 in levels]
    upright = [Rule(x * scale, (height - y1) * scale, x * scale, (height - y0) * scale) for x, y0, y1 in uprights]
    return (*level, *upright)


def without_rules(image: Any) -> Any:
    """The picture with its rules painted white: engines lose words that stand in ruled cells."""
    levels, uprights = _both(image)
    if not (levels and uprights):
        return image
    from PIL import ImageDraw

    clean = image.copy()
    pen = ImageDraw.Draw(clean)
    for y, x0, x1 in levels:
        pen.rectangle((x0 - HALF, y - HALF, x1 + HALF, y + HALF), fill=255)
    for x, y0, y1 in uprights:
        pen.rectangle((x - HALF, y0 - HALF, x + HALF, y1 + HALF), fill=255)
    return clean


def _both(image: Any) -> tuple[list[tuple[float, int, int]], list[tuple[float, int, int]]]:
    import numpy

    dark = numpy.asarray(image) < DARK
    return _lines(dark), _lines(dark.T)


def _lines(dark: Any) -> list[tuple[float, int, int]]:
    """Rows (middle), first and last column of each line that is long and thin."""
    import numpy

    runs: list[tuple[int, int, int]] = []
    sums = numpy.zeros((dark.shape[0], dark.shape[1] + 1), dtype=numpy.int32)
    numpy.cumsum(dark, axis=1, out=sums[:, 1:])
    full = sums[:, LONGEST_LETTER:] - sums[:, :-LONGEST_LETTER] == LONGEST_LETTER
    for y in numpy.flatnonzero(full.any(axis=1)):
        edges = numpy.flatnonzero(numpy.diff(numpy.concatenate(([0], full[y].astype(numpy.int8), [0]))))
        runs += [(int(y), int(start), int(end) + LONGEST_LETTER - 1) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    return _thin(runs)


def _thin(runs: list[tuple[int, int, int]]) -> list[tuple[float, int, int]]:
    """Runs of neighbouring rows as one line each; those too thick are pictures."""
    open_lines: list[list[int]] = []
    found: list[tuple[float, int, int]] = []
    for y, start, end in sorted(runs):
        found += [_line(line) for line in open_lines if line[1] < y - 2 and line[1] - line[0] < THICKEST]
        open_lines = [line for line in open_lines if line[1] >= y - 2]
        home = next((line for line in open_lines if line[2] <= end and start <= line[3]), None)
        if home is None:
            open_lines.append([y, y, start, end])
        else:
            home[1], home[2], home[3] = y, min(home[2], start), max(home[3], end)
    return found + [_line(line) for line in open_lines if line[1] - line[0] < THICKEST]


def _line(line: list[int]) -> tuple[float, int, int]:
    return (line[0] + line[1]) / 2, line[2], line[3]
