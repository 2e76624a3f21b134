"""A page of a paper as it is shown: marks on the words, the text, turning, the outline, the citation to copy."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from PIL import Image

from pipeline.errors import NotThereError
from pipeline.lookup.cite import cite
from pipeline.model.answers import Citation, CitedSpan, FactRow, Filters
from pipeline.model.boxes import lines
from pipeline.model.documents import Source
from pipeline.read.pdf import read
from pipeline.render.citing import harvard, markdown, plain
from pipeline.web.asked import Asked
from pipeline.web.pages.files import picture
from pipeline.web.pages.outline import WHOLE, headings, outline
from pipeline.web.pages.told import shortly
from pipeline.web.pages.viewer import screens_of, show, viewer
from pipeline.web.pages.written import written

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAPERS = Path(__file__).parents[2] / "corpus" / "papers"
TEXT = "Budget 2025\nWe <agreed> it.\n\nService\tNet\nHomes\t12\n"


def first(library: Any, kind: str, document: str, wanted: str = "") -> FactRow:
    """The first fact of a kind in a paper whose quote matches."""
    return next(row for row in library.facts(kind, Filters(document=document)) if re.search(wanted, row.quote))


def shown(library: Any, row: FactRow, **query: str) -> str:
    return show(library, Asked(f"/show/{row.id}", {"id": row.id}, tuple(query.items()))).body.decode()


def turned(library: Any, hash_: str, page: str, **query: str) -> Any:
    return viewer(library, Asked(f"/papers/{hash_}/pages/{page}", {"paper": hash_, "page": page}, tuple(query.items())))


def test_text_is_shown_as_it_is_stored() -> None:
    """Taking the mark-up away from what is written gives the stored text again, whatever is marked."""
    made = written(TEXT, 0, len(TEXT), [CitedSpan(None, 5, 20)], {0: 2}, {29})
    parts = re.findall(r"<p[^>]*>(.*?)</p>|<t[dh][^>]*>(.*?)</t[dh]>", str(made))
    assert [unescape(re.sub("<[^>]+>", "", a or b)) for a, b in parts] == re.split("[\n\t]", TEXT)[:-1]


def test_a_quote_over_lines_and_cells_is_marked_in_each() -> None:
    """Every word of the quote is in a mark, none beside it is, and the first mark can be gone to."""
    start, end = TEXT.index("agreed"), TEXT.index("12") + 2
    made = str(written(TEXT, 0, len(TEXT), [CitedSpan(None, start, end)]))
    marks = [unescape(one) for one in re.findall(r"<mark[^>]*>(.*?)</mark>", made)]
    assert "".join(marks) == re.sub("[\n\t]", "", TEXT[start:end])
    assert made.count('id="quote"') == 1


def test_rows_of_cells_are_a_table_and_headings_have_names() -> None:
    """A stored table's first row heads its columns; a heading can be gone to from the outline."""
    made = str(written(TEXT, 0, len(TEXT), (), {0: 1}, {TEXT.index("Service")}))
    assert '<th scope="col">Service</th>' in made
    assert "<td>Homes</td><td>12</td>" in made
    assert '<p class="head l1" id="h0">Budget 2025</p>' in made


@pytest.mark.parametrize("quarters", [0, 90, 180, 270])
def test_marks_cover_the_words_on_turned_and_cropped_pages(tmp_path: Path, quarters: int) -> None:
    """A page that is turned, or cut to a part of its sheet, has its boxes where the picture has its ink."""
    path = tmp_path / "turned.pdf"
    document = pypdfium2.PdfDocument(PAPERS / "2025-02-03-budget-appendix-f.pdf")
    for sheet in document:
        width, height = sheet.get_size()
        sheet.set_mediabox(-30, -40, width + 60, height + 50)
        sheet.set_cropbox(-10, -20, width + 25, height + 35)
        sheet.set_rotation(quarters)
    document.save(str(path))
    stored = read(Source(path, path.name, "0" * 64, path.stat().st_size)).pages[0]
    drawn = pypdfium2.PdfDocument(path)[0]
    assert (stored.width, stored.height) == pytest.approx(drawn.get_size(), abs=0.1)
    ink = drawn.render(scale=1).to_pil().convert("L").point(lambda level: 255 if level < 96 else 0)
    assert isinstance(stored.boxes, bytes)
    for box in lines(stored.boxes, 0, len(stored.text)):
        ink.paste(0, (int(box.x0) - 1, int(stored.height - box.y1) - 1, int(box.x1) + 2, int(stored.height - box.y0) + 2))
    assert ink.getbbox() is None


