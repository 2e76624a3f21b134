"""What is said of papers that gave nothing: an issue for each, and silence where there is nothing to say."""

from __future__ import annotations

from pipeline.extract import extract
from pipeline.extract.nlp import Nlp
from pipeline.extract.unexplained import unexplained
from pipeline.model.structure import PartKind
from tests.meeting import paper

NLP = Nlp(use_trained=False)
TALK = "The officer described how the service is run, and what the visitors had said of it over the summer. " * 12
MINUTES = f"""## Minutes of the Adults Committee
Present: Cllr A Wray (Chair), Cllr B Orr, Cllr C Penn
## 1. Homes
{TALK}
RESOLVED: That the report be noted.
## 2. Parks
{{parks}}"""


def told(text: str, kind: PartKind = "minutes") -> list[str]:
    structure = paper(text, kind=kind)
    return [issue.message for issue in unexplained(structure, extract(structure, NLP))]


def test_minutes_that_gave_all_they_should_are_silent() -> None:
    """Attendance and a decision were found, and no vote is left over."""
    assert told(MINUTES.format(parks="The plan was discussed.")) == []


def test_a_vote_without_a_decision_is_an_issue() -> None:
    """A count of votes under a heading where nothing was decided is quoted."""
    (issue,) = told(MINUTES.format(parks="There were 9 votes for and 3 against on a show of hands, as the Chair recalled."))
    assert issue.startswith('a vote without a decision: "There were 9 votes for and 3 against')


def test_sides_of_a_vote_that_lost_their_names_are_an_issue() -> None:
    """Columns of names that were read as lines: nobody can tell who voted how, and no vote is made of it."""
    columns = "A recorded vote was held.\nFor\nAgainst\nCllr A Wray\nCllr B Orr\nCllr C Penn"
    (issue,) = told(MINUTES.format(parks=columns))
    assert issue.startswith('the names of a recorded vote stand apart from "For" and "Against"')


def test_a_vote_that_a_decision_holds_is_none() -> None:
    """The decision under the same heading has the count."""
    assert told(MINUTES.format(parks="RESOLVED: That the plan be approved, with 9 votes for and 3 against.")) == []


def test_a_report_of_inspectors_without_a_grade_is_an_issue() -> None:
    """What reads like an inspection and gave no judgement is told, with its title."""
    (issue,) = told(f"## Inspection\n{TALK}", "inspection")
    assert issue == 'no judgement or grade was found in "Minutes", which reads like inspection'


def test_minutes_of_talk_alone_are_an_issue_and_a_short_paper_is_none() -> None:
    """Neither who was present nor a decision was found; a page of a few words may hold nothing."""
    assert len(told(f"## Notes\n{TALK}")) == 2
    assert told("## Notes\nThe meeting was cancelled.") == []
