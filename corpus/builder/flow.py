"""The blocks of a source as flowables on pages."""

from collections.abc import Iterator
from dataclasses import replace

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.platypus import Flowable, HRFlowable, KeepTogether, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Paragraph as Words
from reportlab.platypus import Table as Grid

from corpus.builder import styles
from corpus.builder.blocks import Block, Directive, Group, Heading, Item, Paragraph, Table
from corpus.builder.drawings import Bars, Crest
from corpus.builder.inline import marked, plain
from corpus.builder.pages import GUTTER, MARGIN, Book, Mark, Turn
from corpus.builder.tables import laid_out

PORTRAIT_WIDTH = A4[0] - 2 * MARGIN
LANDSCAPE_WIDTH = A4[1] - 2 * MARGIN
WIDTHS = {
    "portrait": PORTRAIT_WIDTH,
    "landscape": LANDSCAPE_WIDTH,
    "slides": LANDSCAPE_WIDTH,
    "newsletter": (PORTRAIT_WIDTH - GUTTER) / 2,
}
CAPTIONS = ("**Table", "**Figure")
FAR_RIGHT = " >> "


class Layout:
    """Lays blocks out for one book; `bookmarks` says whether the PDF has an outline, `opens` names the first page's template."""

    def __init__(self, book: Book, marks: dict[str, str], bookmarks: bool, opens: str) -> None:
        self.book, self.marks, self.bookmarks = book, marks, bookmarks
        self.house = book.house
        self.width = WIDTHS[opens]
        self.inset = 0.0

    def flowables(self, blocks: tuple[Block, ...]) -> Iterator[Flowable]:
        """The flowables of the blocks, in order."""
        for block in blocks:
            if isinstance(block, Directive):
                yield from self._directive(block)
            elif isinstance(block, Group):
                yield from self._group(block)
            elif isinstance(block, Table):
                yield laid_out(self._filled(block), self.house, self.width)
            else:
                yield self._words(block)

    def _words(self, block: Heading | Paragraph | Item) -> Flowable:
        if isinstance(block, Paragraph) and FAR_RIGHT in block.text:
            return self._split_line(block)
        text = marked(self._resolved(block.text))
        if isinstance(block, Heading):
            return Words(text, styles.heading(self.house, block.level))
        if isinstance(block, Item):
            return Words(text, styles.item(self.house, block.depth), bulletText=block.marker)
        if block.number:
            return Words(text, styles.numbered(self.house), bulletText=block.number)
        held = block.text.startswith(CAPTIONS) or (block.text.startswith("**") and block.text.endswith("**"))
        return Words(text, styles.prose(self.house, self.inset).clone("held", keepWithNext=int(held)))

    def _split_line(self, block: Paragraph) -> Flowable:
        left, right = block.text.split(FAR_RIGHT)
        look = self.house.style("far right", alignment=TA_RIGHT)
        grid = Grid(
            [[self._words(Paragraph(left, block.number)), Words(marked(self._resolved(right)), look)]],
            colWidths=[self.width * 0.82, self.width * 0.18],
        )
        grid.setStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("TOPPADDING", (0, 0), (-1, -1), 0),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ]
        )
        return grid

    def _filled(self, table: Table) -> Table:
        return replace(table, rows=tuple(tuple(self._resolved(text) for text in row) for row in table.rows))

    def _resolved(self, text: str) -> str:
        for name, label in self.marks.items():
            text = text.replace(f"{{page:{name}}}", label)
        return text

    def _directive(self, block: Directive) -> Iterator[Flowable]:
        makers = {
            "part": self._part,
            "page": self._page,
            "mark": self._mark,
            "crest": self._crest,
            "space": self._space,
            "indent": self._indent,
            "slides": self._turned,
            "bars": self._bars,
            "rule": self._rule,
            "landscape": self._turned,
            "portrait": self._turned,
            "newsletter": self._turned,
        }
        if block.name not in makers:
            raise ValueError(f"unknown directive ::{block.name}")
        yield from makers[block.name](block)

    def _part(self, block: Directive) -> Iterator[Flowable]:
        options: dict[str, object] = dict(block.options)
        if "roman" in options:
            options["roman"] = options["roman"] == "yes"
        yield Turn(**options)

    def _page(self, _: Directive) -> Iterator[Flowable]:
        yield PageBreak()

    def _turned(self, block: Directive) -> Iterator[Flowable]:
        self.width = WIDTHS[block.name]
        yield NextPageTemplate(block.name)
        yield PageBreak()

    def _mark(self, block: Directive) -> Iterator[Flowable]:
        title = block.options.get("title", "") if self.bookmarks else ""
        yield Mark(self.book, block.words[0], title, int(block.options.get("level", "0")))

    def _crest(self, block: Directive) -> Iterator[Flowable]:
        yield Crest(self.house, " ".join(block.words))

    def _space(self, block: Directive) -> Iterator[Flowable]:
        yield Spacer(1, float(block.words[0]))

    def _indent(self, block: Directive) -> Iterator[Flowable]:
        self.inset = self.house.indent if block.words[0] == "on" else 0.0
        yield from ()

    def _bars(self, block: Directive) -> Iterator[Flowable]:
        yield Bars(self.house, dict(pair.split("=") for pair in block.options["of"].split(";")), block.options.get("unit", ""))

    def _rule(self, _: Directive) -> Iterator[Flowable]:
        yield HRFlowable(width="100%", thickness=0.7, color=styles.SHADES["rule"], spaceBefore=2, spaceAfter=8)

    def _group(self, group: Group) -> Iterator[Flowable]:
        makers = {
            "box": self._box,
            "columns": self._columns,
            "slide": self._slide,
            "header": self._header,
            "centre": self._aligned,
            "right": self._aligned,
            "small": self._aligned,
        }
        yield from makers[group.directive.name](group)

    def _box(self, group: Group) -> Iterator[Flowable]:
        self.width -= 20
        inside = list(self.flowables(group.blocks))
        self.width += 20
        grid = Grid([[inside]], colWidths=[self.width], spaceBefore=4, spaceAfter=10)
        grid.setStyle(
            [
                ("BOX", (0, 0), (-1, -1), 0.8, self.house.colour),
                ("BACKGROUND", (0, 0), (-1, -1), styles.SHADES["box"]),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("RIGHTPADDING", (0, 0), (-1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
            ]
        )
        yield grid

    def _columns(self, group: Group) -> Iterator[Flowable]:
        count = int(group.directive.words[0])
        lines = [block for block in group.blocks if isinstance(block, Paragraph | Item)]
        depth = -(-len(lines) // count)
        look = self.house.style("column", spaceAfter=2)
        cells = [[Words(marked(line.text), look) for line in lines[at : at + depth]] for at in range(0, len(lines), depth)]
        grid = Grid([cells], colWidths=[self.width / count] * len(cells), hAlign="LEFT", spaceAfter=8)
        grid.setStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
        yield grid

    def _header(self, group: Group) -> Iterator[Flowable]:
        pairs = [block.text.split(": ", 1) for block in group.blocks if isinstance(block, Paragraph)]
        rows = tuple((f"**{label}**", words) for label, words in pairs)
        options = {"header": "0", "widths": "3 7", "align": "ll", "size": str(self.house.size)} | group.directive.options
        yield laid_out(Table(rows, options), self.house, self.width)

    def _aligned(self, group: Group) -> Iterator[Flowable]:
        looks = {"centre": {"alignment": TA_CENTER}, "right": {"alignment": TA_RIGHT}, "small": {"size": self.house.size - 2}}
        look = self.house.style(group.directive.name, **looks[group.directive.name])
        for block in group.blocks:
            if isinstance(block, Paragraph):
                words = f"{block.number} {block.text}".strip()
                yield Words(marked(self._resolved(words)), look)
            else:
                yield from self.flowables((block,))

    def _slide(self, group: Group) -> Iterator[Flowable]:
        title, *rest = group.blocks
        look = self.house.style("slide", size=20, leading=27, leftIndent=26, bulletIndent=6, spaceAfter=9)
        top = styles.heading(self.house, 1).clone("slide title", fontSize=28, leading=34, spaceAfter=20)
        made: list[Flowable] = [Words(marked(plain(getattr(title, "text", ""))), top)]
        for block in rest:
            if isinstance(block, Item):
                made.append(Words(marked(block.text), look, bulletText=block.marker))
            elif isinstance(block, Paragraph):
                made.append(Words(marked(block.text), look.clone("sp", leftIndent=6)))
            else:
                made.extend(self.flowables((block,)))
        yield KeepTogether(made)
