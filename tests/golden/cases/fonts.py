"""Fonts that do not say which letters they show, as old printer drivers leave them."""

from pathlib import Path

import reportlab
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)
from reportlab.pdfbase.ttfonts import TTFontFile

from tests.golden.case import Case
from tests.golden.sheet import Sheet
from tests.golden.words import FILLER

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
TABLES, ENTRY = 12, 16
"""Where a TrueType file lists its tables, and the length of an entry."""


def _unnamed(font: bytes) -> bytes:
    """The font without the tables that tell letters: they get names that no reader knows."""
    made = bytearray(font)
    for at in range(TABLES, TABLES + ENTRY * int.from_bytes(font[4:6], "big"), ENTRY):
        if made[at : at + 4] in (b"cmap", b"post"):
            made[at : at + 4] = made[at : at + 4].upper()
    return bytes(made)


def _named(**entries: PdfObject) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{name}"): entry for name, entry in entries.items()})


def _stream(content: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content)
    return made


def _font(writer: PdfWriter, widths: dict[int, int]) -> PdfObject:
    """A font whose codes are the numbers of its shapes (Identity-H), without a ToUnicode map."""
    name, zero = NameObject("/ABCDEF+Unnamed"), NumberObject(0)
    file = writer._add_object(_stream(_unnamed(FONT.read_bytes())))
    box = ArrayObject([NumberObject(n) for n in (-200, -250, 1300, 950)])
    told = _named(
        Type=NameObject("/FontDescriptor"), FontName=name, Flags=NumberObject(4), FontBBox=box, ItalicAngle=zero,
        Ascent=NumberObject(928), Descent=NumberObject(-236), CapHeight=NumberObject(700), StemV=NumberObject(80), FontFile2=file,
    )  # fmt: skip
    wide = ArrayObject(each for shape, width in widths.items() for each in (NumberObject(shape), ArrayObject([NumberObject(width)])))
    order = _named(Registry=TextStringObject("Adobe"), Ordering=TextStringObject("Identity"), Supplement=zero)
    shapes = _named(
        Type=NameObject("/Font"), Subtype=NameObject("/CIDFontType2"), BaseFont=name, CIDSystemInfo=order,
        FontDescriptor=writer._add_object(told), W=wide, CIDToGIDMap=NameObject("/Identity"),
    )  # fmt: skip
    below = ArrayObject([writer._add_object(shapes)])
    whole = _named(
        Type=NameObject("/Font"), Subtype=NameObject("/Type0"), BaseFont=name, Encoding=NameObject("/Identity-H"), DescendantFonts=below
    )
    return writer._add_object(whole)


def font_without_letters(path: Path) -> None:
    """The heading is set in a font that names no letters: what the file holds for it is no text, and is reported."""
    sheet = Sheet(path)
    sheet.y -= 40
    sheet.head("Background", size=14)
    for words in FILLER[:3]:
        sheet.text(words)
    sheet.save()
    writer = PdfWriter(clone_from=PdfReader(str(path)))
    known = TTFontFile(str(FONT))
    shapes = [known.charToGlyph[ord(letter)] for letter in "Care home fees and rates"]
    widths = {known.charToGlyph[ord(letter)]: int(known.charWidths[ord(letter)]) for letter in "Care home fees and rates"}
    page = writer.pages[0]
    page["/Resources"]["/Font"][NameObject("/Unnamed")] = _font(writer, widths)
    told = "".join(f"{shape:04x}" for shape in shapes)
    head = _stream(f"BT /Unnamed 14 Tf 64 770 Td <{told}> Tj ET".encode())
    page[NameObject("/Contents")] = ArrayObject([page.raw_get("/Contents"), writer._add_object(head)])
    writer.write(str(path))


CASES = (Case(font_without_letters, "care-home-rates.pdf"),)
