"""Cases that fail today, each with what is wrong: struck out one by one as the stages learn. A case that passes must leave this list."""

FAILING: dict[str, str] = {
    "sidebar": "the sidebar widens what counts as a full line, so that a paragraph falls into its lines",
    "tables_side_by_side": "two tables beside one another are one",
}

LOSING: dict[str, str] = {}
"""Cases in which a character has no place, or several."""
