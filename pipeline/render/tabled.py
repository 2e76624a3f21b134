"""One table as rows of its own: cells as printed, each row with the page that it stands on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

PAGE = "page of the paper"


def headed(made: Mapping[str, Any]) -> list[str]:
    """The heads of all columns, the labels' first; every row is as long. `made` has the fields of a table's fact."""
    widest = max((len(line["cells"]) for line in made["rows"]), default=0)
    columns = [*made["columns"], *[""] * (widest - len(made["columns"]))]
    return [made["label_column"] or "", *columns]


def lines(made: Mapping[str, Any]) -> list[list[Any]]:
    """Label, cells, page of each row, as many as there are heads and one."""
    width = len(headed(made)) - 1
    return [[line["label"], *line["cells"], *[""] * (width - len(line["cells"])), line.get("page")] for line in made["rows"]]


def named(made: Mapping[str, Any]) -> list[str]:
    """A name for each head, none blank; the last is the page's."""
    return [*(name or f"column {at}" for at, name in enumerate(headed(made), 1)), PAGE]


def rows(made: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows by names that are told apart where a head stands twice."""
    names = named(made)
    unique = [f"{one} ({at})" if names.index(one) != at else one for at, one in enumerate(names)]
    return [dict(zip(unique, line, strict=True)) for line in lines(made)]
