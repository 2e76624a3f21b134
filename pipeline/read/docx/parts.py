"""The parts of a Word file that hold words: a ZIP archive of XML (ECMA-376, parts 1 and 2)."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.errors import SAVE_WITHOUT_PASSWORD, SourceError
from pipeline.model.documents import Source

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)
"""Names of the strict form of the format, and what they are in the common one."""
WANTED = ("styles", "numbering", "footnotes", "endnotes")
ARCHIVE = b"PK\x03\x04"
USUAL = "word/document.xml"
PROPERTIES = {"core-properties": "docProps/core.xml", "extended-properties": "docProps/app.xml"}
KEPT_PROPERTIES = frozenset("title subject creator keywords description category created modified lastModifiedBy Company".split())
MOST_BYTES = 400_000_000
"""XML of one part, unpacked: no paper has more; an archive made to fill memory has."""
REPAIR = "Open it in Word, which may repair it, save it as .docx again and ingest that; or download it again."
OTHER_OFFICE = {"xl/workbook.xml": "an Excel workbook", "ppt/presentation.xml": "a PowerPoint file", "content.xml": "an OpenDocument file"}


@dataclass(frozen=True, slots=True)
class Parts:
    """Parsed XML of the document and, where they are there, its styles, numbering and notes."""

    document: Any
    others: Mapping[str, Any] = field(default_factory=dict)
    """styles, numbering, footnotes, endnotes"""
    properties: Mapping[str, str] = field(default_factory=dict)


def is_word(source: Source) -> bool:
    """Whether the bytes are an archive with a Word document in it, whatever the name."""
    with source.path.open("rb") as stream:
        if stream.read(len(ARCHIVE)) != ARCHIVE:
            return False
        try:
            with zipfile.ZipFile(stream) as archive:
                return any(name.startswith("word/document") for name in archive.namelist())
        except zipfile.BadZipFile:
            return False


def open_parts(source: Source) -> Parts:
    """Raises SourceError where the archive is broken or is no Word document."""
    try:
        with zipfile.ZipFile(source.path) as archive:
            return _parts(archive, source)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise SourceError(source.name, "damaged: its archive cannot be unpacked", REPAIR) from error
    except RuntimeError as error:
        raise SourceError(source.name, "protected by a password", SAVE_WITHOUT_PASSWORD) from error


def _parts(archive: zipfile.ZipFile, source: Source) -> Parts:
    names = set(archive.namelist())
    main = next((target for kind, target in _relations(archive, "", source) if kind == "officeDocument"), USUAL)
    if main not in names:
        other = next((what for part, what in OTHER_OFFICE.items() if part in names), "an archive without a Word document")
        raise SourceError(source.name, f"not a Word file but {other}", "Save it as .docx or PDF and ingest that.")
    found = {kind: target for kind, target in _relations(archive, main, source) if kind in WANTED and target in names}
    others = {kind: _xml(archive, target, source) for kind, target in found.items()}
    return Parts(_xml(archive, main, source), others, dict(_properties(archive, names, source)))


def _relations(archive: zipfile.ZipFile, part: str, source: Source) -> Iterator[tuple[str, str]]:
    """Kind and full name of each part that a part (or the archive: "") refers to."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in archive.namelist():
        return
    for relation in _xml(archive, listed, source):
        if isinstance(relation.tag, str) and relation.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target") or "")).lstrip("/")
            yield (relation.get("Type") or "").rsplit("/", 1)[-1], target


def _xml(archive: zipfile.ZipFile, name: str, source: Source) -> Any:
    from lxml import etree

    if archive.getinfo(name).file_size > MOST_BYTES:
        raise SourceError(source.name, f"its part {name} would take more than {MOST_BYTES // 10**6} MB", "Leave it out, or save it as PDF.")
    content = archive.read(name)
    for strict, common in STRICT:
        content = content.replace(strict, common)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_NO_MEMORY:
            raise MemoryError from error
        raise SourceError(source.name, f"damaged: its part {name} is not XML", REPAIR) from error


def _properties(archive: zipfile.ZipFile, names: set[str], source: Source) -> Iterator[tuple[str, str]]:
    for part in PROPERTIES.values():
        if part in names:
            for element in _xml(archive, part, source):
                name = str(element.tag).rsplit("}", 1)[-1]
                if name in KEPT_PROPERTIES and (element.text or "").strip():
                    yield name.lower(), element.text.strip()
