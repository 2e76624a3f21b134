"""The gate: what a model wrote is shown only where what it cites bears it out. Each check names why a sentence falls."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from pipeline.lookup.answering.proof import Proof, plain, unproved
from pipeline.lookup.text.terms import MONTHS, stems, terms, word_stem
from pipeline.lookup.understanding.words import STOP
from pipeline.lookup.written.sentences import Sentence
from pipeline.lookup.written.sources import Source
from pipeline.lookup.written.swapped import swapped
from pipeline.model.structure import MINUTING

Check = Callable[[Sentence, Sequence[Source]], bool]

LEAST_SHARED = 0.6
"""Share of a sentence's telling words that must stand in what it cites: the prompt asks for the papers' own words."""
LONGEST = 600
"""A longer sentence is no sentence."""
MARKUP = re.compile(
    r"</?[a-z!][^<>]*>|&\#?\w+;|[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufffd]|\]\(|\{\{|https?:|www\.|javascript:",
    re.IGNORECASE,
)
"""Tags, entities, signs that terminals obey, letters that turn text round, links."""
QUOTED = re.compile(r"[\"“](?P<double>[^\"”]*)(?P<ended>[\"”])?|(?<![\w‘'])[‘'](?P<single>[^‘’']+(?:[’'](?=\w)[^‘’']*)*)[’'](?!\w)")
UNNAMED = frozenset(stems("I Cllr Cllrs Councillor Councillors Mr Mrs Ms Miss Dr The")) | frozenset(map(word_stem, MONTHS))
"""Capital words that name nobody; a month alone is compared as a time."""
REPORTING = frozenset(
    stems("paper papers say says read reads state states report document passage text word words contain contains add adds source")
)
"""Words around a quotation that say only that it is one."""
DECIDED = re.compile(
    r"\b(?:resolved|agreed|approved|decided|adopted|endorsed|accepted|rejected|refused|deferred|delegated|voted|carried|noted)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"\b(?:not|never|none|nobody|nothing|neither|nor|no|without|cannot|\w+n[’']t)\b", re.IGNORECASE)
OPPOSITES = tuple(
    (frozenset(stems(one)), frozenset(stems(other)))
    for one, other in (
        ("overspend overspent overspending", "underspend underspent underspending"),
        ("increase increased rose rise risen grew grow higher", "decrease decreased fell fall fallen reduce reduced reduction lower"),
        ("approve approved agree agreed accept accepted", "refuse refused reject rejected decline declined"),
        ("carried passed", "lost defeated fell"),
        ("above exceeds exceeded", "below under"),
        ("upheld allowed", "dismissed"),
        ("support supported favour", "oppose opposed against"),
        ("open opened opening", "close closed closing closure"),
        ("surplus profit", "deficit loss"),
        ("add added", "remove removed delete deleted"),
    )
)


def fault(sentence: Sentence, sources: Mapping[int, Source]) -> str | None:
    """Why the sentence falls; None where it stands."""
    if MARKUP.search(sentence.text) or len(sentence.text) > LONGEST:
        return "mark-up"
    if not sentence.cites:
        return "no citation"
    if not all(number in sources for number in sentence.cites):
        return "unknown citation"
    cited = [sources[number] for number in sentence.cites]
    return next((reason for reason, holds in CHECKS.items() if not holds(sentence, cited)), None)


def quotes_stand(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """Is everything in quotation marks in one of the sources, letter for letter, and every mark closed?"""
    for match in QUOTED.finditer(sentence.text):
        words = (match["double"] if match["double"] is not None else match["single"]).strip().rstrip(".,;:")
        closed = match["single"] is not None or match["ended"]
        if not closed or not words or not any(_verbatim(words, source.verbatim) for source in cited):
            return False
    return True


def _verbatim(words: str, proof: Proof) -> bool:
    """As printed, line ends aside; curly and straight marks count as the same."""
    read, sought = (_straight(text) for text in (proof.text, plain(words)))
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(sought)}(?!\w)(?![.,]\d)", read))


def _straight(text: str) -> str:
    return text.translate(str.maketrans("‘’“”", "''\"\""))


def unquoted(text: str) -> str:
    """The sentence's own words. What it quotes has been compared letter for letter, and proves itself."""
    return QUOTED.sub(" ", text)


def figures_stand(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """Does every figure, date and code stand in what is cited, quoted ones too, where they have not been given as an order?"""
    own = [source.proof for source in cited]
    return not unproved(unquoted(sentence.text), own) and not unproved(sentence.text, [*own, *(source.verbatim for source in cited)])


def names_stand(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """Does every capital word inside the sentence stand in what is cited?"""
    known = UNNAMED.union(*(source.proof.words for source in cited))
    text = unquoted(sentence.text)
    capital = [term for term in terms(text) if term.kind == "word" and term.start and text[term.start].isupper()]
    return all(term.stem in known for term in capital)


def words_stand(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """Are most of the sentence's own telling words those of what it cites? Each source must share one."""
    quotes = QUOTED.search(sentence.text) is not None
    own = {term.stem for term in terms(unquoted(sentence.text)) if term.kind == "word" and not term.stem.isdigit()} - STOP
    own -= REPORTING if quotes else frozenset()
    if not own:
        return quotes
    known = frozenset[str]().union(*(source.proof.words for source in cited))
    return len(own & known) >= LEAST_SHARED * len(own) and (quotes or all(own & source.proof.words for source in cited))


def sense_stands(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """Is nothing turned round: no "not" and no opposite that what is cited lacks, no two figures in each other's place?"""
    text = unquoted(sentence.text)
    if NEGATED.search(text) and not any(NEGATED.search(source.proof.text) for source in cited):
        return False
    if swapped(text, [source.proof.text for source in cited]):
        return False
    own = frozenset(stems(text))
    known = frozenset[str]().union(*(source.proof.words for source in cited))
    return not any(
        own & said and not known & said and known & turned and not own & turned for pair in OPPOSITES for said, turned in (pair, pair[::-1])
    )


def decisions_stand(sentence: Sentence, cited: Sequence[Source]) -> bool:
    """A decision is told from minutes, or from words that say it was taken: what a report recommends is none."""
    if not DECIDED.search(unquoted(sentence.text)):
        return True
    return any(source.citation.kind in MINUTING or DECIDED.search(source.proof.text) for source in cited)


CHECKS: Mapping[str, Check] = {
    "quotation": quotes_stand,
    "figure": figures_stand,
    "name": names_stand,
    "words": words_stand,
    "sense": sense_stands,
    "decision": decisions_stand,
}
SAID = {
    "mark-up": "with mark-up or a link",
    "no citation": "without a citation",
    "unknown citation": "citing a number that was not given",
    "quotation": "quoting what is not printed so",
    "figure": "with a figure or date that is not in what it cites",
    "name": "with a name that is not in what it cites",
    "words": "saying what it cites does not",
    "sense": "turning round what it cites",
    "decision": "telling a decision that what it cites does not",
    "room": "beyond the length of an answer",
}
"""How each reason is told."""
