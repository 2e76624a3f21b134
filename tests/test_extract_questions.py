"""Questions of the public and of members."""

from __future__ import annotations

from pipeline.extract import questions
from pipeline.extract.nlp import Nlp
from tests.meeting import paper

NLP = Nlp(use_trained=False)


def test_a_public_question_has_its_answer() -> None:
    """Asker, answerer, and the words of both."""
    text = (
        "Item 5; public questions\nQuestion from Ann Hale:\nWill the bridge be mended?\n"
        "Response from the Chairman:\nIt will, in May.\nWork has begun."
    )
    (row,) = questions.extract(paper(text, kind="public_questions"), NLP)
    assert (row.asker, row.answerer, row.by) == ("Ann Hale", "Chairman", "public")
    assert (row.question, row.answer) == ("Will the bridge be mended?", "It will, in May. Work has begun.")


def test_members_questions_end_where_the_next_begins() -> None:
    """A reply on the label's own line; a question without a reply has a blank answer."""
    text = (
        "## 7. Question submitted by Councillor R. Orr\nI will ask when hedges are cut.\nREPLY: In May.\n"
        "## 8. Question submitted by Councillor B. Penn\nI will ask about lights.\n## NOTICES OF MOTION"
    )
    first, second = questions.extract(paper(text), NLP)
    assert (first.asker, first.by, first.answer) == ("Councillor R. Orr", "member", "In May.")
    assert (second.question, second.answer) == ("I will ask about lights.", None)
