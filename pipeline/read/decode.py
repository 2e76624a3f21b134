"""Bytes into characters: UTF-8 first, then what byte order marks and the bytes themselves say."""

from __future__ import annotations

import codecs
import re

from pipeline.errors import SourceError
from pipeline.model.documents import Issue

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer before the shorter that it begins with (Unicode standard, 23.8)."""
WINDOWS, MAC = "cp1252", "mac_roman"
"""What British and Irish offices wrote before UTF-8: Windows, and a few old Macs."""
MAC_MARKS = re.compile(rb"(?<=[A-Za-z])\xd5(?=[a-z])|(?<=\s)\xd2(?=\w)|\xd3(?=[\s.,;])|(?<=\s)[\xd0\xd1](?=\s)")
WINDOWS_MARKS = re.compile(rb"(?<=[A-Za-z])\x92(?=[a-z])|(?<=\s)\x93(?=\w)|\x94(?=[\s.,;])|(?<=\s)[\x96\x97](?=\s)")
"""Quotes and dashes as each writes them, where words leave no doubt. (charset-normalizer takes short Windows papers for Mac ones.)"""
DECLARED_AS = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "utf8": "utf-8"}
"""Pages that say Latin-1 are written in Windows-1252, and browsers read them so (WHATWG Encoding, 4.2)."""
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH = re.compile(rb"[\x80-\xff]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
MOST_CONTROLS = 0.01
"""Text has hardly any control characters; more of them than this share is a binary file."""
SAMPLE = 65536


def decode(data: bytes, name: str, declared: str | None = None) -> tuple[str, tuple[Issue, ...]]:
    """The text with "\\n" for every line end, and an issue where the encoding had to be guessed. Raises SourceError for a binary file.

    `declared` is what the file says of its own encoding; valid UTF-8 is believed before it.
    """
    text, issues = _decoded(data, name, declared)
    if len(CONTROL.findall(text, 0, SAMPLE)) > MOST_CONTROLS * min(len(text), SAMPLE):
        raise SourceError(name, "not text, though its name says so", "Open it in the program that made it and save it as PDF, DOCX or TXT.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), issues


def is_binary(head: bytes) -> bool:
    """Whether the first bytes of a file cannot be text: NULs without the mark or the pattern of UTF-16."""
    if b"\0" not in head or any(head.startswith(mark) for mark, _ in MARKS):
        return False
    return _wide(head) is None


def _decoded(data: bytes, name: str, declared: str | None) -> tuple[str, tuple[Issue, ...]]:
    encoding = next((encoding for mark, encoding in MARKS if data.startswith(mark)), None) or _wide(data[:SAMPLE]) or "utf-8"
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        if encoding != "utf-8" or _mostly_utf8(data):
            told = f"{name}: some bytes are not valid {encoding.upper()} and stand as \N{REPLACEMENT CHARACTER}. Save it as UTF-8 again."
            return data.decode(encoding, errors="replace"), (Issue("read", told),)
    known = DECLARED_AS.get((declared or "").lower(), declared)
    if known and _fits(data, known):
        return data.decode(known), ()
    guessed = _guess(data)
    told = f"{name}: not UTF-8, read as {guessed.upper()}. If its quotes or pound signs look wrong, save it as UTF-8 and ingest it again."
    return data.decode(guessed, errors="replace"), (Issue("read", told),)


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of English text is NUL."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half and odd > half * 0.7 and even < half * 0.05:
        return "utf-16-le"
    if half and even > half * 0.7 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Most of the bytes above ASCII belong to whole UTF-8 characters: a damaged UTF-8 file and no other encoding."""
    whole = sum(len(found) for found in MULTIBYTE.findall(data))
    return whole > 0.5 * len(HIGH.findall(data))


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _guess(data: bytes) -> str:
    return MAC if len(MAC_MARKS.findall(data)) > len(WINDOWS_MARKS.findall(data)) else WINDOWS
