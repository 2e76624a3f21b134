"""Papers as they are headed in Ireland, Wales, Scotland and the parishes."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER


def irish_minutes(path: Path) -> None:
    """Minutes of proceedings of an Irish council: presiding, proposed and seconded."""
    sheet = Sheet(path)
    for words in (
        "COMHAIRLE CONTAE ALDERMERE",
        "ALDERMERE COUNTY COUNCIL",
        "Minutes of Proceedings at Monthly Meeting of Aldermere County Council",
        "held in the Council Chamber, County Buildings, on Monday, 10th March, 2025",
    ):
        sheet.line(words, bold=True, centred=True, gap=4)
    sheet.y -= 8
    sheet.text("PRESIDING: Councillor P. Nolan, Cathaoirleach")
    sheet.text("MEMBERS PRESENT: Councillors M. Dunne, S. Farrell, T. Keogh and A. Roche.")
    sheet.numbered("1.", "Confirmation of Minutes", bold=True)
    sheet.text("Proposed by Councillor Dunne, seconded by Councillor Roche and agreed: That the Minutes be taken as read and signed.")
    sheet.numbered("2.", "Disposal of Land at Mill Lane", bold=True)
    sheet.text("On the proposal of Councillor Keogh, seconded by Councillor Farrell, the Council approved the disposal.")
    sheet.text("This concluded the business of the Meeting.")
    sheet.save()


def bilingual_minutes(path: Path) -> None:
    """A Welsh council heads its minutes in two languages and numbers its pages "Tudalen"."""
    sheet = Sheet(path, furniture=lambda s: s.put(270, 30, f"Tudalen {s.number + 6}", size=9))
    for words in ("CYNGOR SIR ALDERMERE / ALDERMERE COUNTY COUNCIL", "CABINET", "Minutes of the meeting held on 4 February 2025"):
        sheet.line(words, bold=True, centred=True, gap=4)
    sheet.y -= 8
    sheet.text("Present: Councillor E. Prys (Leader); Councillors G. Morgan and L. Vaughan")
    sheet.numbered("1.", "Apologies", bold=True)
    sheet.text("None.", indent=34)
    sheet.numbered("2.", "Ysgol Brantwold", bold=True)
    sheet.text("RESOLVED that the consultation on the new school begin in March.", indent=34)
    sheet.page()
    sheet.numbered("3.", "Car parks", bold=True)
    sheet.text("RESOLVED that charges at Stowmere stay as they are.", indent=34)
    sheet.text("The meeting closed at 11.15 am.")
    sheet.save()


def parish_summons(path: Path) -> None:
    """A parish clerk summons the councillors; the word agenda is not used."""
    sheet = Sheet(path)
    sheet.line("STOWMERE PARISH COUNCIL", size=15, bold=True, centred=True, gap=6)
    sheet.text("Clerk: Mrs J Tarn, 2 Green Lane, Stowmere")
    sheet.text(
        "Councillors are hereby summoned to a meeting of the Parish Council "
        "to be held on Wednesday 12 March 2025 at 7.30 pm in the village hall."
    )
    for at, words in enumerate(
        ("Apologies", "Declarations of interest", "Minutes of the meeting of 12 February 2025", "Play area", "Accounts for payment"),
        start=1,
    ):
        sheet.numbered(f"{at}.", words)
    sheet.text("J Tarn, Clerk, 6 March 2025")
    sheet.save()


def scottish_report(path: Path) -> None:
    """A report to a Scottish committee: section numbers without full stops, "Report by the Chief Executive"."""
    sheet = Sheet(path)
    for words in ("ALDERMERE COUNCIL", "POLICY AND RESOURCES COMMITTEE", "18 MARCH 2025"):
        sheet.line(words, bold=True, gap=4)
    sheet.line("WINTER FUEL SUPPORT", size=13, bold=True, gap=4)
    sheet.line("Report by the Chief Executive", gap=10)
    for number, title, words in (
        ("1", "PURPOSE OF REPORT", FILLER[4]),
        ("2", "RECOMMENDATIONS", "It is recommended that members note the report."),
        ("3", "DETAIL", FILLER[8]),
    ):
        sheet.numbered(number, title, bold=True)
        sheet.numbered(f"{number}.1", words)
    sheet.save()


CASES = (
    Case(irish_minutes, "minutes-10-march-2025.pdf"),
    Case(bilingual_minutes, "cofnodion-2025-02-04.pdf"),
    Case(parish_summons, "stowmere-summons-march.pdf"),
    Case(scottish_report, "winter-fuel-support.pdf"),
)
