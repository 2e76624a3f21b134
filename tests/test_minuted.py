"""Passages of minutes and reports in the ways in which councils word them, each with the facts that it states."""

import pytest

from tests.minuted import PASSAGES
from tests.minuted.measure import differences, found
from tests.minuted.passage import Passage


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage.kind}-{passage.name}")
def test_a_passage_states_its_facts(passage: Passage):
    """Each expected fact is found once with its values, and nothing else is."""
    assert differences(passage, found(passage)) == []


def test_each_passage_has_its_own_name():
    """A name stands for one passage."""
    assert len({passage.name for passage in PASSAGES}) == len(PASSAGES)
