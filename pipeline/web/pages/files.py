"""The papers' own files: a page as a picture, and the file itself."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from pipeline.errors import NotThereError
from pipeline.model.listing import DocumentRow
from pipeline.web.asked import Asked, Reply
from pipeline.web.pages.papers import paper_of
from pipeline.web.templating import escaped

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTHS = (900, 1400, 2100)
"""Pixels of a page picture: small, at 100 %, and for a close look."""
PIXELS = 12_000_000
"""Of one picture at most: a page that is very long is drawn smaller."""
LONGEST_NUMBER = 7
"""Figures of a page's number."""
TYPES = {
    "pdf": "application/pdf", "html": "text/plain; charset=utf-8", "text": "text/plain; charset=utf-8",
    "markdown": "text/plain; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
"""A paper's media type as it is sent: HTML goes out as text, so that nothing in it runs."""
COLOURS, PALETTE = 600, 128
"""Colours of a page of text and drawings at most, in a sixteenth of its points, and those that are kept of them; a page that has more
holds photographs, and goes out as JPEG."""
QUALITY = 85
PICTURES = 16
"""Pictures that a worker keeps, each some 150 kB."""


def picture(library: Any, asked: Asked) -> Reply:
    """The page as PNG, drawn from the file as it was read; a file that has changed since is not drawn."""
    held = paper_of(library, asked)
    said = asked.parts["page"]
    if held.media != "pdf" or not said.isdecimal() or len(said) > LONGEST_NUMBER or not 1 <= int(said) <= held.pages:
        raise NotThereError("There is no picture of this page.")
    width = asked.number("width", WIDTHS[1], WIDTHS[-1])
    size = next(one for one in WIDTHS if one >= width)
    headers = {"Cache-Control": "private, max-age=86400, immutable"}
    body = drawn(_unchanged(held), held.sha256, int(said) - 1, size)
    return Reply(body, "image/png" if body.startswith(b"\x89PNG") else "image/jpeg", headers=headers)


def file(library: Any, asked: Asked) -> Reply:
    """The paper's file as it was read: a PDF to be looked at, others to be kept; nothing in it runs here."""
    held = paper_of(library, asked)
    shown = "inline" if held.media == "pdf" else "attachment"
    name = escaped(PurePosixPath(held.name).name)
    headers = {"Content-Disposition": f"{shown}; filename*=UTF-8''{name}", "Content-Security-Policy": "sandbox; default-src 'none'"}
    return Reply(b"", TYPES.get(held.media, "application/octet-stream"), headers=headers, file=_unchanged(held))


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


@lru_cache(maxsize=PICTURES)
def drawn(path: Path, _sha256: str, index: int, width: int) -> bytes:
    """A page as PNG, or JPEG where it holds photographs. The hash is of the file: another file at the same place is drawn anew."""
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(path) as document:
            sheet = document[index]
            across, down = (max(side, 1.0) for side in sheet.get_size())
            scale = min(width / across, (PIXELS / (across * down)) ** 0.5)
            return _packed(sheet.render(scale=scale).to_pil())
    except (pypdfium2.PdfiumError, MemoryError, ValueError) as error:
        raise NotThereError("This page cannot be drawn. Its text can be read, and the file can be opened.") from error


def _packed(picture: Image) -> bytes:
    from PIL import Image

    made = BytesIO()
    few = picture.resize((-(-picture.width // 4), -(-picture.height // 4)), Image.Resampling.NEAREST).getcolors(COLOURS)
    if few is None:
        picture.save(made, "JPEG", quality=QUALITY)
    else:
        picture.quantize(PALETTE, method=Image.Quantize.FASTOCTREE).save(made, "PNG")
    return made.getvalue()
