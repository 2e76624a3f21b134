"""Cases that fail today, each with what is wrong: struck out one by one as the stages learn. A case that passes must leave this list."""

FAILING: dict[str, str] = {
    "pages_as_printed": "no page label from printed numbers; the agenda takes the minutes' date; a paper after them joins the next report",
    "pages_labelled_in_the_file": 'a large bold "Our means" is no heading, because "means" can be a verb',
    "report_without_cover": 'a report that opens with its title under "Agenda Item 6" joins the report before it',
    "report_with_appendices": '"Appendix 1" and "Appendix 2" at the heads of neighbouring pages are taken for running headers',
    "single_appendix": "titled by its label, not by the title under it",
    "supplement": "the cover of a supplement has no date and committee",
    "unnumbered_letter": "the inspectorate's name above the title is a heading",
    "heading_in_a_table": "shaded lines across a form are rows of a data table",
    "running_section_header": "a header that names the section differs from page to page and is read as text",
    "footnotes": "a raised footnote mark joins the number before it; the footnote cuts the sentence that goes on overleaf",
    "sidebar": "the sidebar widens what counts as a full line, so that a paragraph falls into its lines",
    "tables_side_by_side": "two tables beside one another are one",
    "web_headings_by_look": "bold paragraphs are no headings where the page has a marked heading",
}

LOSING: dict[str, str] = {}
"""Cases in which a character has no place, or several."""
