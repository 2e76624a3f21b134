"""Parts split into sections, paragraphs, tables and passages."""

from __future__ import annotations

from pipeline.model.documents import Document, Part, Structure
from pipeline.split.repair import Mender
from pipeline.split.sections import sections
from pipeline.split.units import units


def split(document: Document, parts: tuple[Part, ...]) -> Structure:
    """Everything known of a document before facts."""
    mender = Mender(document.text, document.media)
    found = units(document, parts, mender)
    tree, placed = sections(document, parts, found)
    return Structure(document, parts, tree)
