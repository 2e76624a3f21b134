"""Text and Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.documents import Source
from pipeline.read import read
from pipeline.read.plain import read as read_plain

WRAPPED = """The Committee received a report on the homes that the Council means to build at Kiln Lane in
Oxmere. Members asked when the first tenants would move in. Officers said that this was expected
in the autumn, once the drains had been laid and the road adopted. The Chair thanked everyone who
had worked on the scheme and asked for a further report in six months.

Members raised these points about the road and about the time that it would take to have it made
up by the County:

1. That the surface was poor and would not last another winter, as Cllr Ada Quill of the parish of
Fenmoor had said before.
- a bus stop was wanted

Proposed by Councillor Quill;
Seconded by Councillor Able;
"""


@pytest.fixture
def paper(tmp_path):
    """Writes a file and reads it."""

    def write(content, name="minutes.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read(Source(path, f"aldermere/{name}", "0", path.stat().st_size))

    return write


def blocks(document):
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def grids(document):
    return [[[cell and cell.text for cell in row] for row in block.grid.rows] for block in document.blocks if block.grid]


def test_the_text_is_the_file_and_lines_count(paper):
    """Nothing is changed but line ends; there is one page without a number; lines are those of the file."""
    document = paper(b"Minutes\r\n\r\n  The  meeting\rbegan.\n")
    assert document.text == "Minutes\n\n  The  meeting\nbegan.\n"
    assert [(page.number, page.text) for page in document.pages] == [(None, document.text)]
    assert document.line(document.text.index("began")) == 4
    assert (document.media, paper("# Minutes", "a.md").media) == ("text", "markdown")


def test_where_lines_are_paragraphs_each_is_a_block(paper):
    """Headings in bold, items, paragraphs; a line that begins in lower case goes on from the one before."""
    document = paper(
        "**Declarations of interest**\n\n3.1 None was declared.\n- a) to note the report\n"
        "• a bullet\n  - inside it\nCllr Ann Able (Chair)\nCllr Bob Bold\nAda Quill on 01632 960001\nor write to the clerk\n" + "X" * 300
    )
    assert blocks(document)[:-1] == [
        ("heading", "**Declarations of interest**"),
        ("text", "3.1 None was declared."),
        ("item", "- a) to note the report"),
        ("item", "• a bullet"),
        ("item", "- inside it"),
        ("text", "Cllr Ann Able (Chair)"),
        ("text", "Cllr Bob Bold"),
        ("text", "Ada Quill on 01632 960001\nor write to the clerk"),
    ]
    assert [block.level for block in document.blocks if block.kind == "item"] == [1, 1, 2]


@pytest.mark.parametrize("double", [False, True])
def test_wrapped_lines_are_joined(paper, double):
    """Lines cut at one width are one paragraph, with or without an empty line after each; lists and short lines stay apart."""
    text = WRAPPED * 3
    document = paper(text.replace("\n", "\n\n") if double else text)
    found = [" ".join(words.split()) for _, words in blocks(document)][:7]
    assert [words.split()[0] + " ... " + words.split()[-1] for words in found] == [
        "The ... months.",
        "Members ... County:",
        "1. ... before.",
        "- ... wanted",
        "Proposed ... Quill;",
        "Seconded ... Able;",
        "The ... months.",
    ]


def test_emphasis_may_cross_a_line(paper):
    """Bold that ends on the next line holds the two together; the spans are the characters between the marks."""
    document = paper("Venue: **Tarrow Chamber,\nCounty Hall** today\nThe **Chair** spoke.\n")
    assert [text for _, text in blocks(document)] == ["Venue: **Tarrow Chamber,\nCounty Hall** today", "The **Chair** spoke."]
    assert [document.text[s.start : s.end] for block in document.blocks for s in block.bold] == ["Tarrow Chamber,\nCounty Hall", "Chair"]


def test_a_number_alone_belongs_to_the_next_line(paper):
    """Converters put a number or letter on a line of its own."""
    document = paper("**1.**\n\n**Adoption of Minutes**\n\n(a)\n\nThe minutes were adopted.\n")
    assert blocks(document) == [("heading", "**1.**\n\n**Adoption of Minutes**"), ("item", "(a)\n\nThe minutes were adopted.")]


def test_lines_with_tabs_are_a_table(paper):
    """Cells as printed with exact offsets, empty ones kept, lines of dashes left out."""
    document = paper("\t2023/24\t\nService\tBudget £m\tForecast £m\n---\t---\t---\nHomes\t12.400\t**12.900**\n\nEnd\n")
    assert grids(document) == [[["", "2023/24", ""], ["Service", "Budget £m", "Forecast £m"], ["Homes", "12.400", "12.900"]]]
    (table, _) = document.blocks
    assert table.grid.header_rows == 2
    assert all(document.text[c.start : c.end] == c.text for row in table.grid.rows for c in row)


def test_columns_set_with_spaces_are_a_table(paper):
    """As programs that turn PDF into text lay them out; headers stand over their figures."""
    text = """The table shows the budget.
                          Budget     Forecast
