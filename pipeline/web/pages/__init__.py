"""Pages by their address: each a function from the open library and what was asked to a reply."""

from __future__ import annotations

from collections.abc import Mapping

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
    tables,
    viewer,
)
from pipeline.web.pages.lists import KINDS
from pipeline.web.workers import Page

PAGES: Mapping[str, Page] = {
    "/": home.home,
    "/ask": asking.ask,
    "/papers": papers.papers,
    "/papers/{paper}": papers.paper,
    "/papers/{paper}/pages/{page}.png": files.picture,
    "/papers/{paper}/pages/{page}": viewer.viewer,
    "/papers/{paper}/file": files.file,
    "/figures/over-time": charts.over_time,
    "/figures/measure": charts.measure,
    "/commitments/timeline": charts.timeline,
    **{f"/figures/measure.{form}": charts.drawing("measure", form) for form in ("svg", "png")},
    **{f"/commitments/timeline.{form}": charts.drawing("timeline", form) for form in ("svg", "png")},
    "/changes": findings.changes,
    "/audit": findings.audit,
    "/meetings": meetings.meetings,
    "/meetings/{day}/{body}": meetings.meeting,
    "/names": people.names,
    "/names/{name:path}": people.name,
    "/show/{id}": viewer.show,
    "/mark": marking.mark,
    "/-/ask.json": api.ask,
    "/-/search.json": api.search,
    "/-/changes.json": api.changes,
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
DRAWN = frozenset(path for path in PAGES if path.endswith((".png", ".svg", ".xlsx"))) | {"/figures/measure", "/commitments/timeline"}
"""Addresses whose replies are drawn: they never take every worker."""
