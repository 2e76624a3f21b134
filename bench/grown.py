"""Makes a large library out of a small one: `bench/million.py` says what for.

Each paper has passages of the small library in a new order, with their names and numbers changed and a sentence of another passage
behind them; words keep the frequencies that they have in papers, names do not repeat as often as they would in copies.
"""

from __future__ import annotations

import datetime
import json
import random
import re
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy

from pipeline.model.facts import KINDS
from pipeline.store.library import SqliteLibrary

PAPER, PAGE, FACTS = 60, 5, 4
"""Passages of a paper and of a page; one passage in so many brings its facts."""
TOKEN = re.compile(r"\d+|(?<=[a-z,] )[A-Z][a-z]{3,}")
"""A number, or a name within a sentence."""
OPEN, MIDDLE, CLOSE = (
    "Al Bar Cor Dun Eas Fen Gar Hol Ing Ket Lan Mor Nor Os Pen Rad Sel Tor Ul Wen".split(),
    "ber cas del er fol gate ham in ker low mer nor ow per ris stan til ver wick yar".split(),
    "bourne by combe dale den field ford hurst ley mere more ness ridge sea stead stow ton well wick worth".split(),
)
MIX, BLUR = 0.4, 0.45
"""Share of another vector, and length of the noise, beside a vector of length 1."""
KINDS_OF_PART = ("minutes", "report", "agenda", "appendix")
TABLES = tuple(kind.KIND for kind in KINDS)

Row = dict[str, Any]


def grow(small: SqliteLibrary, large: SqliteLibrary, count: int) -> None:
    seeds = Seeds(small)
    large.db.execute("PRAGMA synchronous = OFF")
    large.db.execute("PRAGMA cache_size = -400000")
    large.set_meta("model", small.meta("model") or "")
    numbers = range(0, count, PAPER)
    for paper, first in enumerate(numbers, 1):
        if paper % 200 == 1:
            large.db.execute("BEGIN")
        for name, rows in seeds.paper(paper, first + 1, min(PAPER, count - first)).items():
            insert(large.db.conn, name, rows)
        if paper % 200 == 0 or paper == len(numbers):
            large.db.execute("COMMIT")
    with large.transaction():
        large.touch()


def insert(connection: sqlite3.Connection, name: str, rows: Sequence[Row]) -> None:
    columns = list(rows[0])
    sql = f"INSERT INTO [{name}] ({','.join(f'[{c}]' for c in columns)}) VALUES ({','.join('?' * len(columns))})"
    connection.executemany(sql, [tuple(row[column] for column in columns) for row in rows])


