"""Writes a paper as a web page: a template round the blocks, or round a body that is HTML already."""

from collections.abc import Iterator
from pathlib import Path
from string import Template

from corpus.builder.blocks import Block, Group, Heading, Item, Paper, Paragraph, Table
from corpus.builder.inline import marked

TEMPLATES = Path(__file__).resolve().parent.parent / "sources" / "templates"


def write(paper: Paper, path: Path) -> None:
    """The page in the template that the front matter names."""
    body = paper.raw.strip("\n") if paper.said("body") == "html" else "\n".join(_html(paper.blocks))
    template = Template((TEMPLATES / f"{paper.said('template')}.html").read_text(encoding="utf-8"))
    words = {key: str(value) for key, value in paper.front.items()}
    path.write_bytes(template.substitute(words, body=body).encode("utf-8"))


def _html(blocks: tuple[Block, ...]) -> Iterator[str]:
    listed = False
    for block in blocks:
        if listed and not isinstance(block, Item):
            yield "</ul>"
            listed = False
        if isinstance(block, Item) and not listed:
            yield "<ul>"
            listed = True
        yield from _one(block)
    if listed:
        yield "</ul>"


def _one(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"<h{block.level}>{_words(block.text)}</h{block.level}>"
    elif isinstance(block, Item):
        yield f"<li>{_words(block.text)}</li>"
    elif isinstance(block, Paragraph):
        yield f"<p>{_words(f'{block.number} {block.text}'.strip())}</p>"
    elif isinstance(block, Table):
        yield from _table(block)
    elif isinstance(block, Group):
        yield f'<div class="{" ".join(block.directive.words)}">'
        yield from _html(block.blocks)
        yield "</div>"


def _words(text: str) -> str:
    return marked(text, bold="strong", italic="em")


def _table(table: Table) -> Iterator[str]:
    header = int(table.options.get("header", "1"))
    yield "<table>"
    if caption := table.options.get("caption"):
        yield f"<caption>{_words(caption)}</caption>"
    for r, row in enumerate(table.rows):
        tag = "th" if r < header else "td"
        cells = "".join(f"<{tag}{_span(table, r, c)}>{_words(text)}</{tag}>" for c, text in enumerate(row) if text not in ("<", "^"))
        yield f"<tr>{cells}</tr>"
    yield "</table>"


def _span(table: Table, row: int, column: int) -> str:
    wide = tall = 1
    while column + wide < len(table.rows[row]) and table.rows[row][column + wide] == "<":
        wide += 1
    while row + tall < len(table.rows) and table.rows[row + tall][column] == "^":
        tall += 1
    return (f' colspan="{wide}"' if wide > 1 else "") + (f' rowspan="{tall}"' if tall > 1 else "")
