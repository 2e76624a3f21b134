"""Cases that fail today, each with what is wrong: struck out one by one as the stages learn. A case that passes must leave this list."""

FAILING: dict[str, str] = {
    "single_appendix": "titled by its label, not by the title under it",
    "supplement": "the cover of a supplement has no date and committee",
    "unnumbered_letter": "the inspectorate's name above the title is a heading",
    "heading_in_a_table": "shaded lines across a form are rows of a data table",
    "footnotes": "a raised footnote mark joins the number before it; the footnote cuts the sentence that goes on overleaf",
    "sidebar": "the sidebar widens what counts as a full line, so that a paragraph falls into its lines",
    "tables_side_by_side": "two tables beside one another are one",
}

LOSING: dict[str, str] = {}
"""Cases in which a character has no place, or several."""
