"""A page of a paper as a picture, with the quoted words marked; the text of a paper that has no pages."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import Any

from pipeline.errors import NotThereError
from pipeline.lookup.show import shown
from pipeline.model.answers import Citation, DocumentRow, PageRow
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.papers import paper_of
from pipeline.web.templating import escaped, page

WIDTHS = (900, 1400, 2100)
"""Pixels of a page picture: small, at 100 %, and for a close look."""
TYPES = {
    "pdf": "application/pdf", "html": "text/plain; charset=utf-8", "text": "text/plain; charset=utf-8",
    "markdown": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
"""A paper's media type as it is sent: HTML goes out as text, so that nothing in it runs."""


def show(library: Any, asked: Asked) -> Reply:
    """The page that a citation, passage or fact stands on, with its words marked."""
    cited = _cited(library, asked.parts["id"])
    held = library.document(cited.sha256)
    return _view(library, asked, held, (cited.page or 1) - 1, cited)


def viewer(library: Any, asked: Asked) -> Reply:
    held = paper_of(library, asked)
    cited = _cited(library, asked["cite"]) if asked["cite"] else None
    return _view(library, asked, held, _index(asked, held), cited)


def picture(library: Any, asked: Asked) -> Reply:
    """The page as PNG, drawn from the file as it was read; a file that has changed since is not drawn."""
    held = paper_of(library, asked)
    width = asked.number("width", WIDTHS[1], WIDTHS[-1])
    size = next((one for one in WIDTHS if one >= width), WIDTHS[-1])
    if held.media != "pdf":
        raise NotThereError("This paper has no pages to draw.")
    drawn = _drawn(_unchanged(held), _index(asked, held), size)
    return Reply(drawn, "image/png", headers={"Cache-Control": "private, max-age=86400, immutable"})


def file(library: Any, asked: Asked) -> Reply:
    """The paper's file as it was read, to be looked at where the browser can and never run (see web/safety.py)."""
    held = paper_of(library, asked)
    media, name = TYPES[held.media], escaped(PurePosixPath(held.name).name)
    shown = "inline" if held.media == "pdf" else "attachment"
    return Reply(_unchanged(held).read_bytes(), media, headers={"Content-Disposition": f"{shown}; filename*=UTF-8''{name}"})


def _view(library: Any, asked: Asked, held: DocumentRow, index: int, cited: Citation | None) -> Reply:
    row: PageRow = library.page(held.id, index)
    boxes = [box for span in (cited.spans if cited else ()) if span.page == row.number for box in span.boxes]
    return page("viewer.html", asked=asked, paper=held, page=row, index=index, cited=cited, boxes=boxes)


def _cited(library: Any, id_: str) -> Citation:
    found = shown(library, id_)
    if found is None:
        raise NotThereError("This citation is not in the library: the paper may have been read anew. Ask again to find it.")
    return found.citation


def _index(asked: Asked, held: DocumentRow) -> int:
    said = asked.parts["page"]
    if not said.isdecimal() or not 1 <= int(said[:9]) <= held.pages:
        raise NotThereError(f"The paper has pages 1 to {held.pages}.")
    return int(said) - 1


def _unchanged(held: DocumentRow) -> Path:
    """The paper's file, if it is still the one that was read. Raises NotThereError."""
    path = Path(held.path)
    try:
        if _hash(path, path.stat().st_mtime_ns) == held.sha256:
            return path
    except OSError as error:
        raise NotThereError(f"The file {held.name} is no longer where it was read ({error.strerror}).") from error
    raise NotThereError(f"The file {held.name} has changed since it was read. Ingest it again.")


@lru_cache(maxsize=256)
def _hash(path: Path, _changed: int) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@lru_cache(maxsize=16)
def _drawn(path: Path, index: int, width: int) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[index]
        drawn = BytesIO()
        sheet.render(scale=width / sheet.get_width()).to_pil().save(drawn, "PNG")
        return drawn.getvalue()
    finally:
        document.close()
