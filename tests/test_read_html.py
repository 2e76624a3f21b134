"""Web pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.model.documents import Source
from pipeline.read import read
from pipeline.read.generated import letters, roman
from pipeline.read.html.tables import table_slots

PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Homes with care - Aldermere County Council</title>
<link rel="canonical" href="https://www.aldermere.example/homes">
<meta name="dcterms.issued" content="2024-05-13"><script>var x = "tracking";</script></head><body>
<div id="cookie-banner"><p>We use cookies. <button>Accept</button></p></div>
<header><a href="/">Aldermere County Council</a><nav><ul><li><a href="/bins">Bins</a></li></ul></nav></header>
<nav aria-label="Breadcrumb"><ol><li><a href="/">Home</a></li><li>› Care</li></ol></nav>
{main}
<footer><p>Contact us</p></footer></body></html>"""
LONG = "The council will build sixty homes with care in the north of the county before the end of the year. " * 3


@pytest.fixture
def page(tmp_path):
    def write(content, name="page.html"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(Source(path, f"aldermere/{name}", "0", path.stat().st_size))

    return write


def blocks(document):
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def main(inner):
    return PAGE.format(main=f"<main>{inner}</main>")


def covered(document):
    """How many blocks hold each character that is not white space."""
    return {sum(b.start <= i < b.end for b in document.blocks) for i, c in enumerate(document.text) if not c.isspace()}


def test_only_the_main_content_is_read(page):
    """Menus, cookies, scripts and footers are no words of the paper."""
    document = page(main(f"<h1>Homes with care</h1><p>{LONG}</p>"))
    assert document.text == f"Homes with care\n{LONG.strip()}"
    assert covered(document) == {1}
    assert document.media == "html"
    assert [p.number for p in document.pages] == [None]
    assert document.line(0) is None


def test_what_the_page_says_of_itself(page):
    """Title without the site's name, address, day of issue, breadcrumb."""
    document = page(main("<h2>Sites</h2><p>Two sites were found.</p>"))
    assert (document.title, document.url, document.published) == ("Homes with care", "https://www.aldermere.example/homes", "2024-05-13")
    assert document.breadcrumb == ("Home", "Care")
    assert document.metadata["site"] == "Aldermere County Council"


def test_without_a_main_element_the_densest_region_is_read(page):
    """Where mark-up does not say what the paper is, its running text does."""
    menu = '<div class="menu"><ul><li><a href="/a">Bins</a></li></ul></div>'
    body = f'<div class="wrap">{menu}<div class="x"><p>{LONG}</p><p>{LONG}</p></div></div>'
    assert "Bins" not in page(PAGE.format(main=body)).text


def test_headings_lists_and_emphasis(page):
    """Levels of headings, depth of lists, numbers that the browser makes, what is strong."""
    document = page(
        main(
            "<h2>Next <em>steps</em></h2><ul><li>Find a site<ul><li>in Oxmere</li></ul></li></ul>"
            '<ol type="a" start="3"><li>Agree the <strong>budget</strong> of £2m</li><li>Let the contract</li></ol>'
        )
    )
    assert blocks(document) == [
        ("heading", 2, "Next steps"),
        ("item", 1, "Find a site"),
        ("item", 2, "in Oxmere"),
        ("item", 1, "Agree the budget of £2m"),
        ("item", 1, "Let the contract"),
    ]
    assert [block.marker for block in document.blocks] == [None, "•", "•", "c.", "d."]
    assert [document.text[s.start : s.end] for block in document.blocks for s in block.bold] == ["budget"]


def test_an_item_that_prints_its_number_gets_no_other(page):
    """No "1." before "4.2."."""
    document = page(main("<ol><li>4.2. The chair thanked the officers.</li></ol>"))
    assert document.blocks[0].marker is None


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("<p><strong>Risks</strong></p><p>None.</p>", ("heading", None, "Risks")),
        ("<p><strong>The budget</strong> was agreed</p>", ("text", None, "The budget was agreed")),
        ("<p>Aldermere House<br>Quay Street</p>", ("text", None, "Aldermere House\nQuay Street")),
        ("<p>One<br><br>Two</p>", ("text", None, "One")),
        ("<pre>a  b\n  c</pre>", ("text", None, "a  b\n  c")),
        ("<p>  Many \n\t blanks\xa0here </p>", ("text", None, "Many blanks here")),
        ("<details><summary>Who pays</summary><p>The county.</p></details>", ("heading", 2, "Who pays")),
        ("<h3><button>Deposits <span>and rent</span></button></h3><p>x</p>", ("heading", 3, "Deposits and rent")),
        ('<p>Report<span class="visually-hidden"> opens in a new window</span></p>', ("text", None, "Report")),
        ("<p>Back to top</p>", ("furniture", None, "Back to top")),
        ('<h2 id="feedback">Feedback</h2><p>x</p>', ("heading", 2, "Feedback")),
        ('<div class="share-this"><a href="/f">Share</a></div><p>Words</p>', ("text", None, "Words")),
        (f'<div class="panel" hidden><p>{LONG}</p></div>', ("text", None, LONG.strip())),
    ],
)
def test_first_block(page, inner, expected):
    """How councils write pages, and what the first block of each is."""
    assert blocks(page(main(inner + f"<p>{LONG}</p>")))[0] == expected


