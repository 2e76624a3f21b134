"""Figures over time and promises through time: what is joined, what is drawn, what the pages lead to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest

from pipeline.errors import NotThereError
from pipeline.render.charts import Point, amount, measure_chart, png, source_lines, svg
from pipeline.render.timeline import Line, Said, promise_chart
from pipeline.store import open_library
from pipeline.web.asked import Asked
from pipeline.web.pages import charts, facts, timeline
from pipeline.web.series import index, key, named

if TYPE_CHECKING:
    from playwright.sync_api import Page

YEAR = {"2022/23": ("2023-03-31", "2022-04-01"), "2023/24": ("2024-03-31", "2023-04-01"), "2024/25": ("2025-03-31", "2024-04-01")}
QUARTER = {"Q1 2024/25": ("2024-06-30", "2024-04-01")}


@pytest.fixture(scope="module")
def library(site_library: Path) -> Iterator[Any]:
    with open_library(site_library) as made:
        yield made


def row(measure: str, value: float = 1.0, period: str = "2022/23", **other: str | None) -> dict[str, Any]:
    """A figure as the store reads it."""
    end, start = {**YEAR, **QUARTER}[period]
    row.number += 1  # type: ignore[attr-defined]  # a counter for ids
    base = {
        "id": f"f-{row.number}", "measure": measure, "unit": "GBP", "value": value, "period_start": start, "period_end": end,
        "status": None, "source": "table", "direction": None, "column": None, "headings": '["Revenue"]', "title": "A report",
        "council": "Aldermere County Council", "committee": "Adults and Communities Committee", "document": "a.pdf",
    }  # fmt: skip
    return base | other


row.number = 0  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "unit", "said"),
    [
        ("Older people, Budget", "GBP", ("Older people", "budget")),
        ("Care records system, Revised estimate", "GBP", ("Care records system", "budget")),
        ("Forecast capital spending", "GBP", ("Capital spending", "forecast")),
        ("Total, Table 3: Reserves (£m)", "GBP", ("Total, Reserves", None)),
        ("Total, Table 3: Reserves (£m)", "number", ("Total, Reserves (£m)", None)),
        ("Net total, £m, Appendix B: Revenue 2024/25, period 4", "GBP", ("Net total, Revenue", None)),
        ("Average wait (days), Aldermere", "days", ("Average wait, Aldermere", None)),
        ("Variance to budget", "GBP", ("Variance to budget", None)),
        ("Budget", "GBP", ("Budget", "budget")),
    ],
)
def test_a_measure_is_named_without_its_status_scale_year_and_caption_number(name: str, unit: str, said: tuple[str, str | None]) -> None:
    """What the figure's own fields say is not said again; a scale that the unit does not hold stays."""
    assert named(name, unit) == said


def test_names_that_differ_in_case_plural_and_signs_are_one() -> None:
    """Two prints of one heading; another word is another measure."""
    assert key("Homes & Services", "GBP") == key("home and service, Outturn", "GBP")
    assert key("Homes", "GBP") != key("Home care", "GBP")


def test_figures_of_two_periods_make_a_series_and_those_of_two_bodies_are_never_joined() -> None:
    """Council, committee, unit, and the paper where it names no committee."""
    joined = index([row("Older people, Budget"), row("older People, Outturn", 2, "2023/24", document="b.pdf")])
    assert [(one.name, one.periods) for one in joined.series] == [("Older people", 2)]
    for field, other in [("council", "Tarrow Council"), ("committee", "Policy Committee"), ("unit", "EUR"), ("direction", "up")]:
        assert not index([row("Older people"), row("Older people", 2, "2023/24", **{field: other})]).series
    none = [row("Older people", committee=None), row("Older people", 2, "2023/24", committee=None, document="b.pdf")]
    assert not index(none).series


def test_a_name_with_two_values_in_one_paper_is_told_apart_by_heading_or_left_out() -> None:
    """A total of two tables is two measures; where the headings are the same nothing is drawn."""
    capital = {"headings": '["Capital"]'}
    rows = [row("Total", 5), row("Total", 6, "2023/24"), row("Total", 90, **capital), row("Total", 95, "2023/24", **capital)]
    assert sorted(one.within for one in index(rows).series) == ["Capital", "Revenue"]
    assert not index([row("Total", 5), row("Total", 6, "2023/24"), row("Total", 90), row("Total", 95, "2023/24")]).series
    rounded = [row("Total", 5.004), row("Total", 5.0), row("Total", 6, "2023/24")]
    assert len(index(rounded).series) == 1


def point(period: str, value: float = 5e6, status: str = "actual", printed_on: str = "June 2024") -> Point:
    return Point(period, {**YEAR, **QUARTER}[period], value, "5.0", status, "/show/f-1", "report of 1 June 2024", printed_on)


def kinds(spec: dict[str, Any]) -> set[str]:
    return {layer["mark"]["type"] for layer in spec["layer"]}


