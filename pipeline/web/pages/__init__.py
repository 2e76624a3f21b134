"""Pages by their address: each a function from the open library and what was asked to a reply."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from pipeline.store.stored import FIELDS
from pipeline.web.ahead import Work
from pipeline.web.asked import Asked
from pipeline.web.pages import (
    api,
    asking,
    charts,
    downloads,
    facts,
    files,
    findings,
    home,
    inspected,
    marking,
    meetings,
    papers,
    people,
    searching,
    tables,
    timeline,
    viewer,
)
from pipeline.web.pages.lists import KINDS
from pipeline.web.workers import Page

PAGES: Mapping[str, Page] = {
    "/": home.home,
    "/ask": asking.ask,
    "/search": searching.search,
    "/papers": papers.papers,
    "/papers/{paper}": papers.paper,
    "/papers/{paper}/pages/{page}.png": files.picture,
    "/papers/{paper}/pages/{page}": viewer.viewer,
    "/papers/{paper}/file": files.file,
    "/figures/over-time": charts.over_time,
    "/figures/measure": charts.measure,
    "/commitments/timeline": timeline.timeline,
    **{f"/figures/measure.{form}": charts.drawing(form) for form in ("svg", "png")},
    **{f"/commitments/timeline.{form}": timeline.drawing(form) for form in ("svg", "png")},
    "/changes": findings.changes,
    "/audit": findings.audit,
    **{f"/changes.{form}": findings.changes_as(form) for form in facts.FORMS},
    **{f"/audit.{form}": findings.audit_as(form) for form in facts.FORMS},
    "/meetings": meetings.meetings,
    "/meetings/{day}/{body}": meetings.meeting,
    "/names": people.names,
    "/names/{name:path}": people.name,
    "/show/{id}": viewer.show,
    "/mark": marking.mark,
    "/-/ask.json": api.ask,
    "/-/search.json": api.search,
    "/-/changes.json": api.changes,
    "/-/audit.json": api.audit,
    **{f"/-/{kind}.json": api.facts(kind) for kind in FIELDS},
    "/-/show/{id}.json": api.show,
    "/-/status.json": api.status,
    "/-/openapi.json": api.openapi,
    "/inspections": inspected.inspections,
    **{f"/tables/{{id}}.{form}": tables.download(form) for form in tables.FORMS},
    "/tables/{id}": tables.table,
    **{f"/{kind}": facts.listing(kind) for kind in KINDS if kind != inspected.KIND},
    **{f"/{kind}.{form}": downloads.download(kind, form) for kind in KINDS for form in facts.FORMS},
}
"""The first address that fits is taken."""
FIRST = ("/commitments/timeline", "/changes", "/audit", "/figures/over-time")


def _rehearsed(library: Any) -> int:
    """Makes each of these pages once: a first chart wakes the engine that draws, a first page its templates, which takes a second."""
    return sum(len(PAGES[path](library, Asked(path)).body) for path in FIRST)


AHEAD: Mapping[Hashable, Work] = {
    "series": charts.found, "promised": timeline.found, "changes": findings.found, "audit": findings.wrong, "first": _rehearsed,
}  # fmt: skip
"""What takes seconds on a large library and is worked out beforehand, in this order."""
ASIDE = frozenset(
    path for path in PAGES if path.startswith(("/figures/", "/commitments/timeline", "/changes", "/audit", "/-/changes", "/-/audit"))
)
"""Pages that rest on it, or are charts: they have a process of their own."""
DRAWN = frozenset(path for path in PAGES if path.endswith((".png", ".svg", ".xlsx")))
"""Addresses whose replies are drawn: they never take every worker."""
