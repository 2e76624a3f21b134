"""Web pages."""

from pathlib import Path

from tests.golden.case import Case

ABOUT = """<title>Paying for care | Aldermere County Council</title>
<link rel="canonical" href="https://www.aldermere.example/adult-care/paying-for-care">
<meta property="article:published_time" content="2025-01-14T09:00:00+00:00">"""
CRUMBS = """<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li>
<li><a href="/adult-care">Adult care</a></li><li>Paying for care</li></ol></nav>"""


def _page(path: Path, body: str, about: str = ABOUT, crumbs: str = "") -> None:
    path.write_text(
        f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">{about}</head><body>
<header><a href="#main">Skip to main content</a>
<nav><ul><li><a href="/bins">Bins</a></li><li><a href="/roads">Roads</a></li></ul></nav></header>
{crumbs}<main id="main"><h1>Paying for care</h1>{body}</main>
<footer><p>Aldermere County Council, County Hall</p><script>track("page")</script></footer></body></html>""",
        encoding="utf-8",
    )


def page_about_itself(path: Path) -> None:
    """The canonical link, the date of publication and the breadcrumb are kept; navigation and footer are no text."""
    _page(
        path,
        "<p>Most people pay something towards their care.</p><h2>How much you pay</h2><p>It depends on your income and savings.</p>",
        crumbs=CRUMBS,
    )


def spanning_cells(path: Path) -> None:
    """Cells that span columns and rows."""
    _page(
        path,
        """<p>Weekly rates are reviewed each April.</p>
<table><caption>Weekly rates, £</caption>
<thead><tr><th rowspan="2">Kind of care</th><th colspan="2">2024/25</th><th colspan="2">2025/26</th></tr>
<tr><th>Standard</th><th>Nursing</th><th>Standard</th><th>Nursing</th></tr></thead>
<tbody><tr><th rowspan="2">Care home</th><td>770</td><td>880</td><td>812</td><td>934</td></tr>
<tr><td>775</td><td>885</td><td>818</td><td>940</td></tr>
<tr><th>Short stay</th><td>802</td><td>910</td><td>845</td><td>966</td></tr></tbody></table>""",
    )


def definition_list(path: Path) -> None:
    """A definition list: each term stays with what is said of it."""
    _page(
        path, "<dl><dt>Capital limit</dt><dd>£23,250. Above it you pay in full.</dd><dt>Personal allowance</dt><dd>£30.15 a week.</dd></dl>"
    )


def accordions(path: Path) -> None:
    """What is folded away is text like the rest, under the heading that opens it."""
    _page(
        path,
        """<details><summary>Deferred payments</summary><p>You can pay when your home is sold.</p></details>
<div class="accordion"><h2><button aria-expanded="false">Top-up fees</button></h2>
<div class="accordion-panel" hidden><p>A relative may pay the difference.</p></div></div>""",
    )


def web_headings_by_look(path: Path) -> None:
    """An old page marks its headings with bold paragraphs only."""
    _page(
        path,
        """<p><strong>Who can get help</strong></p><p>Anyone who lives in Aldermere can ask for an assessment.</p>
<p><b>How to ask</b></p><p>Ring the duty team on 01632 960100. Lines are open <strong>from 8am</strong>.</p>""",
    )


def web_lists(path: Path) -> None:
    """Lists keep their numbers and their order, lists within lists their depth."""
    _page(
        path,
        """<p>You will need:</p>
<ol><li>proof of income:<ul><li>payslips</li><li>bank statements</li></ul></li><li>proof of savings</li></ol>""",
    )


def web_table_without_head(path: Path) -> None:
    """An old table: no head, no header cells, the first row in bold; a table that only lays out the page holds it."""
    _page(
        path,
        """<table><tr><td><p>The fees are these.</p></td></tr><tr><td>
<table border="1"><tr><td><b>Permit</b></td><td><b>Six months</b></td><td><b>A year</b></td></tr>
<tr><td>Resident</td><td>£40</td><td>£70</td></tr><tr><td>Visitor</td><td>£12</td><td>£20</td></tr></table></td></tr></table>""",
    )


def published_in_words(path: Path) -> None:
    """The date of publication stands in the text only, beside the date of a later change."""
    _page(
        path,
        "<p>The form is two pages long.</p><p>Published: 14 January 2025. Last updated: 3 March 2025</p>",
        about="<title>Forms</title>",
    )


CASES = (
    Case(page_about_itself, "paying-for-care.html"),
    Case(spanning_cells, "weekly-rates.html"),
    Case(definition_list, "limits.html"),
    Case(accordions, "deferred-payments.html"),
    Case(web_headings_by_look, "who-can-get-help.html"),
    Case(web_table_without_head, "parking-permits.html"),
    Case(published_in_words, "forms.html"),
    Case(web_lists, "what-you-need.html"),
)
