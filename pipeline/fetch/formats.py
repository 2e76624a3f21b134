"""Which files are papers, by their endings or their first bytes, and what to do with those that are not read."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import GIVE, SAVE_AS_DOCX

SUFFIXES = frozenset({".pdf", ".html", ".htm", ".xhtml", ".docx", ".txt", ".text", ".md", ".markdown"})
FIRST_BYTES = (b"%PDF-", b"<!doctype html", b"<html")
"""What the beginning of a file without an ending says, in lower case."""
HEAD = 64
SAVE_AS_PDF = "Save or print it as PDF and ingest that."
PAPERS_OF_OTHER_KINDS = {
    ".doc": SAVE_AS_DOCX, ".dot": SAVE_AS_DOCX, ".rtf": SAVE_AS_DOCX, ".odt": SAVE_AS_DOCX, ".docm": SAVE_AS_DOCX,
    ".dotx": SAVE_AS_DOCX, ".wpd": SAVE_AS_DOCX, ".pages": SAVE_AS_DOCX,
}  # fmt: skip
"""Files that surely hold a paper: one met in a folder is named, not passed over."""
OTHER_ADVICE = {
    ".ppt": SAVE_AS_PDF, ".pptx": SAVE_AS_PDF, ".odp": SAVE_AS_PDF, ".xls": SAVE_AS_PDF, ".xlsx": SAVE_AS_PDF, ".ods": SAVE_AS_PDF,
    ".csv": SAVE_AS_PDF, ".png": SAVE_AS_PDF, ".jpg": SAVE_AS_PDF, ".jpeg": SAVE_AS_PDF, ".tif": SAVE_AS_PDF, ".tiff": SAVE_AS_PDF,
    ".eml": SAVE_AS_PDF, ".msg": SAVE_AS_PDF, ".mht": "Save the page as HTML and ingest that.",
    ".zip": "Unpack it and ingest the folder.", ".7z": "Unpack it and ingest the folder.", ".rar": "Unpack it and ingest the folder.",
}  # fmt: skip


def looks_like_paper(path: Path) -> bool:
    """Whether a file without an ending begins as a PDF or a web page does."""
    if path.suffix:
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(tuple(start.lower() for start in FIRST_BYTES))
    except OSError:
        return False


def advice(path: Path, *, only_papers: bool = False) -> str:
    """What to do with a file of another kind; with `only_papers`, "" for what need not be a paper at all."""
    suffix = path.suffix.lower()
    if suffix in PAPERS_OF_OTHER_KINDS:
        return PAPERS_OF_OTHER_KINDS[suffix]
    return "" if only_papers else OTHER_ADVICE.get(suffix, GIVE)