def test_three_periods_of_one_length_make_a_line_and_fewer_or_mixed_ones_bars() -> None:
    """A line says that what lies between is known."""
    three = [point(period) for period in YEAR]
    assert "line" in kinds(measure_chart("Homes", "GBP", three))
    for some in (
        three[:2],
        [*three, point("Q1 2024/25")],
        [*three, point("2022/23", status="budget")],
        [three[0], three[1], point("2023/24", 6e6)],
    ):
        assert "bar" in kinds(measure_chart("Homes", "GBP", some))


def test_periods_stand_in_order_of_time_and_a_quarter_before_its_year() -> None:
    """However they are printed."""
    drawn = measure_chart("Homes", "GBP", [point("2024/25"), point("Q1 2024/25"), point("2022/23")])
    assert drawn["encoding"]["x"]["sort"] == ["2022/23", "Q1 2024/25", "2024/25"]


def test_one_period_has_one_name_and_two_periods_have_two() -> None:
    """The commonest print of a year; months that print no year are told apart by their last day."""
    first, second = YEAR["2022/23"], YEAR["2023/24"]
    assert charts.labels([(first, "22-23"), (first, "2022/23"), (first, "2022/23"), (second, "2023/24")]) == {
        first: "2022/23",
        second: "2023/24",
    }
    assert charts.labels([(first, "March"), (second, "March")]) == {first: "March (31 March 2023)", second: "March (31 March 2024)"}


def test_several_values_of_one_period_are_all_drawn_and_told_apart_by_their_papers() -> None:
    """A forecast that was made three times; the same value twice is drawn once."""
    some = [
        point("2024/25", 1e6, "forecast", "June 2024"),
        point("2024/25", 2e6, "forecast", "May 2025"),
        point("2022/23"),
        point("2022/23"),
    ]
    told = [value["told"] for value in measure_chart("Homes", "GBP", some)["data"]["values"]]
    assert told == ["£5m", "£1m\nJune 2024", "£2m\nMay 2025"]


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (8.64e6, "GBP", "£8.64m"), (-250_000, "GBP", "−£250,000"), (2.5e9, "EUR", "€2.5bn"), (0, "GBP", "£0"),
        (74.8, "percent", "74.8%"), (1930, "people", "1,930"), (104_655_000, "GBP", "£104.655m"),
    ],
)  # fmt: skip
def test_amounts_are_written_as_a_councillor_reads_them(value: float, unit: str, said: str) -> None:
    """Millions with an m, pounds with commas, per cent with its sign."""
    assert amount(value, unit) == said


def test_a_chart_names_itself_and_its_points_and_holds_no_style_or_script() -> None:
    """For screen readers, and for a strict Content-Security-Policy."""
    drawn = svg(measure_chart("Homes", "GBP", [point("2022/23", -5e6), point("2023/24")]), "Homes <b>", "Two values")
    tree = ElementTree.fromstring(drawn)
    assert [child.text for child in tree[:2]] == ["Homes <b>", "Two values"]
    links = re.findall(r'<a [^>]*href="([^"]+)"[^>]*>.*?aria-label="([^"]+)"', drawn)
    assert links[0] == ("/show/f-1", "2022/23, actual: 5.0 (−£5m), report of 1 June 2024")
    assert len(links) == 2
    assert not re.search(r"<script|style=|<style|https://", drawn)


def test_a_chart_that_leaves_the_page_says_which_papers_it_rests_on() -> None:
    """In its own lines, and how many more there are."""
    assert source_lines([]) == []
    assert source_lines([f"report {n}" for n in range(6)]) == ["Source: report 0; report 1; report 2; report 3; and 2 more."]
    assert "Source: report 7." in svg(measure_chart("Homes", "GBP", [point("2022/23")], ["report 7"]))


def test_words_are_drawn_in_the_picture_of_a_chart() -> None:
    """Whatever fonts the machine has: pictures that differ in a word alone differ."""
    one, other = (png(measure_chart("Homes", "GBP", [point("2022/23")], [name])) for name in ("report", "minute"))
    assert one != other


def test_a_promise_is_drawn_with_its_papers_its_deadlines_and_an_arrow_between_them() -> None:
    """A paper once, an earlier deadline open, the arrow the way it moved, today as a line."""
    said = [
        Said("2023-06-16", "2026-03-31", "/show/1", "report of June", "31 March 2026"),
        Said("2023-06-16", "2026-03-31", "/show/2", "report of June", "31 March 2026"),
        Said("2025-11-14", "2028-03-31", "/show/3", "report of November", "31 March 2028"),
    ]
    spec = promise_chart([Line("Open 240 homes", said, ["2026-03-31", "2028-03-31"])], "2026-01-01", 13)
    spans, today, _, moves, _, points = (layer["data"]["values"] for layer in spec["layer"])
    assert spans == [{"promise": "13. Open 240 homes", "start": "2023-06-16", "end": "2028-03-31"}]
    assert today == [{"day": "2026-01-01"}]
    assert [(move["start"], move["end"]) for move in moves] == [("2026-03-31", "2028-03-31")]
    assert sorted(one["what"] for one in points) == ["Deadline as it was", "Deadline now", "Said in a paper", "Said in a paper"]
    assert "today" in svg(spec)


