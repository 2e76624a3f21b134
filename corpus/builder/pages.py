"""The pages of a PDF: size, margins, running headers and footers, printed page numbers, marks that an agenda refers to."""

from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import ActionFlowable, BaseDocTemplate, Flowable, Frame, PageTemplate

from corpus.builder.styles import House

MARGIN = 62
FOOT = 40
BAND = 34
GUTTER = 22
ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


@dataclass(frozen=True)
class Running:
    """What stands at the head and foot of every page; `folio` is "Page {}" or the like, empty for none."""

    left: str = ""
    right: str = ""
    foot: str = ""
    folio: str = "{}"
    roman: bool = False
    offset: int = 0
    crest: bool = False


class Book(BaseDocTemplate):
    """A paper of portrait and landscape pages that remembers the printed page of every mark."""

    def __init__(self, path: Path, house: House, front: dict[str, object]) -> None:
        super().__init__(
            str(path),
            pagesize=A4,
            invariant=1,
            title=str(front.get("title", "")),
            author=str(front.get("author", "")),
            subject=str(front.get("subject", "")),
            creator="",
            pageCompression=1,
        )
        self.house = house
        self.running = Running()
        self.marks: dict[str, str] = {}
        wide = landscape(A4)
        column = (A4[0] - 2 * MARGIN - GUTTER) / 2
        columns = [Frame(x, MARGIN, column, A4[1] - 2 * MARGIN - 6, 0, 0, 0, 0) for x in (MARGIN, MARGIN + column + GUTTER)]
        kinds = [("portrait", A4, _furniture), ("landscape", wide, _furniture), ("slides", wide, _band)]
        for name, size, furniture in sorted(kinds, key=lambda kind: kind[0] != front.get("opens", "portrait")):
            frame = Frame(MARGIN, MARGIN, size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - 6, 0, 0, 0, 0, id=name)
            self.addPageTemplates(PageTemplate(name, [frame], onPageEnd=furniture, pagesize=size))
        self.addPageTemplates(PageTemplate("newsletter", columns, onPageEnd=_furniture, pagesize=A4))

    def label(self) -> str:
        """The number printed on the current page."""
        number = self.page + self.running.offset
        return ROMAN[number] if self.running.roman else str(number)


def _furniture(canvas: Canvas, book: Book) -> None:
    running, (width, height) = book.running, canvas._pagesize
    canvas.saveState()
    canvas.setFont(book.house.font, 8.5)
    canvas.drawString(MARGIN, height - 38, running.left)
    canvas.drawRightString(width - MARGIN, height - 38, running.right)
    canvas.drawString(MARGIN, FOOT - 8, running.foot)
    if running.folio:
        place = canvas.drawRightString if running.foot else canvas.drawCentredString
        place(width - MARGIN if running.foot else width / 2, FOOT - 8, running.folio.format(book.label()))
    canvas.addPageLabel(book.page - 1, "ROMAN_LOWER" if running.roman else "ARABIC", book.page + running.offset)
    canvas.restoreState()


def _band(canvas: Canvas, book: Book) -> None:
    """A slide: a band of colour at the foot with the council's name and the printed page."""
    width, _ = canvas._pagesize
    canvas.saveState()
    canvas.setFillColor(book.house.colour)
    canvas.rect(0, 0, width, BAND, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(book.house.bold, 11)
    canvas.drawString(MARGIN, BAND / 2 - 4, book.running.left)
    canvas.drawRightString(width - MARGIN, BAND / 2 - 4, book.label())
    canvas.addPageLabel(book.page - 1, "ARABIC", book.page + book.running.offset)
    canvas.restoreState()


class Turn(ActionFlowable):
    """Changes the running header and footer from this page on."""

    def __init__(self, **changes: object) -> None:
        super().__init__()
        self.changes = changes

    def apply(self, doc: Book) -> None:
        """Called by reportlab where the part begins."""
        changes = dict(self.changes)
        if "first" in changes:
            changes["offset"] = int(str(changes.pop("first"))) - doc.page
        doc.running = replace(doc.running, **changes)  # type: ignore[arg-type] # the names are fields of Running


class Mark(Flowable):
    """An invisible place: its printed page is remembered, and it may be a bookmark."""

    def __init__(self, book: Book, name: str, title: str = "", level: int = 0) -> None:
        super().__init__()
        self.book, self.name, self.title, self.level = book, name, title, level

    def wrap(self, *_: float) -> tuple[float, float]:
        """Takes no room."""
        return 0, 0

    def draw(self) -> None:
        """Remembers where it stands."""
        self.book.marks[self.name] = self.book.label()
        if self.title:
            self.canv.bookmarkPage(self.name)
            self.canv.addOutlineEntry(self.title, self.name, self.level)
