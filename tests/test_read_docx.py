"""Word files."""

import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.model.documents import Source
from pipeline.read import read
from pipeline.read.docx.numbering import spelt

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Pennawd1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Council Head"/><w:basedOn w:val="Pennawd1"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Minute Item"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Intense Quote"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>"""
LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"), ("lowerRoman", "(%4)"), ("bullet", "\uf0b7"))
NUMBERING = "".join(
    [
        '<w:abstractNum w:abstractNumId="0">',
        *(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            + ('<w:pStyle w:val="Item"/>' if at == 1 else "")
            + "</w:lvl>"
            for at, (form, text) in enumerate(LEVELS)
        ),
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>',
    ]
)


@pytest.fixture
def word(tmp_path):
    """Writes a Word file with this body and reads it."""

    def write(body, *, name="minutes.docx", footnotes="", properties=""):
        return read(written(tmp_path / name, body, footnotes, properties))

    return write


def written(path, body, footnotes="", properties=""):
    """The source of a Word file with this body."""
    parts = {
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>",
        "word/numbering.xml": f"<w:numbering {W}>{NUMBERING}</w:numbering>",
        "word/footnotes.xml": f"<w:footnotes {W}>{footnotes}</w:footnotes>",
        "docProps/core.xml": f'<c xmlns:dc="http://purl.org/dc/elements/1.1/">{properties}</c>',
        "_rels/.rels": RELATIONS.format(f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'),
        "word/_rels/document.xml.rels": RELATIONS.format("".join(map(relation, ("styles", "numbering", "footnotes")))),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return Source(path, f"aldermere/{path.name}", "0", path.stat().st_size)


def relation(kind):
    return f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{kind}.xml"/>'


def p(text, style=None, number=None, run=""):
    """A paragraph; `number` is (list, level)."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + listed
    inner = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr>{inner}</w:r></w:p>"


def table(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text, properties="", run=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text, run=run)}</w:tc>"


def blocks(document):
    return [(block.kind, block.level, document.text[block.start : block.end]) for block in document.blocks]


def test_a_line_for_each_paragraph(word):
    """Lines count paragraphs, empty ones too; there are no page numbers and none are invented."""
    document = word(p("Minutes") + p("") + p("The meeting began at ten."))
    assert document.text == "Minutes\n\nThe meeting began at ten."
    assert document.line(document.text.index("began")) == 3
    assert (document.media, [page.number for page in document.pages]) == ("docx", [None])


def test_headings_by_style_in_any_language_and_by_look(word):
    """A style based on Word's own heading is one; so is a short paragraph that is all bold, but no sentence."""
    document = word(
        p("Cyllid", "Pennawd1") + p("Homes", "Own") + p("Background", run="<w:b/>") + p("All was agreed.", run="<w:b/>")
        + p("Risks", run='<w:rStyle w:val="Strong"/>') + p("None", "Pennawd1", run='<w:b w:val="0"/>') + p("Well said", "Quote")
    )  # fmt: skip
    assert [(kind, level) for kind, level, _ in blocks(document)] == [
        ("heading", 1), ("heading", 1), ("heading", None), ("text", None), ("heading", None), ("heading", 1),
        ("text", None),
    ]  # fmt: skip
    assert [block.size for block in document.blocks][:3] == [16.0, 16.0, 11.0]


def test_automatic_numbers_are_markers(word):
    """Counted as Word counts: deeper levels begin again, a style has its level, another list of the same shape may restart."""
    document = word(
        p("Apologies", "Pennawd1", (1, 0)) + p("They were noted.", "Item") + p("The committee agreed to:", "Item")
        + p("note the report", None, (1, 2)) + p("thank the officers", None, (1, 2)) + p("in writing", None, (1, 3))
        + p("by hand", None, (1, 4)) + p("Finance", None, (1, 0)) + p("It was received.", "Item") + p("approve it", None, (1, 2))
        + p("Other business", None, (2, 0)) + p("No number", "Item", (0, 0))
    )  # fmt: skip
    assert [block.marker for block in document.blocks] == [
        "1.", "1.1", "1.2", "a)", "b)", "(i)", "•", "2.", "2.1", "a)", "7.", None,
    ]  # fmt: skip
    assert [(b.kind, b.level) for b in document.blocks][3:7] == [("item", 1), ("item", 1), ("item", 2), ("item", 3)]
    assert "1." not in document.text


def test_tables_with_merged_cells(word):
    """Spans across and down, header rows, numbers inside cells; each row is one line."""
    repeated = "<w:trPr><w:tblHeader/></w:trPr>"
    document = word(
        table(
            [repeated, cell("Service", '<w:vMerge w:val="restart"/>'), cell("Budget", '<w:gridSpan w:val="2"/>', "<w:b/>")],
            [cell("", "<w:vMerge/>"), cell("2023"), cell("2024")],
            [f"<w:tc>{p('Homes', None, (1, 0))}</w:tc>", cell("£2m"), f"<w:tc>{p('£3m')}{p('(forecast)')}</w:tc>"],
        )
        + p("After")
    )
    assert document.text == "Service\tBudget\t\n\t2023\t2024\n1. Homes\t£2m\t£3m (forecast)\nAfter"
    (grid,) = [block.grid for block in document.blocks if block.grid]
    assert grid.header_rows == 1
    assert (grid.rows[0][0].rowspan, grid.rows[0][1].colspan, grid.rows[0][2], grid.rows[1][0]) == (2, 2, None, None)
    assert all(document.text[c.start : c.end] == c.text for row in grid.rows for c in row if c)
    assert document.line(document.text.index("After")) == 4


def test_a_table_around_headings_is_layout(word):
    """A box drawn around text is read as the text in it."""
    boxed = table([f"<w:tc>{p('Decision', 'Pennawd1')}{p('Approved.')}</w:tc>", cell("x")])
    assert [kind for kind, _, _ in blocks(word(boxed))] == ["heading", "text", "text"]
    assert blocks(word(table([cell("One box of words")]))) == [("text", None, "One box of words")]


def test_names_in_columns_set_by_tabs_are_a_table(word):
    """Two or more lines with tabs between names; a numbered paragraph with a tab is none."""
    document = word(
        p("<w:t>Cllr Ann Able</w:t><w:tab/><w:t>Cllr Bob Bold</w:t>") + p("<w:t>Cllr Cy Calm</w:t><w:tab/><w:t>Vacancy</w:t>")
        + p("<w:t>8.3</w:t><w:tab/><w:t>The committee agreed.</w:t>")
    )  # fmt: skip
    assert [kind for kind, _, _ in blocks(document)] == ["table", "text"]
    assert [[cell.text for cell in row] for row in document.blocks[0].grid.rows][1] == ["Cllr Cy Calm", "Vacancy"]


def test_changes_are_accepted(word):
    """Insertions stay, deletions go; a deleted paragraph mark joins two paragraphs; comments and field codes are no words."""
    document = word(
        "<w:p><w:r><w:t>Sixty </w:t></w:r><w:del><w:r><w:delText>forty </w:delText></w:r></w:del><w:ins><w:r><w:t>homes</w:t></w:r></w:ins>"
        "<w:r><w:commentReference w:id='1'/></w:r></w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>are </w:t></w:r></w:p>" + p("built")
        + '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
        '<w:t>Result</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>' + p("secret", run="<w:vanish/>")
    )  # fmt: skip
    assert document.text.strip() == "Sixty homes\nare built\nResult"


def test_line_breaks_part_names_and_join_sentences(word):
    """Lines of one paragraph are blocks of their own on the same line of the text, unless the sentence goes on."""
    document = word(p("<w:t>Cllr Ann Able</w:t><w:br/><w:t>Cllr Bob Bold</w:t>") + p("<w:t>The committee</w:t><w:br/><w:t>agreed.</w:t>"))
    assert [text for _, _, text in blocks(document)] == ["Cllr Ann Able", "Cllr Bob Bold", "The committee agreed."]
    assert document.line(document.text.index("Bob")) == 1


def test_footnotes_text_boxes_and_contents(word):
    """Notes come last under their marks, a box is read once after its paragraph, tables of contents are furniture."""
    box = f"<w:txbxContent>{p('Key message')}</w:txbxContent>"
    document = word(
        p("Homes\t3", "TOC1")
        + '<w:p><w:r><w:t>Spent</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
        + f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        footnotes=f'<w:footnote w:id="2">{p("At 2023 prices")}</w:footnote>',
    )
    assert [(kind, text) for kind, _, text in blocks(document)] == [
        ("furniture", "Homes\t3"), ("text", "Spent¹"), ("text", "Key message"), ("text", "¹ At 2023 prices"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "stated", "title"),
    [
        (p("Care plan", "Title"), "x", "Care plan"),
        (p("Words"), "Minutes of June", "Minutes of June"),
        (p("Care", "Pennawd1") + p("Words"), "Microsoft Word - tmpl.docx", "Care"),
        (p("Words"), "", None),
    ],
)
def test_title(word, body, stated, title):
    """By style, else as the properties state it unless a template left it there, else by the only top heading."""
    assert word(body, properties=f"<dc:title>{stated}</dc:title>").title == title


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "an old Word file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (rb"{\rtf1 words}", "a Rich Text file"),
        (b"PK\x03\x04 cut off", "damaged or cut off"),
        (b"plain words", "not a Word file"),
    ],
)
def test_what_is_no_word_file_is_told(tmp_path, content, told):
    """Each is an error that names the file and says what to do."""
    path = tmp_path / "minutes.docx"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=told) as caught:
        read(Source(path, "aldermere/minutes.docx", "0", 1))
    assert str(caught.value).startswith("aldermere/minutes.docx: ")
    assert caught.value.next_step


