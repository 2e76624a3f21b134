"""Web pages as sites print them: a committee system's page of a meeting, an inspectorate's report, old pages laid out with tables."""

from pathlib import Path

from tests.golden.case import Case
from tests.golden.words import FILLER


def _page(path: Path, body: str, head: str = "", encoding: str = "utf-8") -> None:
    path.write_bytes(f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode(encoding))


def _item(number: int, title: str, more: str = "", size: str = "") -> str:
    file = f' <span class="mgFileSize">{size}</span>' if size else ""
    return (
        f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI{number}"></a>{number}.</p></td>'
        f'<td><p class="mgAiTitleTxt"><a class="mgAiTitleLnk" href="d{number}">{title}{file}</a></p>{more}</td></tr>'
    )


def _minuted(*words: str) -> str:
    told = "".join(f"<p>{each}</p>" for each in words)
    return f'<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">{told}</div>'


def _meeting(path: Path, heading: str, body: str, day: str, items: str) -> None:
    _page(
        path,
        f"""<div id="nav"><ul><li><a href="/">Home</a></li><li><a href="/c">Committees</a></li></ul></div>
<div id="modgov"><h1 class="mgMainTitleTxt">{heading}</h1><h2 class="mgSubTitleTxt">{body}<br />{day}</h2>
<div class="mgLinks"><ul class="mgActionList">
<li><a href="f">Agenda frontsheet <span class="mgFileSize">PDF 96 KB</span></a></li></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Council Chamber, County Hall. <a href="map">View directions</a></p>
<table class="mgItemTable" id="mgItemTable"><tr><th scope="col">No.</th><th scope="col">Item</th></tr>{items}</table></div></div>
<div id="footer"><p>Aldermere County Council, County Hall</p></div>""",
        f"<title>{heading} - {body} - {day} - Aldermere County Council</title>",
    )


def meeting_page_with_minutes(path: Path) -> None:
    """ "Agenda and draft minutes" of a committee system: minutes of the meeting named under the heading; sizes of files are no title."""
    more = '<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li><a href="a">Appendix 1</a></li></ul>'
    items = (
        _item(1, "Apologies for absence", _minuted("Apologies were received from Councillor D Lunn."))
        + _item(2, "Minutes of the meeting held on 12 November 2024", _minuted("The minutes were AGREED."), "PDF 154 KB")
        + _item(
            3,
            "Home care review",
            '<div class="mgWordPara"><p>Report of the Director of Adult Care.</p></div>'
            + more
            + _minuted(
                "The Director said that 84 people were waiting.",
                "<b>RESOLVED:</b> That",
                "(1) the report be noted; and",
                "(2) a further report be brought in June.",
            ),
            "PDF 320 KB",
        )
    )
    _meeting(path, "Agenda and draft minutes", "Adult Care Scrutiny Committee", "Tuesday, 14th January, 2025 10.00 am", items)


def meeting_page_before_the_meeting(path: Path) -> None:
    """The same page before the meeting holds the agenda alone."""
    items = (
        _item(1, "Apologies")
        + _item(2, "Declarations of interest", '<div class="mgWordPara"><p>To receive any declarations.</p></div>')
        + _item(3, "Budget 2025/26", '<div class="mgWordPara"><p>To recommend a budget to the Council.</p></div>', "PDF 2 MB")
    )
    _meeting(path, "Agenda", "Cabinet", "Thursday, 6th February, 2025 10.30 am", items)


def inspection_page(path: Path) -> None:
    """An inspectorate's page: the day of publication in a list of terms, a list of contents, folded text, a notice about cookies."""
    _page(
        path,
        """<div class="govuk-cookie-banner"><p>We use some essential cookies.</p><button>Accept cookies</button></div>
<header role="banner"><a href="/">Inspections</a></header>
<div class="govuk-breadcrumbs"><ol><li>Home</li><li>Children's services</li></ol></div>
<main><h1>Inspection of Aldermere local authority children's services</h1>
<dl><dt>From:</dt><dd>Ofsted</dd><dt>Published</dt><dd>14 January 2025</dd><dt>Last updated</dt><dd>3 March 2025</dd></dl>
<nav><h2>Contents</h2><ol><li><a href="#a">Overall effectiveness</a></li></ol></nav>
<h2>Overall effectiveness</h2><p>Children get help early, and plans are clear.</p>
<h3>What needs to improve</h3><ul><li>the timeliness of health assessments</li><li>the supply of homes</li></ul>
<details><summary><span>How we inspect</span></summary><p>Inspectors visit for two weeks.</p></details><a href="#top">Back to top</a></main>
<footer><p>Open licence</p></footer>""",
        '<title>Inspection of Aldermere</title><link rel="canonical" href="https://inspections.example/aldermere">',
    )


