"""Citations: made in one place, from the stored text, refused where it differs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import QuoteError
from pipeline.lookup.cite import cite, identify, label, narrowed, places_of
from pipeline.lookup.facts import listed, resolved
from pipeline.model.answers import Filters
from pipeline.model.documents import Place
from tests.council import library


def test_a_citation_holds_the_stored_words_and_where_they_stand() -> None:
    """Quote, line, offsets and label come from the page and the standing."""
    shelf = library()
    row = shelf.rows[4]
    made = cite(shelf, row.standing, row.text, id_=row.id)
    assert made.quote == row.text == shelf.texts[0][made.start : made.end]
    assert (made.id, made.line, made.page, made.paragraph) == (row.id, 5, None, "3.3")
    assert made.label == "Adults Committee, minutes of 5 March 2024, 3.3"


@pytest.mark.parametrize("change", [lambda s: s + ".", lambda s: s.replace("46", "47"), lambda s: s.replace(" ", "  ", 1)])
def test_a_quote_that_differs_by_one_character_is_refused(change) -> None:  # type: ignore[no-untyped-def]  # a table of lambdas
    """The citation is an error, not a citation."""
    shelf = library()
    row = shelf.rows[4]
    with pytest.raises(QuoteError, match="differs"):
        cite(shelf, row.standing, change(row.text))


def test_a_place_outside_its_page_is_refused() -> None:
    """So is a place with nothing in it."""
    shelf = library()
    standing = shelf.rows[0].standing
    for place in (Place(0, 0, 10**6), Place(0, 5, 5), Place(0, -3, 4)):
        with pytest.raises(QuoteError):
            cite(shelf, replace(standing, places=(place,)))


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 9999), st.integers(0, 9999)), min_size=1, max_size=4))
def test_the_id_of_a_citation_can_be_read_back(places: list[tuple[int, int, int]]) -> None:
    """It names the file's hash and the places themselves."""
    some = tuple(Place(*place) for place in places)
    assert places_of(identify("ab" * 32, some)) == ("ab" * 5, some)
    assert places_of("p-123") is None


@given(st.lists(st.integers(1, 9), min_size=1, max_size=4), st.data())
def test_narrowing_keeps_the_characters_asked_for(lengths: list[int], data: st.DataObject) -> None:
    """The text of the narrowed places, joined as a quote is, is the stretch of the quote."""
    page, places, at = "", [], 0
    for length in lengths:
        page += "xyzuvwabc"[:length] + "\n"
        places.append(Place(0, at, at + length))
        at += length + 1
    quote = "\n".join(page[p.start : p.end] for p in places)
    start = data.draw(st.integers(0, len(quote) - 1))
    end = data.draw(st.integers(start + 1, len(quote)))
    found = narrowed(replace(library().rows[0].standing, places=tuple(places)), start, end).places
    assert "\n".join(page[p.start : p.end] for p in found) == quote[start:end].strip("\n")


@pytest.mark.parametrize(
    ("changes", "page", "wanted"),
    [
        ({}, 14, "Adults Committee, minutes of 5 March 2024, 3.3, p. 14"),
        ({"paragraph": None}, None, "Adults Committee, minutes of 5 March 2024, 3. Supported Living Programme"),
        ({"committee": None, "kind": "web", "meeting_date": None, "document_title": "Day centres"}, None, "Day centres, 3.3"),
        ({"paragraph": None, "section": ("word " * 40,)}, None, f"Adults Committee, minutes of 5 March 2024, {'word ' * 15}…"),
        ({"kind": "report", "meeting_date": None}, 2, "Adults Committee, report, 3.3, p. 2"),
    ],
)
def test_labels_read_as_people_cite(changes: dict[str, str | None], page: int | None, wanted: str) -> None:
    """Body, kind and date, paragraph or heading, page."""
    standing = library().rows[4].standing
    assert label(replace(standing, **changes), page) == wanted  # type: ignore[arg-type]  # a table of fields


def test_facts_are_listed_with_citations_and_the_evidence_inside_them_becomes_citations() -> None:
    """Marks of the store are replaced, whether they name places or another fact."""
    shelf = library()
    first = shelf.stored[0]
    mark = {"$cite": {"places": [[0, 0, 20]], "section": ["1. Apologies"], "paragraph": "1.1"}}
    linked = replace(first, fields={"subject": "homes", "restatements": [mark, {"$fact": "c-1"}], "none": {"$cite": {"places": []}}})
    fields = resolved(shelf, linked).fields
    assert [c.quote for c in fields["restatements"]] == [shelf.texts[0][:20], shelf.stored[1].quote]
    assert (fields["subject"], fields["none"]) == ("homes", None)
    assert [(row.id, cited.quote) for row, cited in listed(shelf, "commitments", Filters(), 1)] == [(first.id, first.quote)]