def test_tables_keep_their_spans(page):
    """Cells stand at their upper left with exact offsets, covered slots are None, rows are lines and cells parted by tabs."""
    document = page(
        main(
            "<table><caption>Homes by year</caption><thead><tr><th rowspan=2>Site</th><th colspan=2>Homes</th></tr>"
            "<tr><th>2023</th><th>2024</th></tr></thead><tbody><tr><td>Kiln<br>Lane</td><td></td><td>24</td></tr>"
            "<tr><th>Total</th><td><b>0</b></td><td>24</td></tr></tbody></table>"
        )
    )
    (table,) = [block for block in document.blocks if block.grid]
    assert document.text.split("\n") == ["Homes by year", "Site\tHomes\t", "\t2023\t2024", "Kiln Lane\t\t24", "Total\t0\t24"]
    assert (table.grid.header_rows, table.grid.caption) == (2, "Homes by year")
    assert [[cell and cell.text for cell in row] for row in table.grid.rows][:2] == [["Site", "Homes", None], [None, "2023", "2024"]]
    assert (table.grid.rows[0][0].rowspan, table.grid.rows[0][1].colspan) == (2, 2)
    assert all(document.text[c.start : c.end] == c.text for row in table.grid.rows for c in row if c)


def test_a_table_that_lays_out_the_page_is_no_table(page):
    """Headings inside, or one column: the content is read as if the table were not there."""
    document = page(main(f"<table><tr><td><h2>Minutes</h2><p>{LONG}</p></td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"))
    assert blocks(document)[0] == ("heading", 2, "Minutes")


def test_short_definitions_are_a_table_long_ones_are_text(page):
    """A summary list pairs labels and values; a glossary is read on."""
    assert (
        page(main("<dl><dt>Author</dt><dd>Head of Homes</dd><dt>Date</dt><dd>4 May</dd></dl>")).text == "Author\tHead of Homes\nDate\t4 May"
    )
    long = page(main(f"<dl><dt>Void</dt><dd>{LONG}</dd></dl>"))
    assert blocks(long) == [("heading", None, "Void"), ("text", None, LONG.strip())]


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ('<meta property="article:published_time" content="2023-02-06T09:00:00Z">', "", "2023-02-06"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2023-02-06"}]}</script>', "", "2023-02-06"),
        ("", "<p>Assessment published: 6 February 2023</p>", "2023-02-06"),
        ("", '<p><time class="published" datetime="2023-02-06">Monday</time></p>', "2023-02-06"),
        ("", "<p>Last updated 6 February 2023</p>", "2023-02-06"),
        ("", "<p>Published 6 February 2023. Last updated 9 March 2024</p>", "2023-02-06"),
        ("", "<p>The strategy runs to 6 February 2023</p>", None),
    ],
)
def test_day_of_publication(page, head, body, day):
    """As mark-up states it, else as the page prints it, else not at all."""
    assert page(f"<html><head>{head}</head><body><main>{body}<p>{LONG}</p></main></body></html>").published == day


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_encodings(page, encoding):
    """UTF-8, UTF-16 and Windows-1252, where that is declared, give the same words."""
    text = f'<html><head><meta charset="{encoding}"></head><body><p>“Care” costs £5 – café</p></body></html>'
    assert page(text.encode(encoding)).text == "“Care” costs £5 – café"