def test_the_list_of_measures_leads_to_charts_whose_tables_cite_every_value(library: Any) -> None:
    """Each measure of the list has a page; its points and rows lead to the pages that print them."""
    listed = charts.over_time(library, Asked("/figures/over-time")).body.decode()
    assert "Figures of two committees are never joined" in listed
    held = charts.indexed(library)
    one = held.series[0]
    shown = charts.measure(library, Asked("/figures/measure", query=[("measure", one.name), ("unit", one.unit), ("body", one.body)]))
    body = shown.body.decode()
    assert all(body.count(f"/show/{id_}") >= 1 for id_ in one.ids)
    assert '<title id="chart-title">' in body


def test_a_measure_that_is_not_there_says_where_to_look(library: Any) -> None:
    """No empty chart."""
    with pytest.raises(NotThereError, match="Figures over time"):
        charts.measure(library, Asked("/figures/measure", query=[("measure", "nothing of the kind")]))


def test_figures_with_several_periods_lead_to_their_chart(library: Any) -> None:
    """From the list of figures."""
    one = charts.indexed(library).series[0]
    address = charts.charts_of(library, one.ids)[one.ids[0]][0]
    body = facts.listing("figures")(library, Asked("/figures", query=[("topic", one.name)])).body.decode()
    assert address.replace("&", "&amp;") in body


def test_charts_are_given_as_files_named_after_what_they_show(library: Any) -> None:
    """SVG with its sources in it."""
    one = charts.indexed(library).series[0]
    query = [("measure", one.name), ("unit", one.unit)]
    reply = charts.drawing("svg")(library, Asked("/figures/measure.svg", query=query))
    assert re.search(r'filename="[a-z0-9-]+\.svg"', reply.headers["Content-Disposition"])
    assert b"Source: " in reply.body
    assert b"<a " not in reply.body
    reply = timeline.drawing("svg")(library, Asked("/commitments/timeline.svg"))
    assert b"Source: " in reply.body


def test_a_promise_in_a_paper_without_a_date_is_drawn_at_its_deadline_alone() -> None:
    """There is no day at which it was said."""
    spec = promise_chart(
        [Line("Open 240 homes", [Said("", "2026-03-31", "/show/1", "a list", "March")], ["2026-03-31"], kept=True)], "2026-01-01"
    )
    assert [(one["day"], one["what"]) for one in spec["layer"][-1]["data"]["values"]] == [("2026-03-31", "Reported kept")]


def test_promises_stand_where_their_dates_and_reports_say(library: Any) -> None:
    """Before its day a promise is due; after it "no report since" is said only of those that later papers pass over."""
    every = timeline.promises(library, Asked("/commitments/timeline"))
    assert every
    for one in every:
        assert "silent" not in timeline.states(one, "1999-01-01")
        late = timeline.states(one, "2999-01-01")[-1]
        assert late == {"achieved": "kept", "not_mentioned": "silent"}.get(one.status, "passed")


def test_the_timeline_is_narrowed_by_words_committee_owner_and_state(library: Any) -> None:
    """Each narrows; what is left says where else to look."""
    every = timeline.promises(library, Asked(""))
    owner = next(row.fields["owner"] for one in every for row in one.statements if row.fields["owner"])
    assert 0 < len(timeline.promises(library, Asked("", query=[("owner", owner)]))) < len(every)
    assert not timeline.promises(library, Asked("", query=[("committee", "Nobody")]))
    body = timeline.timeline(library, Asked("/commitments/timeline", query=[("topic", "nothing of the kind")])).body.decode()
    assert "look at the list" in body


def test_the_address_of_a_chart_holds_what_it_is_of(library: Any) -> None:
    """So that it can be sent to a colleague."""
    one = charts.indexed(library).series[0]
    query = dict(pair.split("=") for pair in charts.address(one).split("?")[1].split("&"))
    assert set(query) >= {"measure", "unit", "body"}
    assert json.dumps(query)


@pytest.mark.enable_socket
def test_a_point_of_a_chart_is_reached_by_keyboard_and_leads_to_the_marked_page(page: Page) -> None:
    """Its name is heard, its ring is seen, Enter opens the paper with the words marked."""
    page.goto("/commitments/timeline")
    link = page.locator(".chart svg a").first
    link.focus()
    assert link.locator("path").get_attribute("aria-label")
    assert link.locator("path").evaluate("path => getComputedStyle(path).opacity") == "1"
    page.keyboard.press("Enter")
    page.wait_for_url("**/show/**")
