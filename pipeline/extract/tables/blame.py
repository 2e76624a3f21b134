"""Which cell is at fault where one slip breaks several checks: a misprinted budget breaks its column's sum and its row's variance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.extract.tables.finding import Finding, shown
from pipeline.extract.tables.sheet import Value

Cell = tuple[int, int]


def blamed(found: Sequence[Finding]) -> list[Finding]:
    """The findings, with one for the common cell in place of a failing sum and a failing variance that one other value would mend."""
    mended: list[Finding] = []
    gone: set[int] = set()
    for total in (one for one in found if one.kind == "sum"):
        gone |= {id(one) for one in found if one.kind == "variance" and _holds(one, total.value) and _agrees(total, one)}
        for cell in total.terms:
            other = next((one for one in found if one.kind == "variance" and _holds(one, cell) and _agree(total, one, cell)), None)
            if other and id(total) not in gone:
                value = cell.number + total.value.number - total.number
                told = f"with {shown(value, cell)} the total {total.value.printed} and the variance {other.value.printed} come out"
                mended.append(Finding("sum", cell, shown(value, cell), told, number=value))
                gone |= {id(total), id(other)}
    return [*mended, *(one for one in found if id(one) not in gone)]


def _holds(one: Finding, cell: Value) -> bool:
    return any((term.row, term.column) == (cell.row, cell.column) for term in one.terms)


def _agrees(total: Finding, variance: Finding) -> bool:
    """Whether the total that the sum asks for makes the variance right as well: the total alone is at fault."""
    slack = 0.5 * (variance.value.ulp + sum(term.ulp for term in (*total.terms, *variance.terms)))
    return any(abs(total.number - value) <= slack for value in _asked(variance, total.value))


def _agree(total: Finding, variance: Finding, cell: Value) -> bool:
    """Whether both ask for the same value of the cell; the variance may be taken either way round."""
    asked = cell.number + total.value.number - total.number
    slack = 0.5 * (total.value.ulp + variance.value.ulp + sum(term.ulp for term in (*total.terms, *variance.terms)))
    return any(abs(asked - value) <= slack for value in _asked(variance, cell))


def _asked(variance: Finding, cell: Value) -> Iterator[float]:
    """What the cell would have to be for its row's variance, in either convention of the sign."""
    others = [term.number for term in variance.terms if (term.row, term.column) != (cell.row, cell.column)]
    if len(others) == 1:
        yield from (others[0] + variance.value.number, others[0] - variance.value.number)