def test_the_address_that_a_browser_noted(page):
    """A page saved from a browser says where it came from."""
    document = page("<!DOCTYPE html><!-- saved from url=(0030)https://aldermere.example/a --><html><body><p>Words</p></body></html>")
    assert document.url == "https://aldermere.example/a"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("<html><body><form><input type='password'></form><p>Please sign in</p></body></html>", "a login page, not the paper"),
        ("<html><body><script>start()</script><div id='app'></div></body></html>", "a web page without words"),
        ("<html></html>", "a web page without"),
    ],
)
def test_pages_that_are_no_paper_are_refused(page, content, told):
    """A login page or an empty shell is an error that names the file and says what to do."""
    with pytest.raises(SourceError, match=told) as caught:
        page(content)
    assert str(caught.value).startswith("aldermere/page.html: ")
    assert "save" in str(caught.value)


def test_an_error_page_is_an_issue(page):
    """It is read, and said to look like one."""
    document = page("<html><body><h1>Page not found</h1><p>Try the search.</p></body></html>")
    assert "error page" in document.issues[0].message


def test_minutes_set_in_a_table_are_paragraphs(page):
    """A number in a column of its own stands before its text."""
    rows = f"<tr><td>1.</td><td><p>Apologies</p><p>{LONG}</p></td></tr><tr><td>2.</td><td><p>Homes at Kiln Lane</p><p>{LONG}</p></td></tr>"
    assert [text for _, _, text in blocks(page(main(f"<table>{rows}</table>")))] == [
        "1. Apologies", LONG.strip(), "2. Homes at Kiln Lane", LONG.strip(),
    ]  # fmt: skip


@given(st.integers(1, 3999))
def test_roman_numerals_grow(number):
    """Every number below 4,000 has a numeral of its own."""
    assert roman(number) != roman(number + 1)


@given(st.integers(1, 5000))
def test_letters_count_as_a_number_to_base_26(number):
    """a to z, aa to zz: reading them back gives the number."""
    value = 0
    for letter in letters(number):
        value = value * 26 + ord(letter) - ord("a") + 1
    assert value == number


@given(st.lists(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), min_size=1, max_size=4), min_size=1, max_size=4))
def test_every_cell_of_a_table_stands_once(spans):
    """Whatever the spans, rows are equally wide and no cell is lost."""
    from lxml import html

    rows = "".join("<tr>" + "".join(f'<td colspan="{w}" rowspan="{h}">x</td>' for w, h in row) + "</tr>" for row in spans)
    made, _ = table_slots(html.fragment_fromstring(f"<table>{rows}</table>"))
    assert len({len(row) for row in made}) == 1
    assert sum(slot is not None for row in made for slot in row) == sum(map(len, spans))


WORD = st.sampled_from(["homes", "1.", "(a)", "The chair spoke.", "£5m", "12.5", "Next steps", "x" * 260])
LEAF = WORD.map(lambda word: f" {word} ")
TREE = st.recursive(
    LEAF,
    lambda inner: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>",
        st.sampled_from(["p", "div", "ul", "li", "b", "h3", "a", "section", "blockquote", "dd", "table", "tr", "td", "th"]),
        st.lists(inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


@given(TREE)
def test_no_word_is_lost_and_none_is_told_twice(tmp_path_factory, inner):
    """Whatever the mark-up, the words of the main element stand in the text, in order, each in one block."""
    from lxml import html

    path = tmp_path_factory.getbasetemp() / "any.html"
    path.write_text(f"<html><body><main><p>Start</p>{inner}</main></body></html>")
    document = read(Source(path, "any.html", "0", 1))
    assert document.text.split() == html.document_fromstring(path.read_text()).text_content().split()
    assert covered(document) == {1}