def folded_and_tabbed(path: Path) -> None:
    """Closed panels under buttons and tabs are read like the rest, under what opens them."""
    _page(
        path,
        """<main><h1>Paying for care</h1>
<div class="accordion"><h2><button aria-expanded="false">Top-up fees</button></h2>
<div class="accordion__body" aria-hidden="true" style="display: none"><p>A relative may pay the difference.</p></div>
<button aria-expanded="false">Second charges</button><div hidden="until-found"><p>These are paid each month.</p></div></div>
<ul role="tablist"><li><a role="tab" href="#t">Towns</a></li></ul>
<section role="tabpanel" class="tabs__panel--hidden" style="display:none">
<h2>Rates in towns</h2><p>The rate is £24.10 an hour.</p></section></main>""",
        "<title>Paying for care</title>",
    )


def title_beside_the_text(path: Path) -> None:
    """Boxes without names: the title stands beside the box with most of the text, the day of publication in the line under it."""
    _page(
        path,
        f"""<div class="cookie-notice">This site uses cookies. <a href="y">Accept</a></div><div class="top-nav"><a href="n">News</a></div>
<div><div class="breadcrumbs">You are here: <a href="/">Home</a> &gt; <a href="/adult">Adult care</a> &gt; Fees</div><h1>Care home fees</h1>
<p class="meta">Date: <time datetime="2025-02-04">4 February</time></p><div class="text"><p>{FILLER[0]}</p><p>{FILLER[1]}</p></div></div>
<div class="footer">Contact us | Privacy</div>""",
        '<title>Care home fees</title><script type="application/ld+json">{"broken":</script>',
    )


def page_laid_out_with_tables(path: Path) -> None:
    """An old parish page: the menu in one cell, the minutes in the next."""
    _page(
        path,
        """<table><tr><td colspan="2"><h1>Stowmere Parish Council</h1></td></tr><tr><td><a href="a">Home</a><br><a href="b">Minutes</a><br>
<a href="c">Contact</a></td><td><h2>Minutes of the meeting held on 12 March 2025</h2>
<p>Present: Cllrs A Reed (Chairman), B Moss and C Lane.</p>
<p><b>1. Apologies</b></p><p>None.</p><p><b>2. Play area</b></p><p>It was resolved to buy a swing for &pound;1,200. The clerk will write to
the county about the fence, the gate and the path, and report to the next meeting in April.</p></td></tr></table>""",
        "<title>Stowmere Parish Council</title>",
    )


def broken_markup(path: Path) -> None:
    """Elements that are never closed or cross one another, and bytes that are not what the page says; nothing is lost."""
    _page(
        path,
        """<main><h1>Parking<h2>Fees</h2><p>Resident <b>permits <i>cost</b> £40</i> a year – “Zone A” too.<p>Visitors&nbsp;pay
&pound;12 &#8211; each.<ul><li>cash<li>card</ul><p>The zones are these.<table><tr><td>Zone<td>Fee<tr><td>A<td>£4<tr><td>B<td>£5</table>
Text after the table.
<p>County Hall<br>Aldermere<br/>AM1 2CC</p></main>""",
        "<title>Parking</title>",
        "cp1252",
    )


CASES = (
    Case(meeting_page_with_minutes, "ieListDocuments-7001.html"),
    Case(meeting_page_before_the_meeting, "ieListDocuments-7002.html"),
    Case(inspection_page, "inspection-of-aldermere.html"),
    Case(folded_and_tabbed, "paying-for-care-folded.html"),
    Case(title_beside_the_text, "care-home-fees.html"),
    Case(page_laid_out_with_tables, "stowmere-minutes.html"),
    Case(broken_markup, "parking.html"),
)
