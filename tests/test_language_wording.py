"""Cheap tests before costly patterns: they may only say no where the pattern would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract.entities import cues
from pipeline.extract.entities.dated import laws
from pipeline.extract.entities.people import roles
from pipeline.language.deadlines import deadlines
from pipeline.language.people import titled
from pipeline.language.wording import small


@given(st.text())
def test_small_letters_stand_where_the_printed_ones_stand(text: str) -> None:
    """Small letters keep every character's place, also of those that have two small letters."""
    assert len(small(text)) == len(text)
    assert small("İzmir, AGREED")[1:] == "zmir, agreed"


@pytest.mark.parametrize("title", ["Mr", "Messrs", "Lt", "PCSO", "Cllr", "COUNCILLOR", "Alderman", "Clrs", "Provost", "Cyng"])
def test_every_title_is_looked_for(title: str) -> None:
    """A name with a title is found whatever the title and its case."""
    assert list(titled(f"thanked {title} Marsh"))


@pytest.mark.parametrize("head", cues.ROLE_HEADS)
def test_every_post_is_looked_for(head: str) -> None:
    """A post is found by each of its heads."""
    assert list(roles(f"the Interim {head} of Housing"))


@pytest.mark.parametrize("law", ["Care Act 2014", "Fire Order", "UK GDPR", "section 75 agreement", "s. 106", "care act (2014)"])
def test_every_kind_of_law_is_looked_for(law: str) -> None:
    """Laws are found by head, by name and by section."""
    assert list(laws(f"under the {law}"))


@pytest.mark.parametrize(
    "time",
    ["by May", "in due course", "every six months", "annually", "by the summer", "within ten days", "on a six-monthly basis", "by 2031"],
)
def test_every_kind_of_time_is_looked_for(time: str) -> None:
    """Times are found with and without figures."""
    assert deadlines(f"It will be done {time}.")