def test_a_damaged_archive_is_told(word, tmp_path):
    """Bytes changed in the middle: an error, and no traceback."""
    word(p("words " * 500), name="whole.docx")
    content = bytearray((tmp_path / "whole.docx").read_bytes())
    content[60:120] = b"\0" * 60
    (tmp_path / "minutes.docx").write_bytes(content)
    with pytest.raises(SourceError, match="damaged"):
        read(Source(tmp_path / "minutes.docx", "minutes.docx", "0", 1))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "ppt/presentation.xml", "readme.txt"])
def test_another_archive_is_told(tmp_path, part):
    """A workbook named .docx is called what it is."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(part, "<x/>")
    with pytest.raises(SourceError, match="not a Word file but"):
        read(Source(tmp_path / "a.docx", "a.docx", "0", 1))


def test_an_agenda_set_in_a_table_is_paragraphs(word):
    """Typed or automatic numbers in a column of their own stand before their titles; figures keep a table a table."""
    typed = word(table([cell("1."), cell("Apologies for absence"), cell("")], [cell("2."), cell("Homes at Kiln Lane"), cell("5 - 10")]))
    assert [text for _, _, text in blocks(typed)] == ["1. Apologies for absence", "2. Homes at Kiln Lane", "5 - 10"]
    counted = [f"<w:tc>{p('', None, (1, 0))}</w:tc>"]
    automatic = word(table([*counted, cell("Apologies for absence")], [*counted, cell("Homes at Kiln Lane")]))
    assert [(b.marker, automatic.text[b.start : b.end]) for b in automatic.blocks] == [
        ("1.", "Apologies for absence"), ("2.", "Homes at Kiln Lane"),
    ]  # fmt: skip
    assert grids_in(word(table([cell("1"), cell("12.5")], [cell("2"), cell("13.1")]))) == 1


def grids_in(document):
    return sum(block.grid is not None for block in document.blocks)


@given(st.integers(1, 700), st.sampled_from(["lowerLetter", "upperRoman", "decimal", "ordinal"]))
def test_numbers_of_one_format_differ(number, form):
    """No two numbers of a list look alike."""
    assert spelt(number, form) != spelt(number + 1, form)


WORD = st.sampled_from(["homes", "1.", "(a)", "The chair spoke.", "5", "Next steps", "x" * 260])
PARAGRAPH = st.builds(p, WORD, st.sampled_from([None, "Pennawd1", "TOC1"]))
TABLE = st.lists(st.lists(PARAGRAPH.map(lambda inner: f"<w:tc>{inner}</w:tc>"), min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda rows: table(*rows)
)


@given(st.lists(PARAGRAPH | TABLE, min_size=1, max_size=5).map("".join))
def test_no_word_is_lost_and_none_is_told_twice(tmp_path_factory, body):
    """Whatever the order of paragraphs and tables, every word stands in the text, in order, in one block."""
    document = read(written(tmp_path_factory.getbasetemp() / "any.docx", body))
    assert document.text.split() == " ".join(re.findall(r"<w:t [^>]*>([^<]*)<", body)).split()
    assert {sum(b.start <= i < b.end for b in document.blocks) for i, c in enumerate(document.text) if not c.isspace()} == {1}
