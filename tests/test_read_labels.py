"""Page labels: the numbers that a paper prints on its pages."""

import pytest

from pipeline.model.documents import Block, Page
from pipeline.read.pdf.labels import labelled


def labels(*furniture: str | tuple[str, ...], stated: str | None = None) -> list[str | None]:
    """The labels of pages with these headers and footers."""
    pages: list[Page] = []
    blocks: list[Block] = []
    start = 0
    for index, lines in enumerate(furniture):
        own = (lines,) if isinstance(lines, str) else lines
        text = "\n".join((*own, "The Council noted 12 reports."))
        at = start
        for line in own:
            blocks.append(Block("furniture", at, at + len(line), index))
            at += len(line) + 1
        pages.append(Page(index + 1, text, start, stated))
        start += len(text) + 1
    return [page.label for page in labelled(pages, blocks)]


@pytest.mark.parametrize(
    "form",
    ["{}", "- {} -", "Page {}", "page {} of 90", "Aldermere County Council   {}", "{}    Aldermere", "{} | Aldermere", "Tudalen {}"],
)
def test_printed_numbers_are_labels(form):
    """In whatever form, where the next page counts on."""
    assert labels(form.format(47), form.format(48), form.format(49)) == ["47", "48", "49"]


def test_the_number_of_the_pack_is_the_label():
    """Of the report's own number and the pack's, the one that more pages agree with."""
    pages = [("Page 11", "1"), ("Page 12", "2"), ("Page 13", "1"), ("Page 14", "2")]
    assert labels(*pages) == ["11", "12", "13", "14"]


def test_what_counts_on_nowhere_is_no_label():
    """A year, a reference and a number on a single page say nothing of pages."""
    assert labels("Budget   2025", "Budget   2025", "Ref 12") == [None, None, None]
    assert labels("Page 5") == [None]


def test_labels_that_the_file_states_stay():
    """What the file says of its own pages is not counted anew."""
    assert labels("1", "2", stated="iv") == ["iv", "iv"]
