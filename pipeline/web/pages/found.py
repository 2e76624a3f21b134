"""Passages as they are shown: the question's words set off, and why each was found, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from pipeline.lookup.text.terms import stems, terms
from pipeline.lookup.understanding.words import quoted
from pipeline.model.answers import Filters, Hit

LEAST = 0.99
"""From what value on a feature of a hit says that it is so (lookup/finding/rank.py)."""
TITLED = 0.6
SHORTEST = 3
"""Letters of a word that is worth telling as missing."""


def set_off(hit: Hit, understood: Mapping[str, Any]) -> Markup:
    """The words of a passage, a table's row spelt out, those of the question in bold; everything escaped."""
    text = hit.row.reading or hit.row.words or hit.row.text
    wanted = {one for printed in understood["terms"] for one in stems(printed)}
    made, at = Markup(), 0
    for term in terms(text):
        if term.stem in wanted:
            made += escape(text[at : term.start]) + Markup("<b>%s</b>") % text[term.start : term.end]
            at = term.end
    return made + escape(text[at:])


def why(hit: Hit, understood: Mapping[str, Any]) -> str:
    """ "it holds every word of your question, side by side, and it is in minutes"."""
    said = list(_reasons(hit, understood))
    return f"{', '.join(said[:-1])}, and {said[-1]}" if len(said) > 1 else said[0]


def _reasons(hit: Hit, understood: Mapping[str, Any]) -> Iterator[str]:
    has = {name for name, value in hit.features.items() if value >= LEAST}
    several = len(understood["terms"]) > 1
    if "cover" in has:
        words = "every word" if several else "the word"
        yield f"it holds {words} of your question{', side by side' if several and 'pairs' in has else ''}"
    elif "words" in hit.found_by:
        yield "it holds words of your question"
    elif "meaning" in hit.found_by:
        yield "it is near in meaning"
    if not hit.found_by:
        yield "the answer cites it"
    if "facts" in hit.found_by:
        yield "it states a fact that fits" if "cover" in has or "words" in hit.found_by else "a fact in it fits"
    if "best_numbers" in has and "number" in understood["expects"]:
        yield "it gives a number"
    if "minuted" in has:
        yield "it is in minutes"
    if hit.features.get("titled", 0.0) >= TITLED:
        yield "its paper is about this"


def missing(library: Any, understood: Mapping[str, Any]) -> list[str]:
    """Words of the question that stand in no paper at all."""
    words: Sequence[str] = [one for one in understood["terms"] if len(one) >= SHORTEST and one.isalpha()]
    return [one for one in dict.fromkeys(words) if not library.words(quoted(one), Filters(), 1)]
