"""No text is lost, none is invented, and all that is said points back to where it stands."""

from collections import Counter
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kinds import divide
from pipeline.model.documents import Source
from pipeline.model.structure import Structure
from pipeline.read import read
from pipeline.split import split
from tests.golden.accounts import counted, invented, mistold, places, times_in_blocks, without_box
from tests.golden.case import Case
from tests.golden.cases import CASES
from tests.golden.failing import LOSING
from tests.golden.sheet import Sheet
from tests.golden.shelf import Shelf

PDFS = [case for case in CASES if case.file.endswith(".pdf")]
LINE_END_HYPHENS = "-\u00ad\u2010\x02\ufffe"
"""pdfium prints one of these where a line ends in a hyphen."""


def named(case: Case):
    why = LOSING.get(case.name)
    return pytest.param(case, id=case.name, marks=[pytest.mark.xfail(strict=True, reason=why)] if why else [])


def lost(found: Structure) -> str:
    """Characters that are in no block or in several."""
    times = times_in_blocks(found.document)
    return "".join(found.document.text[at] for at in sorted(counted(found.document)) if times[at] != 1)


def homeless(found: Structure) -> str:
    """Characters that are in none, or in several, of passage, heading, table, furniture and hidden."""
    times = Counter(at for offsets in places(found).values() for at in offsets)
    return "".join(found.document.text[at] for at in sorted(counted(found.document)) if times[at] != 1)


