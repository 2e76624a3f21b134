"""A citation as people paste it: plain, Markdown, and Harvard style (Cite Them Right: body, year, title, date, page)."""

from __future__ import annotations

from pipeline.lookup.cite import spoken
from pipeline.model.answers import Citation


def styles(cited: Citation) -> dict[str, str]:
    """Name of the style to the text."""
    return {"Plain": plain(cited), "Markdown": markdown(cited), "Harvard": harvard(cited)}


def plain(cited: Citation) -> str:
    return f"“{_line(cited)}” ({_place(cited)})"


def markdown(cited: Citation) -> str:
    """The quote as a block, the place as a link where the paper has an address."""
    place = _place(cited).replace("[", "\\[").replace("]", "\\]")
    return f"> {_line(cited)}\n>\n> — {f'[{place}]({cited.url})' if cited.url else place}"


def harvard(cited: Citation) -> str:
    """Council (year) Title, body, date, page. Available at: address."""
    year = (cited.meeting_date or "n.d.")[:4]
    named = cited.committee if cited.committee and cited.committee not in cited.document_title else None
    parts = [cited.document_title, named, spoken(cited.meeting_date) or None, cited.paragraph, f"p. {cited.page}" if cited.page else None]
    where = f" Available at: {cited.url}." if cited.url else ""
    return f"{cited.council or cited.committee or 'Anon.'} ({year}) {', '.join(part for part in parts if part)}.{where}"


def _place(cited: Citation) -> str:
    return ", ".join(part for part in (cited.council, cited.label) if part)


def _line(cited: Citation) -> str:
    """The quote on one line, otherwise as printed."""
    return " ".join(cited.quote.split())
