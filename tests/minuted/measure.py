"""What extractors find of the passages: rows found, missed, wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.extract import extract
from pipeline.extract.nlp import Nlp
from pipeline.model.facts import Fact
from tests.meeting import paper
from tests.minuted.passage import Passage, Row

NLP = Nlp(use_trained=False)
SIDES = {"favoured": "for", "opposed": "against", "abstaining": "abstain"}
HOLDS = {"says": "text", "asks": "question", "answers": "answer"}
"""Expected words and the field that must hold them."""


NOT_TOLD = frozenset({"extractor", "basis", "votes", "vote", "minute_number", "item", "item_title"})


def found(passage: Passage) -> list[dict[str, Any]]:
    """The facts of the passage's kind as flat rows."""
    facts = extract(paper(passage.text, kind=passage.part), NLP, kinds=(passage.kind,))
    return [_flat(fact) for fact in facts if passage.kind == fact.KIND]


def _flat(fact: Fact) -> dict[str, Any]:
    row = {name: getattr(fact, name) for name in type(fact).__slots__ if name != "evidence"}
    vote: Mapping[str, Any] = row.get("votes") or {}
    names: Mapping[str, Any] = vote.get("names") or {}
    row["vote"] = [vote.get(side) for side in SIDES.values()]
    row |= {key: list(names.get(side) or ()) for key, side in SIDES.items()}
    row["rivals"] = [[each["name"], each["votes"]] for each in vote.get("candidates") or ()]
    return row


def differences(passage: Passage, rows: list[dict[str, Any]]) -> list[str]:
    """A line for each expected row that is missing or differs, and for each row that nobody expects."""
    left, told = list(rows), []
    for expected in passage.rows:
        best = min((row for row in left), key=lambda row: len(_wrong(expected, row)), default=None)
        if best is None or not _same(expected, best):
            told.append(f"missed {dict(expected)}")
            continue
        left.remove(best)
        told += [f"wrong {field}: {value!r} in {dict(expected)}" for field, value in _wrong(expected, best).items()]
    told += [f"extra {row}" for row in map(_brief, left) if not any(_same(each, full) for each in passage.also for full in left)]
    return told


def _same(expected: Row, row: Row) -> bool:
    """The same event, whatever its details: its words, or its person."""
    keys = [key for key in ("says", "asks") if expected.get(key)]
    if keys:
        return all(expected[key] in (row.get(HOLDS[key]) or "") for key in keys)
    return expected.get("name") == row.get("name") or "says" in expected


def _wrong(expected: Row, row: Row) -> dict[str, Any]:
    return {key: row.get(HOLDS.get(key, key)) for key, value in expected.items() if not _holds(key, value, row)}


def _holds(key: str, value: Any, row: Row) -> bool:
    if key in HOLDS:
        return value in (row.get(HOLDS[key]) or "")
    return bool(row.get(key) == value)


def _brief(row: Row) -> dict[str, Any]:
    return {key: value for key, value in row.items() if value and key not in NOT_TOLD}


def report(passages: Sequence[Passage], show: Callable[[str], None]) -> Iterator[str]:
    """For each kind: its passages, and how many of them are read as expected; each difference is shown."""
    for kind in dict.fromkeys(passage.kind for passage in passages):
        told = {passage.name: differences(passage, found(passage)) for passage in passages if passage.kind == kind}
        for name, lines in told.items():
            for line in lines:
                show(f"{name}: {line}")
        yield f"{kind}: {sum(not lines for lines in told.values())} of {len(told)} passages"
