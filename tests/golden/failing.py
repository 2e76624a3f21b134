"""Cases that fail today, each with what is wrong: struck out one by one as the stages learn. A case that passes must leave this list."""

FAILING: dict[str, str] = {
    "pages_as_printed": "no page label from printed numbers; the agenda takes the minutes' date; a paper after them joins the next report",
    "pages_labelled_in_the_file": 'a large bold "Our means" is no heading, because "means" can be a verb',
    "report_without_cover": 'a report that opens with its title under "Agenda Item 6" joins the report before it',
    "minutes_with_appendices": "the first appendix after minutes has no label; public questions as an appendix are not known as such",
    "report_with_appendices": '"Appendix 1" and "Appendix 2" at the heads of neighbouring pages are taken for running headers',
    "single_appendix": "titled by its label, not by the title under it",
    "decision_record": "the letterhead is part of the title",
    "frontsheet": "the agenda takes the date of the minutes that it lists",
    "replaced_report": "no date and committee from the letterhead of a report",
    "turned_table": "the unit FTE is written fte",
    "supplement": "the cover of a supplement has no date and committee",
    "unnumbered_letter": "the inspectorate's name above the title is a heading",
    "numbering_begins_again": "an appendix at the head of a new page of a report is no part, its sections 1, 2 no headings",
    "heading_in_a_table": "shaded lines across a form are rows of a data table",
    "deep_numbers": "a numbered paragraph that begins in lower case has no number",
    "roman_before_letters": '"(i)" after "(h)" is read as a numeral',
    "alternating_headers": "no page label from printed numbers",
    "running_section_header": "a header that names the section differs from page to page and is read as text",
    "hyphens": '"follow-" at a line\'s end and "up" on the next become "followup"',
    "footnotes": "a raised footnote mark joins the number before it; the footnote cuts the sentence that goes on overleaf",
    "sidebar": "the sidebar widens what counts as a full line, so that a paragraph falls into its lines",
    "slides": '"Where we are" in large type is no heading; the committee on the title slide is not read',
    "ruled_table": "a caption in bold is a section",
    "merged_row_labels": "a merged label stands in its first row only",
    "tables_side_by_side": "two tables beside one another are one",
    "footnote_marks": "a star in a cell is dropped; a caption in bold is a section",
    "headings_by_look": '"Who carers are" in bold is no heading, because "are" is a verb',
    "spanning_cells": "a merged label stands in its first row only",
    "accordions": "a folded panel with few words is dropped",
    "web_headings_by_look": "bold paragraphs are no headings where the page has a marked heading",
    "web_lists": "an item after a list within a list is a numbered heading",
    "wrapped_text": '"on 2" at a line\'s end and "May" on the next are two paragraphs',
}

LOSING: dict[str, str] = {}
"""Cases in which a character has no place, or several."""
