"""From repaired words back to the stored text: repair only deletes, joins and spaces, so letters and digits keep their order."""

from __future__ import annotations


def stretch(words: str, text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where characters `start` to `end` of `words` stand in `text`; None where the two do not hold the same letters.

    Both are compared by their letters and digits alone. Marks that only `text` holds (bold stars, hyphens at line ends) are stepped over.
    """
    places = [at for at, char in enumerate(text) if char.isalnum()]
    skipped = sum(char.isalnum() for char in words[:start])
    wanted = [char for char in words[start:end] if char.isalnum()]
    found = places[skipped : skipped + len(wanted)]
    if not wanted or [text[at] for at in found] != wanted:
        return _searched(text, places, wanted)
    return _closed(text, found[0], found[-1] + 1)


def _searched(text: str, places: list[int], wanted: list[str]) -> tuple[int, int] | None:
    """Mark-up with letters of its own (`<br>`) shifts the count: look for the letters themselves, the only place or none."""
    if not wanted:
        return None
    bare, sought = "".join(text[at] for at in places), "".join(wanted)
    at = bare.find(sought)
    if at < 0 or bare.find(sought, at + 1) >= 0:
        return None
    return _closed(text, places[at], places[at + len(wanted) - 1] + 1)


def _closed(text: str, start: int, end: int) -> tuple[int, int]:
    """Takes in the signs that belong to the words at either end: "£", "(", a full stop, a per cent sign."""
    while start > 0 and text[start - 1] in "£€$(\"'“‘[-+−":
        start -= 1
    while end < len(text) and text[end] in ".,;:!?%)\"'”’]":
        end += 1
    return start, end