def misplaced(found: Structure) -> list[str]:
    """Stretches of paragraphs that differ from the characters that they point to, and spans that point to nothing."""
    text = found.document.text
    stretches = [(p.text[at : at + length], text[source : source + length]) for p in found.paragraphs for at, source, length in p.runs]
    spans = [span for passage in found.passages for span in passage.spans]
    spans += [span for table in found.tables for row in table.rows for span in (row.span, *row.cell_spans) if span]
    return [ours for ours, theirs in stretches if ours != theirs] + [str(s) for s in spans if not 0 <= s.start < s.end <= len(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_character_is_in_one_block(case: Case, shelf_of_cases: Shelf):
    """Every character of a page that is no white space is in exactly one block."""
    assert lost(shelf_of_cases.structure(case)) == ""


@pytest.mark.parametrize("case", [named(case) for case in CASES])
def test_each_character_has_one_place(case: Case, shelf_of_cases: Shelf):
    """Every character is in exactly one of: a passage, a heading, a table, furniture, hidden words."""
    assert homeless(shelf_of_cases.structure(case)) == ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_said_stands_in_the_paper(case: Case, shelf_of_cases: Shelf):
    """Every stretch of a paragraph equals the characters that it maps back to, and no paragraph has words of its own."""
    found = shelf_of_cases.structure(case)
    assert misplaced(found) == []
    assert list(invented(found)) == []
    assert list(mistold(found)) == []


@pytest.mark.parametrize("case", PDFS, ids=lambda case: case.name)
def test_pages_hold_what_is_printed(case: Case, shelf_of_cases: Shelf):
    """The characters of the pages are those that pdfium finds in the file, in whatever order."""
    import pypdfium2

    found = shelf_of_cases.structure(case).document
    printed: Counter[str] = Counter()
    with pypdfium2.PdfDocument(found.source.path) as file:
        for page in file:
            printed.update(page.get_textpage().get_text_range())
    assert visible(Counter(found.text)) == visible(printed)


@pytest.mark.parametrize("case", PDFS, ids=lambda case: case.name)
def test_each_character_can_be_shown(case: Case, shelf_of_cases: Shelf):
    """Every printed character has its box on the page."""
    assert without_box(shelf_of_cases.structure(case).document) == ""


def visible(characters: Counter[str]) -> dict[str, int]:
    return {character: n for character, n in characters.items() if not character.isspace() and character not in LINE_END_HYPHENS}


WORDS = (
    "the Council committee agreed noted £4.2m 12% (471) ﬁve of\ufb01cers “quoted” county’s re-let co\u00adordinate 31\u00a0March 2024/25 "
    "A&E Stowmere – 1,204 R."
)
WORD = st.sampled_from(WORDS.split(" "))
SENTENCE = st.lists(WORD, min_size=1, max_size=12).map(" ".join)
LINE = st.one_of(
    SENTENCE,
    SENTENCE.map(lambda words: f"{words}."),
    SENTENCE.map(lambda words: f"**{words}**"),
    st.tuples(st.sampled_from(("1.", "2.3", "4.1.10", "a)", "(b)", "(iv)", "-", "•", "Item 7", "Appendix B")), SENTENCE).map(" ".join),
    st.lists(st.sampled_from(("Ward", "Total", "4.2", "(1.1)", "", "n/a", "Older people", "£m")), min_size=2, max_size=4).map("\t".join),
    st.sampled_from(
        (
            "",
            "",
            "AGENDA",
            "Minutes of the Planning Committee held on 4 March 2024",
            "Present: Councillor A Wray",
            "Page 3",
            "The meeting closed at 4 pm.",
        )
    ),
    st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20),
)
PAPER = st.lists(LINE, min_size=1, max_size=25).map("\n".join).filter(str.strip)


def whole(path: Path) -> Structure:
    """What the stages make of a paper, after the checks that hold for every paper."""
    document = read(Source(path, f"aldermere/{path.name}", "0", path.stat().st_size))
    found = split(document, divide(document))
    assert (lost(found), homeless(found), misplaced(found), [*invented(found), *mistold(found)]) == ("", "", [], [])
    return found


@settings(max_examples=60, deadline=None)
@given(PAPER)
def test_any_text_paper_keeps_its_words(tmp_path_factory: pytest.TempPathFactory, paper: str):
    """Whatever stands in a text paper, each character has one place, and each paragraph its words."""
    path = tmp_path_factory.getbasetemp() / "paper.txt"
    path.write_text(paper, encoding="utf-8")
    whole(path)


def test_tags_and_drawn_rules_are_no_words(tmp_path: Path):
    """Emphasis by tags and a row of dashes in a table of a text paper say nothing; all other characters have their place."""
    path = tmp_path / "paper.txt"
    path.write_text("Grants\n\nWard\tPaid\n--------\t--------\nStowmere\t4.2\n<i>Brantwold, to be settled\t3.1</i>\n", encoding="utf-8")
    assert len(whole(path).tables) == 1


TAG = st.sampled_from(("p", "h2", "h3", "li", "strong", "div", "td", "dt", "dd", "blockquote", "summary", "span"))
ELEMENT = st.tuples(TAG, SENTENCE).map(lambda pair: f"<{pair[0]}>{escape(pair[1])}</{pair[0]}>")
NEST = st.recursive(
    ELEMENT,
    lambda inner: st.tuples(
        st.sampled_from(("ul", "ol", "section", "table", "tr", "dl", "details", "div")), st.lists(inner, max_size=4)
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(NEST, min_size=1, max_size=6).map("".join))
def test_any_web_page_keeps_its_words(tmp_path_factory: pytest.TempPathFactory, body: str):
    """However elements are nested, each character that is read has one place."""
    path = tmp_path_factory.getbasetemp() / "page.html"
    path.write_text(f"<!DOCTYPE html><html><body><main><h1>Council</h1>{body}</main></body></html>", encoding="utf-8")
    whole(path)


PRINTED = st.tuples(st.integers(20, 560), st.integers(10, 830), st.sampled_from((7, 9, 11, 11, 11, 16)), st.booleans(), SENTENCE)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(PRINTED, max_size=14), min_size=1, max_size=3).filter(any))
def test_any_printed_page_keeps_its_words(tmp_path_factory: pytest.TempPathFactory, pages: list[list[tuple[int, int, int, bool, str]]]):
    """Wherever words are printed on a page, over one another or over its edge, each character has one place."""
    path = tmp_path_factory.getbasetemp() / "page.pdf"
    sheet = Sheet(path)
    for at, page in enumerate(pages):
        if at:
            sheet.page()
        for x, y, size, bold, words in page:
            sheet.put(x, y, words.replace("ﬁ", "fi"), size=size, bold=bold)
    sheet.save()
    assert without_box(whole(path).document) == ""


def test_a_dash_over_the_edge_of_a_page_has_one_place(tmp_path: Path):
    """What is printed over the edge is hidden; the passage of the words before and after it does not take it in as well."""
    path = tmp_path / "page.pdf"
    sheet = Sheet(path)
    sheet.put(20, 10, "the", size=7, bold=False)
    sheet.put(357, 10, "committee committee committee –", size=16, bold=False)
    sheet.page()
    sheet.put(20, 10, "the", size=7, bold=False)
    sheet.save()
    whole(path)
