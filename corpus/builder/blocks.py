"""What a source consists of: one frozen type for each kind of block."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the title of a part."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of prose with the number printed before it ("7.1"), where it has one."""

    text: str
    number: str = ""


@dataclass(frozen=True)
class Item:
    """A list item with its printed marker ("a)", "(i)", "•") and depth (0 is the outer list)."""

    marker: str
    text: str
    depth: int


@dataclass(frozen=True)
class Table:
    """Rows of cells as printed; `<` joins a cell to the one on its left, `^` to the one above."""

    rows: tuple[tuple[str, ...], ...]
    options: dict[str, str]


@dataclass(frozen=True)
class Directive:
    """A line that begins with `::`: its name, its bare words and its key=value options."""

    name: str
    words: tuple[str, ...]
    options: dict[str, str]


@dataclass(frozen=True)
class Group:
    """Blocks between a directive and its `::end`: a box, columns, a slide, a header table."""

    directive: Directive
    blocks: tuple["Block", ...]


Block = Heading | Paragraph | Item | Table | Directive | Group


@dataclass(frozen=True)
class Paper:
    """One source: its front matter and its blocks; `raw` is the body as written."""

    name: str
    front: dict[str, object]
    blocks: tuple[Block, ...]
    raw: str

    def said(self, key: str, default: str = "") -> str:
        """The front matter's value for a key, as text."""
        return str(self.front.get(key, default))
