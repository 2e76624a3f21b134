"""Numbers that only their company tells from codes and quantities: "283 Apologies, 284 Minutes, 285 ...", "AC1, AC2, AC3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.structure import Part
from pipeline.split.numbering import Numbering
from pipeline.split.units import Unit

LINE = re.compile(r"(?P<number>(?P<letters>[A-Z]{0,5})(?P<value>\d{1,4}))(?P<close>[.:]?)\s+(?=[A-Z][A-Za-z])")
KINDS = ("minutes", "agenda")
FEWEST = 3
"""So many lines whose numbers rise by one are the items of a meeting."""


def with_runs(units: Sequence[Unit], parts: Sequence[Part]) -> list[Unit]:
    """The units; those of minutes and agendas that open with consecutive numbers of one form bear them as their numbers."""
    lines: dict[tuple[int, str], list[tuple[int, re.Match[str]]]] = {}
    for i, unit in enumerate(units):
        bare = unit.block.kind != "table" and not (unit.lead.number or unit.lead.marker or unit.lead.dash)
        match = LINE.match(unit.text) if bare and parts[unit.part].kind in KINDS else None
        if match:
            lines.setdefault((unit.part, match["letters"]), []).append((i, match))
    found = list(units)
    for series in lines.values():
        for i, match in _consecutive(series):
            lead = Numbering(None, match["number"], None, match.end(), bool(match["close"]))
            found[i] = replace(found[i], lead=lead)
    return found


def _consecutive(series: Sequence[tuple[int, re.Match[str]]]) -> list[tuple[int, re.Match[str]]]:
    """The members of runs that count on one by one, three or more."""
    kept: list[tuple[int, re.Match[str]]] = []
    run: list[tuple[int, re.Match[str]]] = []
    for line in series:
        if run and int(line[1]["value"]) != int(run[-1][1]["value"]) + 1:
            kept += run if len(run) >= FEWEST else []
            run = []
        run.append(line)
    return kept + (run if len(run) >= FEWEST else [])
