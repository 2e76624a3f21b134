"""Recorded votes as web pages print them, read from the page to the decision."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import extract
from pipeline.extract.nlp import Nlp
from pipeline.kinds import divide
from pipeline.model.documents import Source
from pipeline.model.facts import Decision
from pipeline.read import read
from pipeline.split import split

PAGE = """<html><head><title>Minutes of Council, Thursday 6 February 2031</title></head><body>
<h1>Aldermere County Council</h1><h2>Minutes of the meeting of the Council held on Thursday 6 February 2031</h2>
<p>Present: Councillors A Ashby, R Hale (Chair), D Orr, B Penn, J Voss and S Wray</p>
<h3>1. Budget</h3><p>Councillor R Hale moved, seconded by Councillor J Voss, that the budget be approved.</p>
%s<p>The motion was carried.</p></body></html>"""
COLUMNS = (
    "<table><tr><th>For</th><th>Against</th><th>Abstain</th></tr>"
    "<tr><td>A Ashby<br>R Hale<br>J L Voss</td><td>D Orr<br>B Penn</td><td>S Wray</td></tr></table>"
)
SIDES_AS_ROWS = (
    "<table><tr><td>For</td><td>Councillors A Ashby, R Hale and J Voss</td><td>3</td></tr>"
    "<tr><td>Against</td><td>Councillors D Orr and B Penn</td><td>2</td></tr>"
    "<tr><td>Abstain</td><td>Councillor S Wray</td><td>1</td></tr></table>"
)
MEMBERS_AS_ROWS = (
    "<table><tr><th>Councillor</th><th>For</th><th>Against</th><th>Abstain</th></tr>"
    "<tr><td>Cllr A Ashby</td><td>X</td><td></td><td></td></tr><tr><td>Cllr R Hale</td><td>X</td><td></td><td></td></tr>"
    "<tr><td>Cllr J Voss</td><td>X</td><td></td><td></td></tr><tr><td>Cllr D Orr</td><td></td><td>X</td><td></td></tr>"
    "<tr><td>Cllr B Penn</td><td></td><td>X</td><td></td></tr><tr><td>Cllr S Wray</td><td></td><td></td><td>X</td></tr></table>"
)
LISTED = (
    "<ul><li>For: Councillors A Ashby, R Hale and J Voss (3)</li>"
    "<li>Against: Councillors D Orr and B Penn (2)</li><li>Abstain: S Wray (1)</li></ul>"
)


def decisions(path: Path, vote: str) -> list[Decision]:
    path.write_text(PAGE % vote, encoding="utf-8")
    data = path.read_bytes()
    document = read(Source(path, path.name, hashlib.sha256(data).hexdigest(), len(data)))
    facts = extract(split(document, divide(document)), Nlp(use_trained=False), kinds=("decisions",))
    return [fact for fact in facts if isinstance(fact, Decision)]


@pytest.mark.parametrize("vote", [COLUMNS, SIDES_AS_ROWS, MEMBERS_AS_ROWS, LISTED], ids=["columns", "sides", "members", "list"])
def test_a_page_tells_who_voted_how(tmp_path: Path, vote: str) -> None:
    """Three for, two against and one abstaining, each by name, however the page lays them out."""
    (decision,) = decisions(tmp_path / "minutes.html", vote)
    told: Any = decision.votes
    assert [told[side] for side in ("for", "against", "abstain")] == [3, 2, 1]
    assert [[name.split()[-1] for name in told["names"][side]] for side in ("for", "against", "abstain")] == [
        ["Ashby", "Hale", "Voss"],
        ["Orr", "Penn"],
        ["Wray"],
    ]
    assert (decision.outcome, decision.proposer) == ("agreed", "Councillor R Hale")