def test_the_text_under_the_marks_of_a_table_row_is_the_row(library: Any) -> None:
    """Reading the page back under each box gives the quote, cell for cell."""
    row = next(one for one in library.facts("figures", Filters(document="appendix-f")) if "\t" in one.quote)
    cited = cite(library, row.standing, row.quote, id_=row.id)
    sheet = pypdfium2.PdfDocument(PAPERS / "2025-02-03-budget-appendix-f.pdf")[(cited.page or 1) - 1].get_textpage()
    found = "".join(sheet.get_text_bounded(*box) for span in cited.spans for box in span.boxes)
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", cited.quote)


def test_a_table_row_is_told_in_words(library: Any) -> None:
    """Above the page a quoted row stands with the labels of its columns, and beside it facts are told by their fields."""
    row = next(one for one in library.facts("figures", Filters(document="appendix-f")) if "\t" in one.quote)
    assert "A row of a table, with the labels of its columns." in shown(library, row)
    assert "\t" not in shortly(row)
    assert str(row.fields["raw"]) in shortly(row)


def test_turning_the_page_keeps_the_quote_and_the_zoom(library: Any) -> None:
    """Previous and next carry the citation, and a page without the quoted words says where they are."""
    row = first(library, "commitments", "progress")
    held = library.document(row.standing.sha256)
    page = row.standing.places[0].page + 1
    other = page + 1 if page < held.pages else page - 1
    assert f"/papers/{held.sha256[:12]}/pages/{other}?zoom=150&amp;cite={row.id}" in shown(library, row, zoom="150")
    away = turned(library, held.sha256[:12], str(other), cite=row.id).body.decode()
    assert f'The quoted words are on page <a href="/papers/{held.sha256[:12]}/pages/{page}?cite={row.id}">{page}</a>' in away
    assert 'class="mark"' not in away


def test_a_page_is_gone_to_by_its_number_or_the_printed_one(library: Any) -> None:
    """The form sends on to the page, with what was cited kept; a page that is not there is told with those that are."""
    pack = next(one for one in library.documents() if "pack" in one.name)
    hash_, labels = pack.sha256[:12], dict(library.page_labels(pack.id))
    assert turned(library, hash_, "2", go="7", zoom="150").headers["Location"] == f"/papers/{hash_}/pages/7?zoom=150"
    number, label = next((n, one) for n, one in labels.items() if not one.isdecimal() or int(one) > pack.pages or n == 1)
    if not label.isdecimal():
        assert turned(library, hash_, "2", go=label).headers["Location"] == f"/papers/{hash_}/pages/{number}"
    with pytest.raises(NotThereError, match="pages 1 to"):
        turned(library, hash_, "2", go="999")


