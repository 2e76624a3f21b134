"""Which resolution answered which recommendation."""

from __future__ import annotations

import pytest

from pipeline.link.recommendations import recommendations_resolved
from tests.fake_library import FakeLibrary, Paper

ASKED = ("Endorse the joint work of the Council and its districts on the Wharf", "Note that the lease of the Wharf may end in 2031")
MOTION = "Cllr Orr proposed the following amendment: the Committee is asked to: " + " ".join(ASKED)


def test_a_motion_that_repeats_all_recommendations_answers_none_of_them() -> None:
    """Each is answered by the limb of the resolution that is most like it."""
    resolved = (ASKED[0].replace("Endorse", "Endorses"), ASKED[1].replace("Note", "Notes"))
    library = FakeLibrary([Paper("minutes.pdf", [("The Wharf", None, words) for words in (*ASKED, MOTION, *resolved)])])
    recommended = [{"id": f"rec-{n}", "text": words} for n, words in enumerate(ASKED)]
    library.add_fact("reports", 0, ASKED[0], title="The Wharf", recommendations=recommended)
    rows = [library.add_fact("decisions", 0, words, item_title="The Wharf", text=words, outcome="agreed") for words in (MOTION, *resolved)]
    found = {link.id: link.values["recommendation"] for link in recommendations_resolved(library)}  # type: ignore[arg-type]  # reads only
    assert found == {rows[1].id: "rec-0", rows[2].id: "rec-1"}


@pytest.mark.parametrize(
    ("words", "outcome", "compared"),
    [
        ("the recommendation in the report be approved", "agreed", "as_recommended"),
        ("to accept the officer's recommendation", "agreed", "as_recommended"),
        ("consideration of this item be deferred to the meeting in June", "deferred", "deferred"),
        ("officers be thanked", "agreed", None),
    ],
)
def test_a_resolution_can_answer_without_the_words_of_the_recommendation(words: str, outcome: str, compared: str | None) -> None:
    """The only decision on a report's only recommendation adopts it by reference, or puts it off."""
    library = FakeLibrary([Paper("minutes.pdf", [("The Wharf", None, line) for line in (ASKED[0], words)])])
    library.add_fact("reports", 0, ASKED[0], title="The Wharf", recommendations=[{"id": "rec-0", "text": ASKED[0]}])
    library.add_fact("decisions", 0, words, item_title="The Wharf", text=words, outcome=outcome)
    found = [link.values["against_recommendation"] for link in recommendations_resolved(library)]  # type: ignore[arg-type]  # reads only
    assert found == ([compared] if compared else [])
