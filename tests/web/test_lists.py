"""Lists of facts: what narrows them, in which order they stand, and what their cells say."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from pipeline.errors import NotThereError
from pipeline.model.answers import Filters
from pipeline.render.told import in_full, word
from pipeline.store import open_library
from pipeline.web.asked import Asked
from pipeline.web.pages import PAGES
from pipeline.web.pages.facts import FEW_VALUES, facets_of, narrowed, ordered
from pipeline.web.pages.lists import LISTS

FIGURE = {"value": 1.0, "unit": "people", "of": None, "value_max": None, "bound": None, "approximate": False}


def got(library: Any, address: str) -> str:
    """The page at an address, as text."""
    return str(PAGES[urlsplit(address).path](library, asked_for(address)).body.decode())


def asked_for(address: str) -> Asked:
    return Asked(urlsplit(address).path, query=parse_qsl(urlsplit(address).query))


@pytest.mark.parametrize("kind", LISTS)
def test_every_list_has_heads_in_words_and_no_cell_of_json(library: Any, kind: str) -> None:
    """No list shows a stored value that only a program can read."""
    made = re.sub(r"<[^>]*>", "", got(library, f"/{kind}"))
    assert "None" not in made
    assert not re.search(r"[\[{]&#34;|\b[a-z]+_[a-z]+\b", made)


def test_the_newest_meeting_stands_first_and_the_oldest_when_asked_for(library: Any) -> None:
    """Both ways by date; where nothing is asked for, the newest first."""
    days = re.findall(r'href="/meetings/(\d{4}-\d\d-\d\d)/', got(library, "/decisions"))
    assert days == sorted(days, reverse=True)
    days = re.findall(r'href="/meetings/(\d{4}-\d\d-\d\d)/', got(library, "/decisions?order=dated"))
    assert days == sorted(days)


def test_an_order_that_a_list_has_not_is_the_usual_one() -> None:
    """Nobody is refused for an order that was made up."""
    assert ordered("decisions", asked_for("/decisions?order=quote")) == ("dated", True)


def test_figures_stand_by_value_in_base_units(library: Any) -> None:
    """£1.9m stands above £400,000."""
    rows = library.some("figures", Filters(), {"unit": "GBP"}, order="value", down=True, limit=50)
    values = [row.fields["value"] for row in rows]
    assert values == sorted(values, reverse=True)


def test_a_chosen_facet_stands_above_the_list_and_goes_with_one_click() -> None:
    """Each filter and facet is told in words, with the address without it."""
    asked = asked_for("/decisions?is_outcome=agreed&since=2024-01-01&document=pack&page=2")
    told = {one.label: (one.said, one.url) for one in narrowed("decisions", asked)}
    assert told["Outcome"] == ("Agreed", "/decisions?since=2024-01-01&document=pack")
    assert told["From"][0] == "1 January 2024"
    assert told["Paper"] == ("pack", "/decisions?is_outcome=agreed&since=2024-01-01")


def test_the_form_keeps_the_facets_and_filters_that_it_does_not_show(library: Any) -> None:
    """To look for other words does not lose the paper that the list was narrowed to."""
    made = got(library, "/figures?is_unit=GBP&document=budget")
    assert '<input type="hidden" name="is_unit" value="GBP">' in made
    assert '<input type="hidden" name="document" value="budget">' in made


def test_a_facet_counts_what_its_values_lead_to(library: Any) -> None:
    """The number beside a value is the length of the list that it opens."""
    facet = next(one for one in facets_of(library, "figures", asked_for("/figures?topic=care")) if one.field == "unit")
    for value in facet.values:
        assert f"{value.rows:,} found" in got(library, value.url)


def test_more_values_of_a_facet_are_shown_when_asked_for(library: Any) -> None:
    """The commonest first, the others one click away."""
    few = next(one for one in facets_of(library, "figures", asked_for("/figures")) if one.field == "period")
    assert len(few.values) == FEW_VALUES
    more = next(one for one in facets_of(library, "figures", asked_for(few.more)) if one.field == "period")
    assert len(more.values) > FEW_VALUES
    assert not more.more


@pytest.mark.parametrize("odd", ['"><script>x</script>', "100% & more", "o'clock; DROP TABLE figures", "+ / ? # é", "_%"])
def test_odd_characters_are_a_value_like_others(library: Any, odd: str) -> None:
    """They are looked for, shown as text, and kept in the addresses."""
    made = PAGES["/figures"](library, Asked("/figures", query=[("is_period", odd), ("topic", odd)])).body.decode()
    assert "0 found" in made
    assert "<script>x" not in made


def test_a_page_beyond_the_end_is_not_there(library: Any) -> None:
    """An address of an old, longer list says so."""
    with pytest.raises(NotThereError):
        got(library, "/decisions?page=900")


def test_a_vote_names_who_voted_how(library: Any) -> None:
    """For, against and abstained, with the names where the minutes print them."""
    rows = [row for row in library.facts("decisions", Filters()) if (row.fields["votes"] or {}).get("for")]
    votes = rows[0].fields["votes"]
    assert f"{votes['for']} for, {votes['against'] or 0} against" in re.sub(r"\s+", " ", got(library, "/decisions"))


def test_a_report_tells_what_was_resolved_on_its_recommendations(library: Any) -> None:
    """The decision stands under the recommendation that it is on."""
    decided = [row for row in library.facts("decisions", Filters()) if row.fields["recommendation"]]
    made = got(library, "/reports")
    assert decided
    assert all(f'href="/show/{row.id}"' in made for row in decided)


def test_inspections_are_sheets_of_their_reports(library: Any) -> None:
    """One sheet for each report: rating, themes in order, scores."""
    made = got(library, "/inspections")
    assert made.index("Theme 1") < made.index("Theme 2")
    assert "Requires improvement" in made
    assert '<th scope="col" class="n">Score</th>' in made


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"value": 1_990_000.0, "unit": "GBP", "approximate": True}, "about £1,990,000"),
        ({"value": -12.5, "unit": "GBP"}, "-£12.50"),
        ({"value": 8.0, "unit": "percent", "value_max": 10.0}, "8 to 10%"),
        ({"value": 40.0, "unit": "rank", "of": 45.0}, "40 of 45"),
        ({"value": 1146.0, "unit": "replies", "bound": "at_least"}, "at least 1,146 replies"),
        ({"value": 0.4, "unit": "percentage points"}, "0.4 percentage points"),
    ],
)
def test_a_figure_is_told_in_full(fields: dict[str, Any], said: str) -> None:
    """In base units, with its unit and its bound."""
    assert in_full({**FIGURE, **fields}) == said


def test_stored_words_are_told_as_people_say_them_and_printed_ones_as_printed() -> None:
    """as_recommended is a word of ours; a name is not."""
    assert word("as_recommended") == "As recommended"
    assert word("GBP") == "Pounds (£)"
    assert word("Requires improvement") == "Requires improvement"
    assert word("Cllr Ivy Penrose") == "Cllr Ivy Penrose"


def test_a_promise_with_a_date_leads_to_its_own_line_on_the_timeline(library: Any) -> None:
    """And to no other's."""
    links = re.findall(r'href="(/commitments/timeline\?said=[^"]+)"', got(library, "/commitments"))
    assert links
    for link in links[:5]:
        made = got(library, link)
        assert "<h2>1 promise</h2>" in made
        assert link.partition("=")[2] in made


def test_an_empty_library_says_so_on_every_list(tmp_path: Any) -> None:
    """No papers, no vectors: every list leads on to the papers, and none fails."""
    with open_library(tmp_path, create=True) as empty:
        for kind in LISTS:
            assert "hold none" in got(empty, f"/{kind}")
        assert "No paper in this library" in got(empty, "/meetings")
