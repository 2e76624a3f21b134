"""A whole pack of a metropolitan borough in a template of its own, and single papers of other councils."""

from collections.abc import Iterator
from pathlib import Path

from tests.golden.case import Case
from tests.golden.script import paper, printed
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

BODY = "Children and Families Scrutiny Committee"
HELD = "12 February 2025"
REPORTS = (
    ("4", "Fostering sufficiency", "Director of Children's Services", "Rosa Whitlam", "note the progress made in recruiting foster carers"),
    ("5", "School attendance", "Director of Education", "Idris Penry", "endorse the attendance plan for 2025/26"),
    ("6", "Budget monitoring 2024/25: quarter 3", "Director of Finance", "Chloe Barr", "note the forecast overspend of £1.84m"),
    ("7", "Youth justice inspection", "Director of Children's Services", "Rosa Whitlam", "note the findings of the inspection"),
)
"""Item, title, whose report it is, contact, and what is recommended."""
FIRST_REPORT = 7
LENGTH = 5
"""Pages of each report with its appendix."""


def _foot(sheet: Sheet) -> None:
    """The meeting at the left of the foot, the pack's own number in the middle; the cover bears none."""
    if sheet.number > 1:
        sheet.put(sheet.left, 30, f"{BODY} - {HELD}", size=8)
        sheet.put(290, 18, str(sheet.number), size=9)


def _front() -> Iterator[str]:
    yield "= BRANTWOLD METROPOLITAN BOROUGH COUNCIL"
    yield f"= {BODY.upper()}"
    yield f"= Wednesday, {HELD} at 6.00 pm"
    yield "= Committee Suite, Town Hall, Market Place, Brantwold"
    yield "Membership: Councillors Alan Shore (Chair), Farida Noor (Vice-Chair), Gwen Lyle, Peter Oduya and Tess Marlow"
    yield "Co-opted members: Mrs J Cray (Diocese) and Mr S Bell (parent governor)"
    yield "If you have any queries about this agenda please contact Jo Farren, Democratic Services, on 01632 960412."
    yield "---"
    yield "= ORDER OF BUSINESS"
    yield "Item No. | Subject | Lead | Page"
    yield "1 | Apologies for absence | |"
    yield "2 | Declarations of interest | |"
    yield "3 | Minutes of the meeting held on 15 January 2025 | | 3 - 6"
    for at, (item, title, _, contact, _) in enumerate(REPORTS):
        first = FIRST_REPORT + LENGTH * at
        yield f"{item} | {title} | {contact} | {first} - {first + LENGTH - 1}"
    yield "8 | Work programme | Jo Farren | 27 - 28"
    yield ""
    yield "Martin Sayle, Chief Executive"


def _report(at: int) -> Iterator[str]:
    item, title, officer, contact, recommended = REPORTS[at]
    yield "---"
    yield f"Report to: | {BODY}"
    yield f"Date: | {HELD}"
    yield f"Subject: | {title}"
    yield f"Report of: | {officer}"
    yield f"Contact officer: | {contact}, Head of Service, 01632 960{500 + at}"
    yield f"Agenda item: | {item}"
    yield ""
    words = iter(FILLER[at:] + FILLER[:at])
    for number, name in (("1.0", "PURPOSE OF REPORT"), ("2.0", "RECOMMENDATIONS"), ("3.0", "BACKGROUND"), ("4.0", "MAIN ISSUES")):
        yield f"# {number} ~ {name}"
        if name == "RECOMMENDATIONS":
            yield f"2.1 ~ That the Committee {recommended}."
            yield "2.2 ~ That a further report be brought in six months."
            continue
        yield from (f"{number[0]}.{i} ~ {next(words)} {FILLER[(at + i) % len(FILLER)]}" for i in (1, 2))
    yield "---"
    yield from (f"4.{i} ~ {FILLER[(at + i) % len(FILLER)]}" for i in range(3, 9))
    yield "---"
    for number, name in (("5.0", "FINANCIAL IMPLICATIONS"), ("6.0", "LEGAL IMPLICATIONS"), ("7.0", "APPENDICES")):
        yield f"# {number} ~ {name}"
        yield f"{number[0]}.1 ~ {'Appendix 1 - Figures by ward' if name == 'APPENDICES' else FILLER[(at + int(number[0])) % len(FILLER)]}"
    yield "---"
    yield "# APPENDIX 1"
    yield "# Figures by ward"
    yield "Ward | 2023/24 | 2024/25 | Change"
    yield from ("Tanfield | 41 | 44 | 3", "Quayside | 57 | 51 | -6", "Moor End | 38 | 40 | 2")
    yield "Total | 136 | 135 | -1"
    yield "---"
    yield "This page is intentionally left blank"


def borough_pack(path: Path) -> None:
    """Thirty pages: "Order of business" in a table, minutes, four reports headed by a grid, each with an appendix and a blank page."""
    script = [*_front(), "---", paper("borough_minutes")]
    for at in range(len(REPORTS)):
        script += _report(at)
    script += ["---", paper("borough_programme")]
    printed(path, "\n".join(script), furniture=_foot)


def decision_notice(path: Path) -> None:
    """A cabinet member's decision in a form: labels at the left, the decision among them."""
    printed(path, paper("decision_notice"))


def officer_decision(path: Path) -> None:
    """A record of a decision that an officer took under delegated powers, in headed paragraphs."""
    printed(path, paper("officer_decision"))


def london_report(path: Path) -> None:
    """A London borough's cabinet report: a grid of labels without colons, "The Cabinet is asked to", reasons, options."""
    printed(path, paper("london_report"))


def welsh_report(path: Path) -> None:
    """A Welsh council's report: English and Welsh names, "Report Author", recommendations under "Recommendation(s)"."""
    printed(path, paper("welsh_report"))


def town_agenda(path: Path) -> None:
    """A town council's agenda: items with letters below them, each saying what is to be done; the clerk signs."""
    printed(path, paper("town_agenda"))


CASES = (
    Case(borough_pack, "reports-pack-12-02-2025.pdf"),
    Case(decision_notice, "decision notice 2025-014.pdf"),
    Case(officer_decision, "odr-highways-0231.pdf"),
    Case(london_report, "cabinet report - leisure contract.pdf"),
    Case(welsh_report, "report to cabinet - ysgol newydd.pdf"),
    Case(town_agenda, "agenda 3rd february 2025.pdf"),
)