Homes and flats            12.4        12.9
Roads                     (1.1)          -

Words with  two spaces  in them
and no figures  at all  here
"""
    document = paper(text)
    assert grids(document) == [[["", "Budget", "Forecast"], ["Homes and flats", "12.4", "12.9"], ["Roads", "(1.1)", "-"]]]
    assert document.blocks[1].grid.header_rows == 1
    assert [kind for kind, _ in blocks(document)] == ["text", "table", "text"]


def test_names_side_by_side_are_a_doubtful_table(paper):
    """Two columns of names look like a table and may be none; numbers make it one."""
    names, numbers = paper("Cllr Ann Able\tCllr Bob Bold\nCllr Cy Calm\t\n"), paper("Homes\t12\nFlats\t9\n", "b.txt")
    assert names.blocks[0].grid.confidence < 0.5 < numbers.blocks[0].grid.confidence


@pytest.mark.parametrize(
    "line", ["8.3\tThe Committee agreed.", "(a)\tto note the report", "•\ta bullet", "4.\tFinance report\t12", "\tindented words"]
)
def test_a_tab_after_a_number_is_no_table(paper, line):
    """Word's numbered paragraphs, saved as text."""
    assert not grids(paper(f"Agreed:\n{line}\n"))


def test_markdown(paper):
    """Headings with their level and without their marks, tables, notices that come back, the link that the file begins with."""
    document = paper(
        "[Original](https://aldermere.example/m.pdf)\n\n# Minutes\n\n## Item *one*\n\n| Year | Homes |\n|---|--:|\n| 2023 | 40 |\n\n"
        "---\n*<small>Scanned page</small>*\n\nWords.\n\n---\n*<small>Scanned page</small>*\n\n2\n\nMore words.\n",
        "a.md",
    )
    assert (document.title, document.url) == ("Minutes", "https://aldermere.example/m.pdf")
    assert [(b.level, document.text[b.start : b.end]) for b in document.blocks if b.kind == "heading"] == [
        (1, "Minutes"),
        (2, "Item *one*"),
    ]
    assert grids(document) == [[["Year", "Homes"], ["2023", "40"]]]
    assert [text for kind, text in blocks(document) if kind == "furniture"] == [
        "[Original](https://aldermere.example/m.pdf)", "---", "*<small>Scanned page</small>*", "---", "*<small>Scanned page</small>*", "2",
    ]  # fmt: skip


def test_underlined_headings(paper):
    """Titles with a line of signs under them."""
    document = paper("Annual report\n=============\n\nFinance\n-------\nWords.\n", "a.md")
    assert [(b.kind, b.level) for b in document.blocks if b.kind != "furniture"] == [("heading", 1), ("heading", 2), ("text", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_is_read_without_a_word(paper, encoding):
    """With and without a byte order mark, which is no character of the text."""
    document = paper("“Care” costs £5 – café, and more plain words.".encode(encoding))
    assert (document.text, document.issues) == ("“Care” costs £5 – café, and more plain words.", ())


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_older_encodings_are_read_and_said(paper, encoding):
    """Quotes, dashes, accents and pound signs of Windows and of old Macs are what they were."""
    document = paper("The Committee’s budget – £5m for Áras Ó Briain’s café – was “agreed”.".encode(encoding))
    assert document.text == "The Committee’s budget – £5m for Áras Ó Briain’s café – was “agreed”."
    assert f"read as {encoding.upper()}" in document.issues[0].message


def test_damaged_utf8_is_read_and_said(paper):
    """One broken byte among good ones is marked, the rest stays."""
    document = paper("Café £5 – “Áth” ".encode() * 3 + b"\xff end")
    assert document.text.endswith("\N{REPLACEMENT CHARACTER} end")
    assert "not valid UTF-8" in document.issues[0].message


PIECES = st.sampled_from(
    [
        "The chair spoke",
        "and",
        "\n",
        "\n\n",
        "\t",
        "**",
        "- ",
        "1.",
        "12.5",
        "| a |",
        "|---|",
        "---",
        "# ",
        "*",
        " ",
        "(a)",
        "x" * 90,
        "\f",
        "_",
        "===",
    ]
)


@given(st.lists(PIECES, min_size=1, max_size=40).map(" ".join), st.sampled_from([".txt", ".md"]))
def test_every_character_is_in_one_block(tmp_path_factory, text, suffix):
    """Blocks are in order, share nothing, miss nothing, and cells are the text at their offsets."""
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_text(text + "x", encoding="utf-8")
    document = read_plain(Source(path, "any", "0", 1))
    at = 0
    for block in document.blocks:
        assert not document.text[at : block.start].strip()
        assert at <= block.start < block.end
        assert all(block.start <= span.start < span.end <= block.end for span in block.bold)
        for cell in (c for row in (block.grid.rows if block.grid else ()) for c in row if c):
            assert document.text[cell.start : cell.end] == cell.text
            assert block.start <= cell.start <= cell.end <= block.end or not cell.text
        at = block.end
    assert not document.text[at:].strip()
