"""A citation as people paste it: plain, Markdown, and Harvard style (Cite Them Right: body, year, title, date, page)."""

from __future__ import annotations

import re

from pipeline.lookup.cite import spoken
from pipeline.model.answers import Answer, Citation

SPECIAL = re.compile(r"([\\`*_\[\]<>|#~])")
"""Characters that Markdown would take for mark-up."""
NUMBERED = re.compile(r"[\d(]")


def styles(cited: Citation) -> dict[str, str]:
    """Name of the style to the text."""
    return {"Plain": plain(cited), "Markdown": markdown(cited), "Harvard": harvard(cited)}


def plain(cited: Citation) -> str:
    return f"“{_line(cited)}” ({_place(cited)})"


def markdown(cited: Citation) -> str:
    """The quote as a block, the place as a link where the paper has an address."""
    quote, place = SPECIAL.sub(r"\\\1", _line(cited)), SPECIAL.sub(r"\\\1", _place(cited))
    return f"> {quote}\n>\n> — {f'[{place}](<{cited.url}>)' if cited.url else place}"


def harvard(cited: Citation) -> str:
    """Council (year) Title, body, date, page. Available at: address."""
    author = cited.council or cited.committee or "Anon."
    when = cited.meeting_date
    named = cited.committee if cited.committee and cited.committee != author and cited.committee not in cited.document_title else None
    date = spoken(when) if when and spoken(when) not in cited.document_title else None
    parts = [cited.document_title or cited.label, named, date, _paragraph(cited.paragraph), f"p. {cited.page}" if cited.page else None]
    where = f" Available at: {cited.url}." if cited.url else ""
    return f"{author} ({when[:4] if when else 'n.d.'}) {', '.join(part for part in parts if part)}.{where}"


def answer_text(given: Answer) -> str:
    """An answer to paste: what was asked, what the papers say, and each statement with its place."""
    said = [f"{number}. {one.text} ({_place(one.citations[0])})" for number, one in enumerate(given.statements, 1)]
    return "\n".join([given.question, "", given.answer, "", *said])


def _paragraph(said: str | None) -> str | None:
    return f"para. {said}" if said and NUMBERED.match(said) else said


def _place(cited: Citation) -> str:
    """The council and the label; a council that the label names already is not named twice."""
    return cited.label if not cited.council or cited.council in cited.label else f"{cited.council}, {cited.label}"


def _line(cited: Citation) -> str:
    """The quote on one line, otherwise as printed; the cells of a table's row apart."""
    rows = ([" ".join(cell.split()) for cell in row.split("\t")] for row in cited.quote.split("\n"))
    return " ".join(" | ".join(cells) for cells in rows)
