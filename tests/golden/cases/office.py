"""Word files as offices leave them: lists that begin again, contents, fields, content controls, moved text, two kinds of notes."""

from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as File
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.golden.case import Case

W = nsdecls("w")
NAMES = (
    f'{W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
CHANGE = 'w:id="5" w:author="Clerk" w:date="2025-01-06T09:00:00Z"'
TITLE, TOP, SECOND = (f'<w:pStyle w:val="{name}"/>' for name in ("Title", "Heading1", "Heading2"))


def _add(file: File, xml: str) -> None:
    """Puts elements before the file's last section."""
    for element in list(parse_xml(f"<w:body {NAMES}>{xml}</w:body>")):
        file.element.body[-1].addprevious(element)


def _run(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def _paragraph(words: str, form: str = "", look: str = "") -> str:
    return f"<w:p><w:pPr>{form}</w:pPr>{_run(words, look)}</w:p>"


def _field(code: str, result: str) -> str:
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r><w:instrText> {code} </w:instrText></w:r>{kinds[1]}{result}{kinds[2]}"


def _listed(list_: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'


def _shape(file: File, shape: int, levels: Sequence[tuple[str, str, str]], lists: dict[int, int | None]) -> None:
    """A shape of list and the lists of that shape, each with the number at which it begins again."""
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text, more) in enumerate(levels)
    )
    root = file.part.numbering_part.element
    root.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{shape}">{made}</w:abstractNum>'))
    for list_, start in lists.items():
        again = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
        root.append(parse_xml(f'<w:num {W} w:numId="{list_}"><w:abstractNumId w:val="{shape}"/>{again}</w:num>'))


def lists_that_begin_again(path: Path) -> None:
    """Lists of one shape begin again or at a number of their own; legal numbers print figures under Roman parts; one is switched off."""
    file = Document()
    _shape(file, 90, (("decimal", "%1.", ""), ("lowerLetter", "(%2)", "")), {91: None, 92: 1, 93: 7})
    _shape(file, 94, (("upperRoman", "Part %1", ""), ("decimal", "%1.%2", "<w:isLgl/>"), ("decimal", "%1.%2.%3", "<w:isLgl/>")), {95: None})
    rows = (
        ("Libraries", TITLE), ("Options", SECOND), ("Close one library.", _listed(91, 0)), ("Keep all of them open:", _listed(91, 0)),
        ("as they are; or", _listed(91, 1)), ("with shorter hours.", _listed(91, 1)), ("Recommendations", SECOND),
        ("Note the report.", _listed(92, 0)), ("Agree the second option.", _listed(92, 0)), ("Conditions", SECOND),
        ("Hours are read again in June.", _listed(93, 0)), ("Terms", SECOND), ("The lease", _listed(95, 0)),
        ("The lease is for nine years.", _listed(95, 1)), ("It may be renewed.", _listed(95, 2)), ("The rent", _listed(95, 0)),
        ("The rent is £4,000 a year.", _listed(95, 1)), ("Nothing else is owed.", _listed(0, 0)),
    )  # fmt: skip
    _add(file, "".join(_paragraph(words, form) for words, form in rows))
    file.save(str(path))


def contents_and_fields(path: Path) -> None:
    """Word's own list of contents names no section twice, whatever its style; results of fields and links are words of the text."""
    file = Document()
    entries = _field('TOC \\o "1-3"', _run("Costs") + "<w:r><w:tab/></w:r>" + _run("2"))
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    _add(
        file,
        _paragraph("Leisure centres", TITLE)
        + f"<w:sdt>{gallery}<w:sdtContent>{_paragraph('Contents')}<w:p>{entries}</w:p></w:sdtContent></w:sdt>"
        + f"<w:p>{_field('TOC Table', _run('Table 1'))}</w:p>"
        + _paragraph("Costs", TOP)
        + f'<w:p>{_run("As said in paragraph ")}<w:fldSimple w:instr="REF x">{_run("2.1")}</w:fldSimple>{_run(" on page ")}'
        + f"{_field('PAGEREF y', _run('4'))}{_run(', see ')}<w:hyperlink>{_run('the council plan')}</w:hyperlink>{_run('.')}</w:p>"
        + _paragraph("Risks", TOP)
        + _paragraph("There are two risks."),
    )
    file.save(str(path))


def content_controls(path: Path) -> None:
    """Words in content controls are words; what asks to be filled in is none; of two forms of a box one is read."""
    file = Document()
    box = f"<w:txbxContent>{_paragraph('Ring 01632 960100.')}</w:txbxContent>"
    drawn = f"<wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp>"
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>{drawn}</a:graphicData>'
        f"</a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )

    def control(words: str, more: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{more}</w:sdtPr><w:sdtContent>{_run(words)}</w:sdtContent></w:sdt>"

    _add(
        file,
        f"<w:sdt><w:sdtContent>{_paragraph('Decision', TOP)}{_paragraph('That the scheme be approved.')}</w:sdtContent></w:sdt>"
        + f"<w:p>{_run('It was taken on ')}{control('3 February 2025')}{_run('.')}</w:p>"
        + f"<w:p>{_run('No reason is needed.')}{control('Click or tap here to enter text.', '<w:showingPlcHdr/>')}</w:p>"
        + f'<w:p>{_run("Key decision: ")}{control("☒")}{_run(" Yes ")}<w:r><w:sym w:char="F0A8"/></w:r>{_run(" No")}</w:p>'
        + f"<w:p>{_run('Copies are free.')}{both}</w:p>",
    )
    file.save(str(path))


def moved_text(path: Path) -> None:
    """Moved text stands where it went, deleted paragraphs and rows are gone, hidden words too; struck-out words are still there."""
    file = Document()

    def changed(kind: str, words: str) -> str:
        mark = f"<w:pPr><w:rPr><w:{kind} {CHANGE}/></w:rPr></w:pPr>"
        return f"<w:p>{mark}<w:{kind} {CHANGE}>{_run(words)}</w:{kind}></w:p>"

    def row(more: str, *cells: str) -> str:
        return f"<w:tr><w:trPr>{more}</w:trPr>{''.join(f'<w:tc>{_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    _add(
        file,
        _paragraph("Works plan", TOP)
        + changed("moveFrom", "The hall opens in May.")
        + _paragraph("The path opens in June.")
        + changed("moveTo", "The hall opens in May.")
        + f"<w:p>{_run('Speakers have ')}{_run('three', '<w:strike/>')}{_run(' five minutes.')}{_run(' Check.', '<w:vanish/>')}</w:p>"
        + _paragraph("Table 1: Cost by ward, £")
        + "<w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
        + row("", "Ward", "2025")
        + row(f"<w:del {CHANGE}/>", "Tarrow", "9,000")
        + row("", "Stowmere", "4,000")
        + row("", "Brantwold", "6,000")
        + "</w:tbl>",
    )
    file.save(str(path))


def notes_of_two_kinds(path: Path) -> None:
    """Footnotes and endnotes count on together; a note with a star of its own takes no number."""
    file = Document()
    _add(
        file,
        _paragraph("Costs", TOP)
        + f'<w:p>{_run("The fund stood at £4.2m")}<w:r><w:footnoteReference w:id="2"/></w:r>{_run(" on 31 March")}'
        + f'<w:r><w:endnoteReference w:id="3"/></w:r>{_run(".")}</w:p>'
        + f'<w:p>{_run("Reserves fell")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>{_run(".")}</w:p>',
    )
    for kind, notes in (("footnote", {2: " Including interest.", 4: "* Before audit."}), ("endnote", {3: " See the accounts."})):
        told = "".join(f'<w:{kind} w:id="{id_}">{_paragraph(words)}</w:{kind}>' for id_, words in notes.items())
        blob = f"<w:{kind}s {W}>{told}</w:{kind}s>".encode()
        form = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}s+xml"
        file.part.relate_to(Part(PackURI(f"/word/{kind}s.xml"), form, blob, file.part.package), f"{RELATION}{kind}s")
    file.save(str(path))


