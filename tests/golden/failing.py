"""Cases that fail today, each with what is wrong: struck out one by one as the stages learn. A case that passes must leave this list."""

FAILING: dict[str, str] = {}

LOSING: dict[str, str] = {}
"""Cases in which a character has no place, or several."""
