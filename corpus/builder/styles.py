"""How papers look: fonts, sizes and colours of each house style."""

from dataclasses import dataclass

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle


@dataclass(frozen=True)
class House:
    """A house style: fonts, base size in points, heading colour, whether prose is justified and headings centred."""

    font: str
    bold: str
    size: float
    colour: Color
    justified: bool = False
    centred: bool = False
    indent: float = 36

    def style(self, name: str, **changes: object) -> ParagraphStyle:
        """A paragraph style on this house's base."""
        size = float(str(changes.pop("size", self.size)))
        base: dict[str, object] = {
            "fontName": self.font,
            "fontSize": size,
            "leading": size * 1.27,
            "spaceAfter": 6,
            "bulletFontName": self.font,
            "bulletFontSize": size,
            "alignment": TA_JUSTIFY if self.justified else TA_LEFT,
        }
        return ParagraphStyle(name, **(base | changes))


HOUSES = {
    "adults": House("Helvetica", "Helvetica-Bold", 12, HexColor("#0b4f4a")),
    "resources": House("Times-Roman", "Times-Bold", 11.5, HexColor("#000000"), justified=True, centred=True),
    "regulator": House("Helvetica", "Helvetica-Bold", 11.5, HexColor("#1d3c6d")),
    "market": House("Helvetica", "Helvetica-Bold", 11.5, HexColor("#6b2346"), indent=30),
    "ledger": House("Helvetica", "Helvetica-Bold", 9, HexColor("#22313f")),
    "typed": House("Courier", "Courier-Bold", 10.5, HexColor("#111111"), indent=42),
}

RAG = {"red": HexColor("#e9a49b"), "amber": HexColor("#f6d58b"), "green": HexColor("#b5d8a8")}
SHADES = {"head": HexColor("#d9e5e3"), "band": HexColor("#f1f4f4"), "rule": HexColor("#7a8a88"), "box": HexColor("#eef3f2")}


def heading(house: House, level: int) -> ParagraphStyle:
    """The style of a heading of that level."""
    sizes = {1: house.size + 4.5, 2: house.size + 1.5, 3: house.size, 4: house.size}
    font = house.bold if level < 4 else {"Times-Roman": "Times-Italic", "Courier": "Courier-Oblique"}.get(house.font, "Helvetica-Oblique")
    return house.style(
        f"h{level}",
        size=sizes[level],
        fontName=font,
        textColor=house.colour,
        keepWithNext=1,
        spaceBefore=(0, 4, 9, 7, 5)[level],
        spaceAfter=(0, 9, 5, 4, 3)[level],
        alignment=TA_CENTER if house.centred and level < 3 else TA_LEFT,
    )


def prose(house: House, left: float) -> ParagraphStyle:
    """The style of a paragraph without a number, set in by that many points."""
    return house.style("prose", leftIndent=left)


def numbered(house: House) -> ParagraphStyle:
    """A paragraph whose number hangs in the margin."""
    return house.style("numbered", leftIndent=house.indent, bulletIndent=0)


def item(house: House, depth: int) -> ParagraphStyle:
    """A list item of that depth, its marker hanging."""
    left = house.indent + 20 + 20 * depth
    return house.style(f"item{depth}", leftIndent=left, bulletIndent=left - 20, spaceAfter=4)


def cell(house: House, size: float, align: str, bold: bool) -> ParagraphStyle:
    """The style of a table cell; align is l, c or r."""
    where = {"l": TA_LEFT, "c": TA_CENTER, "r": TA_RIGHT}[align]
    return house.style("cell", size=size, leading=size * 1.2, spaceAfter=0, alignment=where, fontName=house.bold if bold else house.font)