def test_the_outline_of_a_long_pack_opens_where_the_reader_is(library: Any) -> None:
    """All parts are there, the headings of the part that is read, and of these one is where the reader is."""
    pack = next(one for one in library.documents() if "pack" in one.name)
    rows, starts = headings(library, pack), library.page_starts(pack.id)
    assert len(rows) > WHOLE
    for page in (0, pack.pages // 2, pack.pages - 1):
        end = starts[page + 1] if page + 1 < len(starts) else starts[page] + 10_000
        made = outline(rows, starts, starts, starts[page], end)
        assert sum(head.here for head in made) == 1
        assert next(head for head in made if head.here).leaf <= page
        assert [head.title for head in made if head.level == 1] == [row.fields["title"] for row in rows if row.fields["level"] == 1]
        assert len(made) < len(rows)


def test_long_texts_are_cut_at_the_ends_of_lines() -> None:
    """Screens follow on one another without loss."""
    text = "A line of a long paper that goes on for a while.\n" * 900
    screens = screens_of(text)
    assert "".join(text[low:high] for low, high in screens) == text
    assert all(text[high - 1] == "\n" for _, high in screens)


def test_a_picture_has_the_shape_of_the_stored_page(library: Any) -> None:
    """The marks are drawn in the page's points, so the picture under them has the same proportions."""
    paper = next(one for one in library.documents() if "appendix-f" in one.name)
    asked = Asked(f"/papers/{paper.sha256[:12]}/pages/1.png", {"paper": paper.sha256[:12], "page": "1"})
    drawn, stored = Image.open(BytesIO(picture(library, asked).body)), library.page(paper.id, 0)
    assert drawn.width / drawn.height == pytest.approx(stored.width / stored.height, rel=0.005)


@pytest.fixture
def cited(library: Any) -> Citation:
    row = first(library, "commitments", "progress")
    return cite(library, row.standing, row.quote, id_=row.id)


def test_a_citation_reads_well_without_date_council_or_page(cited: Citation) -> None:
    """What is not known is left out or said as the style says it, and nothing is said twice."""
    bare = replace(cited, council=None, committee=None, meeting_date=None, page=None, paragraph=None, url=None, document_title="A plan")
    assert harvard(bare) == "Anon. (n.d.) A plan."
    assert plain(replace(bare, label="A plan")).endswith("(A plan)")
    of_body = replace(bare, committee="Roads Committee", meeting_date="2025-01-17", page=3, paragraph="4.1")
    assert harvard(of_body) == "Roads Committee (2025) A plan, 17 January 2025, para. 4.1, p. 3."
    assert plain(replace(bare, council="Aldermere County Council", label="Aldermere County Council: plan")).count("Aldermere") == 1


def test_a_citation_in_markdown_says_what_the_paper_says(cited: Citation) -> None:
    """Stars and brackets of the paper are not mark-up, and the cells of a row stand apart."""
    row = replace(cited, quote="Homes*\t12\t<14>", url="https://aldermere.example/a.pdf#page=2", label="Plan [draft], p. 2", council=None)
    assert markdown(row) == ("> Homes\\* \\| 12 \\| \\<14\\>\n>\n> — [Plan \\[draft\\], p. 2](<https://aldermere.example/a.pdf#page=2>)")
    assert plain(row) == "“Homes* | 12 | <14>” (Plan [draft], p. 2)"


@pytest.mark.enable_socket
def test_marked_words_of_a_text_are_in_view(page: Page, library: Any) -> None:
    """A quote far down a web page is on the screen when its citation is opened."""
    row = library.facts("figures", Filters(document="cqc"))[-1]
    page.goto(f"/show/{row.id}")
    box = page.locator(".whole mark").first.bounding_box()
    assert box
    assert 0 <= box["y"] <= 720


@pytest.mark.enable_socket
def test_a_closer_look_keeps_the_place_and_arrows_turn_the_page(page: Page, library: Any) -> None:
    """Zooming leaves the marked words on the screen, the address says it, and the next page is as close."""
    row = first(library, "commitments", "pack", "homes")
    page.goto(f"/show/{row.id}")
    page.get_by_role("link", name="200 %").click()
    box = page.locator(".sheet .mark").first.bounding_box()
    assert box
    assert 0 <= box["y"] <= 720
    assert "zoom=200" in page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(re.compile(r"/pages/\d+\?.*zoom=200"))
    assert f"cite={row.id}" in page.url
