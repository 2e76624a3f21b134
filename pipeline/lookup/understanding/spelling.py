"""Slips of the keyboard in a question: "suported living", "agianst", "comittee".

Comes in: the question and the library. Goes out: the words that are read otherwise, each with what it is read as. A word is a slip
where no paper holds it, it is no English word that is known here, and one letter more, less, other or swapped makes a word that the
papers hold; the first letter is taken as meant (people seldom miss it). Names keep their spelling: a word with a capital is left alone,
and so is what stands in double quotes. What was read is told with the answer (`understood`) and can be ignored.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import ascii_lowercase

from pipeline.lookup.text.plain import places
from pipeline.lookup.text.stem import stem
from pipeline.lookup.understanding.words import ASKING, STOP, english
from pipeline.model.ports import Library

SPELLING = "spelling"
"""What it is called among what can be ignored."""
SHORTEST = 5
"""Letters of a word that is looked at: one letter makes another word of too many shorter ones."""
LONG = 8
"""Letters from which any letter may stand for another: "independant". In a shorter word only one that lies beside it on the keyboard:
"mended" is no slip for "minded"."""
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
BESIDE = {
    letter: {other for y, of in enumerate(ROWS) for x, other in enumerate(of) if abs(y - row) <= 1 and abs(x - at) <= 1} - {letter}
    for row, letters in enumerate(ROWS)
    for at, letter in enumerate(letters)
}
"""Each letter to those around it on an English keyboard."""
ENDING = re.compile(r"(?:e?s|e?d|ing|[eo]rs?|ly|ments?|ness)$")
SHORTEST_BASE = 4
WORD = re.compile(rf'"[^"]*"|(?<![\w\'’-])[a-z]{{{SHORTEST},}}(?![\w\'’-])')


def respelt(text: str, library: Library) -> Mapping[str, str]:
    """Each slip to the word that it is read as, the one that most passages hold."""
    words = [word for word in dict.fromkeys(WORD.findall(text)) if not word.startswith('"') and not _is_known(word)]
    held = library.frequencies(map(stem, words)) if words else {}
    found = {word: _meant(word, library) for word in words if stem(word) not in held and not _is_english(word, library)}
    return {word: meant for word, meant in found.items() if meant}


def mended(text: str, read: Mapping[str, str]) -> str:
    """The text with its slips put right."""
    return WORD.sub(lambda match: read.get(match[0], match[0]), text) if read else text


def _is_known(word: str) -> bool:
    own = stem(word)
    return own in STOP or own in ASKING or own in places() or (own,) in english()


def _is_english(word: str, library: Library) -> bool:
    """Whether a word, its stem or what its ending stands behind is an English word: "assessors" as "assess"."""
    bases = {word, stem(word), ENDING.sub("", word)}
    return any(library.is_word(base) for base in bases if len(base) >= SHORTEST_BASE)


def _meant(word: str, library: Library) -> str | None:
    near = {other: stem(other) for other in dict.fromkeys(_near(word))}
    held = library.frequencies(near.values())
    best = max(near, key=lambda other: held.get(near[other], 0), default=None)
    return best if best and near[best] in held else None


def _near(word: str) -> Iterator[str]:
    """Words one slip away: a letter left out, two swapped, one struck for another, one too many."""
    for at in range(1, len(word) + 1):
        head, tail = word[:at], word[at:]
        yield from (head + letter + tail for letter in ascii_lowercase)
        if tail:
            yield head + tail[1:]
            struck = ascii_lowercase if len(word) >= LONG else BESIDE[tail[0]]
            yield from (head + letter + tail[1:] for letter in struck if letter != tail[0])
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