class Seeds:
    """Rows of a small library, to be varied."""

    def __init__(self, small: SqliteLibrary) -> None:
        self.model = small.meta("model") or ""
        self.passages = [dict(row) for row in small._rows("SELECT * FROM passages")]
        self.texts: dict[int, list[tuple[str, Any]]] = defaultdict(list)
        sql = "SELECT m.passage_id, m.text, v.vector FROM meanings m JOIN vectors v ON v.hash = m.hash ORDER BY m.id"
        for passage, text, blob in small.db.execute(sql):
            self.texts[passage].append((text, numpy.frombuffer(blob, dtype="<f4")))
        self.passages = [row for row in self.passages if self.texts[row["id"]]]
        self.facts: dict[int, list[tuple[str, Row]]] = defaultdict(list)
        for kind in TABLES:
            for row in small._rows(f"SELECT x.*, l.passage_id AS held FROM [{kind}] x JOIN fact_passages l ON l.fact_id = x.id"):
                fact = dict(row)
                self.facts[fact.pop("held")].append((kind, fact))
        self.meaning = self.fact = 0

    def paper(self, number: int, first: int, count: int) -> dict[str, list[Row]]:
        """The rows of a paper by table; its passages are numbered from `first`."""
        draw = random.Random(number)
        made: dict[str, list[Row]] = defaultdict(list)
        day = (datetime.date(2015, 1, 1) + datetime.timedelta(days=draw.randrange(3650))).isoformat()
        council, body = f"Council {draw.randrange(100)} of {name('County', number % 97)}", f"{name('Body', number % 211)} Committee"
        made["documents"] = [
            {"id": number, "name": f"paper-{number:05}.txt", "path": "", "sha256": f"{number:064x}", "size": 1, "title": f"Paper {number}",
             "council": council, "published": day, "media": "text", "reader": "", "code": "", "length": 1, "metadata": "{}"}
        ]  # fmt: skip
        made["parts"] = [
            {"id": number, "document_id": number, "idx": 0, "kind": draw.choice(KINDS_OF_PART), "title": body, "council": council,
             "committee": body, "meeting_date": day, "date": day, "start": 0, "end": 1}
        ]  # fmt: skip
        for at in range(0, count, PAGE):
            self._page(made, draw, number, at, range(first + at, first + min(at + PAGE, count)))
        return {name_: rows for name_, rows in made.items() if rows}

    def _page(self, made: dict[str, list[Row]], draw: random.Random, number: int, at: int, ids: range) -> None:
        start, text, page = at * 10_000, "", at // PAGE
        for id_ in ids:
            seed, other = draw.choice(self.passages), draw.choice(self.passages)
            behind = vary(self.texts[other["id"]][-1][0], id_ + 1)
            words, place = f"{vary(seed['text'], id_)} {behind}", len(text)
            row = seed | {
                "id": id_, "key": f"p-{id_:012x}", "document_id": number, "part_id": number, "ordinal": at + id_ - ids[0],
                "start": start + place, "end": start + place + len(words), "text": words, "words": words, "section_id": None,
                "places": json.dumps([[page, place, place + len(words)]]), "reading": seed["reading"] and vary(seed["reading"], id_),
            }  # fmt: skip
            made["passages"].append(row)
            text += words + "\n"
            self._meanings(made, seed["id"], other["id"], id_)
            if id_ % FACTS == 0:
                self._facts(made, seed, row, page, place)
        made["pages"].append({"document_id": number, "idx": page, "number": page + 1, "start": start, "text": text, "recognised": 0})

    def _meanings(self, made: dict[str, list[Row]], seed: int, other: int, id_: int) -> None:
        noise = numpy.random.default_rng(id_)
        for at, (text, vector) in enumerate(self.texts[seed]):
            self.meaning += 1
            key = f"{self.meaning:015x}{at:09x}"
            blur = noise.standard_normal(len(vector), dtype="float32") / len(vector) ** 0.5
            mixed = vector + MIX * self.texts[other][-1][1] * noise.random() + BLUR * blur
            mixed /= numpy.linalg.norm(mixed)
            made["meanings"].append({"id": self.meaning, "passage_id": id_, "hash": key, "text": vary(text, id_)})
            made["vectors"].append({"model": self.model, "hash": key, "vector": mixed.astype("<f4").tobytes()})

    def _facts(self, made: dict[str, list[Row]], seed: Row, row: Row, page: int, place: int) -> None:
        for kind, fact in self.facts[seed["id"]]:
            quote = vary(fact["quote"], row["id"])
            at = row["text"].find(quote)
            if at < 0:
                continue
            self.fact += 1
            id_ = f"{fact['id'][:2]}{self.fact:012x}"
            made[kind].append(
                fact
                | {"id": id_, "document_id": row["document_id"], "part_id": row["part_id"], "ordinal": row["ordinal"],
                   "start": row["start"] + at, "end": row["start"] + at + len(quote), "quote": quote, "section_id": None,
                   "places": json.dumps([[page, place + at, place + at + len(quote)]])}
            )  # fmt: skip
            made["fact_passages"].append({"fact_id": id_, "kind": kind, "passage_id": row["id"]})


def vary(text: str, number: int) -> str:
    """The text with other names and numbers, the same for the same number."""
    return TOKEN.sub(lambda match: _other(match.group(), number), text)


def _other(token: str, number: int) -> str:
    if token.isdigit():
        return str(zlib.crc32(f"{token} {number}".encode()) % 10 ** len(token)).zfill(len(token))
    return name(token, number % 50)


@lru_cache(maxsize=100_000)
def name(token: str, number: int) -> str:
    """A name of our own: each name of the sample papers becomes one of fifty."""
    at = zlib.crc32(f"{token} {number}".encode())
    return OPEN[at % 20] + MIDDLE[at // 20 % 20] + CLOSE[at // 400 % 20]
