"""Question sets that are not about councils, in BEIR shape: does the one configuration of the product beat its own two halves?

    python -m bench.data FOLDER [--libraries FOLDER] [--questions N]

FOLDER holds sets: `corpus.jsonl` {_id, title, text}, `queries.jsonl` {_id, text}, `qrels/test.tsv`. Each set becomes a library, one passage
for each of its documents and no facts, and all its questions (or N, evenly drawn) are asked as `matters search` asks them. Printed is
nDCG@10 of the product, of BM25 (FTS5 over the same words, porter stems, any word of the question), of the vector of the whole document
(the packaged model alone) and of these two fused by rank, with the 95 % bootstrap interval of the product's lead over the better half.
--libraries keeps what was made, so that a second run embeds nothing.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from pipeline.build import Silent, embed_missing, meanings
from pipeline.config import settings
from pipeline.lookup.finding.search import asked, ranked
from pipeline.lookup.finding.views import weigh
from pipeline.lookup.text.terms import TOKEN
from pipeline.model.answers import Filters
from pipeline.model.documents import Document, Page, Source, Span
from pipeline.model.structure import Paragraph, Part, Passage, Section, Structure
from pipeline.store import open_library
from pipeline.store.library import SqliteLibrary

DEPTH, FUSED, DRAWS = 10, 60, 1000
"""Ranks that count, the constant of fusion by rank, bootstrap draws."""

Search = Callable[[str], Sequence[int]]
"""A question to places in the corpus, best first."""


@dataclass(frozen=True)
class QuestionSet:
    name: str
    documents: Sequence[Mapping[str, str]]
    questions: Sequence[Mapping[str, Any]]
    right: Mapping[str, Mapping[str, int]]
    """Question to the documents that answer it, and how well."""


def load(folder: Path, most: int) -> QuestionSet:
    """The set in a folder, at most so many of its questions (0: all), evenly drawn."""
    right: dict[str, dict[str, int]] = defaultdict(dict)
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, gain = line.split("\t")
        right[query][document] = int(gain)
    questions = [row for row in _rows(folder / "queries.jsonl") if row["_id"] in right]
    step = max(1, len(questions) // most) if most else 1
    return QuestionSet(folder.name, list(_rows(folder / "corpus.jsonl")), questions[::step], right)


def _rows(file: Path) -> Iterator[dict[str, Any]]:
    with file.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def structure_of(one: QuestionSet) -> Structure:
    """One paper, each document a page, a section under its title and a passage."""
    pages, sections, paragraphs, passages, start = [], [], [], [], 0
    for at, row in enumerate(one.documents):
        title, text = row.get("title", ""), row["text"]
        head = f"{title}\n" if title else ""
        body = start + len(head)
        pages.append(Page(at + 1, head + text, start))
        sections.append(Section(at, 0, title, 2, start, start + len(title)))
        paragraphs.append(Paragraph(at, 0, at, "text", text, ((0, body, len(text)),)))
        passages.append(Passage(at, 0, at, (at,), (Span(body, body + len(text)),), text))
        start = body + len(text) + 1
    whole = "\n".join(page.text for page in pages)
    document = Document(Source(Path(one.name), one.name, one.name, len(whole)), whole, tuple(pages), (), "data 1", "text", "")
    return Structure(document, (Part(0, "other", "", 0, len(whole)),), tuple(sections), paragraphs, (), passages)


def fill(library: SqliteLibrary, one: QuestionSet) -> None:
    """Saves and embeds the set, unless the library holds it."""
    if one.name not in library.known():
        structure = structure_of(one)
        library.save(structure, (), [meanings(structure, passage) for passage in structure.passages], code="data 1")
    embed_missing(library, settings().model, Silent())


def product(library: SqliteLibrary) -> Search:
    def found(text: str) -> list[int]:
        question = asked(library, text, Filters())
        hits = ranked(library, question, weigh(library, question))
        return [read.view.row.ordinal for hit in hits[:DEPTH] for read in (hit.read, *hit.same)]

    return found


def bm25(one: QuestionSet) -> Search:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE d USING fts5(words, tokenize='porter unicode61')")
    rows = ((at, f"{row.get('title', '')} {row['text']}") for at, row in enumerate(one.documents))
    db.executemany("INSERT INTO d(rowid, words) VALUES (?, ?)", rows)

    def found(text: str) -> list[int]:
        words = dict.fromkeys(match[0].lower() for match in TOKEN.finditer(text))
        match = " OR ".join('"' + word.replace('"', " ") + '"' for word in words)
        return [at for (at,) in db.execute("SELECT rowid FROM d WHERE d MATCH ? ORDER BY rank LIMIT 100", [match])]

    return found


def whole_vectors(library: SqliteLibrary) -> Search:
    """By the vector of the whole document, as the packaged model alone would have it."""
    sql = """SELECT p.ordinal, v.vector FROM passages p JOIN vectors v ON v.model = ? AND v.hash =
        (SELECT hash FROM meanings WHERE passage_id = p.id ORDER BY id LIMIT 1)"""
    rows = list(library.db.execute(sql, [library.meta("model")]))
    places, vectors = [at for at, _ in rows], np.stack([np.frombuffer(blob, dtype="<f4") for _, blob in rows])

    def found(text: str) -> list[int]:
        near = np.argsort(-(vectors @ np.asarray(library.question_vector(text))))[:100]
        return [places[at] for at in near]

    return found


def fused(*searches: Search) -> Search:
    def found(text: str) -> list[int]:
        scores: dict[int, float] = defaultdict(float)
        for search in searches:
            for rank, at in enumerate(search(text), 1):
                scores[at] += 1 / (FUSED + rank)
        return sorted(scores, key=lambda at: -scores[at])

    return found


def ndcg(found: Sequence[str], right: Mapping[str, int]) -> float:
    gained = sum(right.get(id_, 0) / math.log2(rank + 1) for rank, id_ in enumerate(found[:DEPTH], 1))
    best = sum(gain / math.log2(rank + 1) for rank, gain in enumerate(sorted(right.values(), reverse=True)[:DEPTH], 1))
    return gained / best


def scores(one: QuestionSet, search: Search) -> list[float]:
    return [ndcg([one.documents[at]["_id"] for at in search(row["text"])], one.right[row["_id"]]) for row in one.questions]


def interval(differences: Sequence[float]) -> tuple[float, float]:
    """The middle 95 % of the mean over bootstrap draws."""
    drawn = random.Random(0)
    means = sorted(sum(drawn.choices(differences, k=len(differences))) / len(differences) for _ in range(DRAWS))
    return means[int(0.025 * DRAWS)], means[int(0.975 * DRAWS)]


def measured(one: QuestionSet, library: SqliteLibrary) -> str:
    begun = time.perf_counter()
    ours = scores(one, product(library))
    taken = 1000 * (time.perf_counter() - begun) / len(one.questions)
    halves = {"BM25": bm25(one), "vectors": whole_vectors(library)}
    others = {name: scores(one, search) for name, search in (*halves.items(), ("fused", fused(*halves.values())))}
    mean = {name: sum(some) / len(some) for name, some in others.items()}
    better = max(halves, key=lambda name: mean[name])
    low, high = interval([a - b for a, b in zip(ours, others[better], strict=True)])
    told = "  ".join(f"{name} {value:.3f}" for name, value in mean.items())
    lead = f"over {better} {low:+.3f} to {high:+.3f}; {taken:.0f} ms a question"
    return f"{one.name:20} {len(one.questions):5} questions  product {sum(ours) / len(ours):.3f}  {told}  ({lead})"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--libraries", type=Path)
    parser.add_argument("--questions", type=int, default=0, help="At most about so many of each set; 0: all.")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for folder in sorted(path.parent for path in given.folder.glob("*/corpus.jsonl")):
            one = load(folder, given.questions)
            with open_library((given.libraries or Path(made)) / one.name, create=True) as library:
                fill(library, one)
                print(measured(one, library), flush=True)


if __name__ == "__main__":
    main()
