"""Are answers true to what they cite? Every quote verbatim, every figure in a cited quote with the same value, unit and scale.

    python -m bench.fidelity [QUESTIONS.jsonl...] [--library DIR]

Without --library the sample papers are ingested first. A figure of the answer must stand in a quote of its statements; the labels of
a table's columns, which are printed above the row and not in it, may come from the row's reading. Figures of tables are compared with
the unit that the caption gives. Each failure is printed; exit status 1 if there is one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.shelf import QUESTIONS, shelf
from pipeline.language.periods import periods
from pipeline.lookup.answering.answer import ask
from pipeline.lookup.answering.proof import Proof, figures, literally, plain, unproved
from pipeline.lookup.promises.summed import counted
from pipeline.model.answers import Answer, Citation, FactRow, Filters, PassageRow
from pipeline.store.library import SqliteLibrary


@dataclass
class Counts:
    """How many were looked at, and those that failed."""

    name: str
    seen: int = 0
    failed: list[str] = field(default_factory=list)

    def line(self) -> str:
        share = 100 * (1 - len(self.failed) / self.seen) if self.seen else 100.0
        return f"{self.name:44} {self.seen - len(self.failed):6} of {self.seen:6}  {share:6.2f} %"


class Pages:
    """The stored text of every page, read apart from the code that makes citations."""

    def __init__(self, library: SqliteLibrary) -> None:
        stored = {one.name: library.stored_pages(one.id) for one in library.stored_documents()}
        self._texts = {name: [page.text for page in pages] for name, pages in stored.items()}

    def read(self, cited: Citation) -> str:
        pages = self._texts[cited.document]
        return "\n".join(pages[(span.page or 1) - 1][span.start : span.end] for span in cited.spans)


def questions(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                yield str(row.get("id")), row["question"]


def proof(library: SqliteLibrary, cited: Citation) -> Proof:
    """What a citation proves: its quote, the reading of the row it stands in, its label (times only), the figures stored for it."""
    row = library.find(cited.id)
    if isinstance(row, PassageRow):
        return Proof(cited.quote, row.reading or "", cited.label, tuple(library.facts_on([row.rowid], ("figures",))))
    rowids = list(row.passages) if isinstance(row, FactRow) else []
    facts = tuple(fact for fact in library.facts_on(rowids, ("figures",)) if fact.quote in cited.quote)
    readings = [passage.reading or "" for passage in library.passages(rowids) if plain(passage.text) == plain(cited.quote)]
    return Proof(cited.quote, " ".join(readings), cited.label, facts)


def after_the_count(answer: Answer) -> str:
    """The text of an answer without the sentence that counts its promises, where what it counts is so; else all of it."""
    number = re.match(r"\d+", answer.answer)
    said = counted(answer.statements, int(number.group())) if number and answer.understood.get("wants") == "commitments" else ""
    return answer.answer.removeprefix(said) if said and int(number.group()) >= len(answer.statements) else answer.answer


def in_quote(text: str, proofs: Sequence[Proof]) -> list[str]:
    """Figures of the text that stand in no quote; those of column labels aside, which a reading holds."""
    bare = [Proof(one.quote, "", one.about, one.facts) for one in proofs]
    labels = [Proof(cell.rpartition(" ")[0]) for one in proofs for cell in one.reading.split(";")]
    times = {time.text for time in periods(plain(text))}
    return [raw for raw in unproved(text, bare) if raw not in times and not any(literally(raw, label) for label in labels)]


def check(library: SqliteLibrary, pages: Pages, id_: str, answer: Answer, counts: dict[str, Counts]) -> None:
    cited = [c for s in answer.statements for c in s.citations]
    for citation in (*cited, *(c for hit in answer.passages for c in (hit.citation, *hit.also_in))):
        counts["quotes"].seen += 1
        if pages.read(citation) != citation.quote:
            counts["quotes"].failed.append(f"{id_}: {citation.label}: {citation.quote[:80]!r}")
    if not answer.answered:
        return
    proofs = [proof(library, citation) for citation in cited]
    told = after_the_count(answer)
    own = [([proof(library, c) for c in s.citations], s.text) for s in answer.statements]
    for name, some in (("answer", [(proofs, told)]), ("statements", own)):
        for holding, text in some:
            counts[name].seen += len(list(figures(plain(text)))) + len(periods(plain(text)))
            counts[name].failed += [f"{id_}: {raw!r} in {text.rstrip('.')!r}" for raw in unproved(text, holding)]
    counts["strict"].seen += len(list(figures(plain(told))))
    counts["strict"].failed += [f"{id_}: {raw!r} in {told.rstrip('.')!r}" for raw in in_quote(told, proofs)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[QUESTIONS])
    parser.add_argument("--library", type=Path)
    chosen = parser.parse_args()
    counts = {
        "quotes": Counts("quotes as the page prints them"),
        "answer": Counts("figures and times of answers in what they cite"),
        "statements": Counts("figures and times of statements"),
        "strict": Counts("figures of answers in the quote itself"),
    }
    with shelf(chosen.library) as library:
        pages = Pages(library)
        for id_, question in questions(chosen.files or [QUESTIONS]):
            check(library, pages, id_, ask(library, question, Filters()), counts)
    for one in counts.values():
        print(one.line())
    for failed in dict.fromkeys(failed for one in counts.values() for failed in one.failed):
        print(f"  {failed}")
    return 1 if any(one.failed for one in counts.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