def styles_of_another_language(path: Path) -> None:
    """A Welsh Word names its heading styles in Welsh; a council's own style is a heading by what it is based on or by its outline."""
    file = Document()
    for id_, name, more in (
        ("Pennawd1", "heading 1", ""),
        ("Adran", "Pennawd Adroddiad", '<w:basedOn w:val="Heading2"/>'),
        ("Rhan", "Rhan", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
    ):
        style = f'<w:style {W} w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>{more}</w:style>'
        file.styles.element.append(parse_xml(style))
    rows = (
        ("Cyllideb y Cyngor", "Pennawd1"), ("Mae'r gyllideb yn £4.2m eleni.", ""), ("Risgiau", "Adran"), ("Mae dau brif risg.", ""),
        ("Costau", "Rhan"), ("Nid oes costau eraill.", ""),
    )  # fmt: skip
    _add(file, "".join(_paragraph(words, f'<w:pStyle w:val="{style}"/>' if style else "") for words, style in rows))
    file.save(str(path))


def merged_both_ways(path: Path) -> None:
    """Cells merged down beside cells merged across, two header rows, an empty cell and a total over two columns."""
    file = Document()

    def row(*cells: tuple[str, str], head: bool = False) -> str:
        told = "".join(f"<w:tc><w:tcPr>{form}</w:tcPr>{_paragraph(words)}</w:tc>" for words, form in cells)
        return f"<w:tr><w:trPr>{'<w:tblHeader/>' if head else ''}</w:trPr>{told}</w:tr>"

    down, on, two = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    _add(
        file,
        _paragraph("Programme", TOP)
        + _paragraph("Table 2: Programme by theme, £m")
        + f"<w:tbl><w:tblGrid>{'<w:gridCol/>' * 4}</w:tblGrid>"
        + row(("Theme", down), ("Scheme", down), ("Cost", two), head=True)
        + row(("", on), ("", on), ("2024/25", ""), ("2025/26", ""), head=True)
        + row(("Roads", down), ("Bridges", ""), ("1.2", ""), ("1.4", ""))
        + row(("", on), ("Lighting", ""), ("0.3", ""), ("", ""))
        + row(("Schools", ""), ("Roofs", ""), ("2.0", ""), ("(0.4)", ""))
        + row(("Total", two), ("3.5", ""), ("1.0", ""))
        + "</w:tbl>",
    )
    file.save(str(path))


def underlined_headings(path: Path) -> None:
    """A clerk underlines headings; columns and pages break within sentences; a line break parts the lines of an address."""
    file = Document()
    line = '<w:u w:val="single"/>'
    _add(
        file,
        _paragraph("Newsletter of the Parish Council", TITLE)
        + _paragraph("Play area", look=line)
        + '<w:p><w:r><w:t xml:space="preserve">A swing was </w:t><w:br w:type="column"/><w:t xml:space="preserve">bought and </w:t>'
        + '<w:br w:type="page"/><w:t>put up in May.</w:t></w:r></w:p>'
        + _paragraph("How to reach us", look=line)
        + "<w:p><w:r><w:t>The Clerk</w:t><w:br/><w:t>2 Green Lane</w:t><w:br/><w:t>Stowmere</w:t></w:r></w:p>",
    )
    file.save(str(path))


CASES = (
    Case(lists_that_begin_again, "libraries.docx"),
    Case(contents_and_fields, "leisure-centres.docx"),
    Case(content_controls, "decision-form.docx"),
    Case(moved_text, "works-plan.docx"),
    Case(notes_of_two_kinds, "reserves.docx"),
    Case(styles_of_another_language, "cyllideb.docx"),
    Case(merged_both_ways, "programme.docx"),
    Case(underlined_headings, "newsletter.docx"),
)
