"""Declarations of interest."""

from __future__ import annotations

import pytest

from pipeline.extract import declarations
from pipeline.extract.nlp import Nlp
from tests.meeting import paper

NLP = Nlp(use_trained=False)


@pytest.mark.parametrize(
    ("line", "names", "item", "interest"),
    [
        ("Cllr Jo Orr declared a non-pecuniary interest in relation to item 8 as a carer.", ["Cllr Jo Orr"], "8", "non-pecuniary"),
        ("Cllr. Mrs B Penn declared a DPI in the planning application at Hill Farm.", ["Cllr. Mrs B Penn"], None, "pecuniary"),
        (
            "Councillors A Orr and B Penn each declared a personal interest in item 10.",
            ["Councillor A Orr", "Councillor B Penn"],
            "10",
            "personal",
        ),
        ("An other registrable interest was declared by Cllr Jo Orr in item 4.", ["Cllr Jo Orr"], "4", "other"),
        ("Cllr Jo Orr, having declared an interest, left the room.", [], None, None),
        ("No declarations of interest were made by Cllr Orr.", [], None, None),
    ],
)
def test_who_declared_what(line: str, names: list[str], item: str | None, interest: str | None) -> None:
    """One row for each person; the kind of interest and the item where they are said."""
    rows = list(declarations.extract(paper(f"## 3. Declarations of Interest\n{line}"), NLP))
    assert [row.name for row in rows] == names
    assert all((row.item, row.interest) == (item, interest) for row in rows)
