"""The half of a library that searches words: by FTS5, and for any of some wordings in a large library by `passages.words`.

FTS5 and the file give the same passages in the same order, but for scores that differ by less than a thousandth. A file serves as long
as few papers came or went since it was made: passages that went are passed over, those that came are indexed in memory.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Any

from pipeline.errors import LibraryError, UsageError
from pipeline.lookup.understanding.words import COLUMNS, any_of
from pipeline.model.answers import Filters
from pipeline.store.conditions import JOINS, Condition, where
from pipeline.store.memory import Remembering
from pipeline.store.posted import empty_index, posted, read_file, write_file
from pipeline.store.postings import Held, Phrase, Postings, best
from pipeline.store.schema import FTS_COLUMNS

FILE = "passages.words"
WORDS_ABOVE = 50_000
"""Passages up to which FTS5 is quick enough (docs/decisions/0011-scale.md)."""
BEFOREHAND = 100_000
"""Passages within a filter that are looked up before a search for words."""
FRESH = 2_000
"""Passages that may be indexed in memory, in a fifth of a second; where more came, the file is made anew."""

Seen = tuple[int, tuple[int, int] | None]
"""The generation of the library, and which file stood beside it (its number and when it was written)."""


class Wording(Remembering):
    """The part of a library that searches words: `WordIndex` of model/ports.py."""

    meta: Callable[[str], str | None]
    parts_within: Callable[[Filters], Any]
    beforehand: int = BEFOREHAND
    words_above: int = WORDS_ABOVE
    fresh: int = FRESH
    _postings: tuple[Postings, ...] = ()
    _seen: Seen | None = None

    def any_of(self, printed: Sequence[str], filters: Filters, limit: int) -> list[tuple[int, float]]:
        if not printed:
            return []
        postings = self.postings()
        if not postings:
            return self.words(any_of(printed), filters, limit, COLUMNS)
        held = [self.remembered("held", (postings, phrase), partial(_held, postings, phrase)) for phrase in phrases_of(printed)]
        return best(postings, held, limit, self.parts_within(filters))

    def words(self, match: str, filters: Filters, limit: int, weights: Sequence[float] = ()) -> list[tuple[int, float]]:
        rank = f"bm25(passages_fts, {', '.join(map(str, weights or [1.0] * len(FTS_COLUMNS)))})"
        inside, values = self._inside(filters)
        sql = f"SELECT passages_fts.rowid AS id, -{rank} AS score FROM passages_fts \
WHERE passages_fts MATCH ? {inside} ORDER BY score DESC LIMIT ?"
        try:
            return list(self.db.execute(sql, [match, *values, limit]))
        except sqlite3.OperationalError as error:
            raise UsageError(f"The query cannot be read ({error}): put words that belong together in double quotes.") from error

    def _inside(self, filters: Filters) -> Condition:
        """SQL that limits a search for words: the passages looked up beforehand where they are few, else part and paper of each match.

        The plus keeps SQLite from asking the word index once for each passage.
        """
        condition, values = where(filters)
        if not condition:
            return "", []
        within = f"SELECT x.id FROM passages x WHERE x.part_id IN (SELECT p.id FROM parts p JOIN documents d ON d.id = p.document_id \
WHERE {condition})"
        sql = f"SELECT count(*) FROM ({within})"
        (count,) = self.remembered("names", ("within", filters), lambda: self.db.execute(sql, values).fetchone())
        if count <= self.beforehand:
            return f"AND +passages_fts.rowid IN ({within})", values
        return f"AND EXISTS (SELECT 1 FROM passages x {JOINS.format(x='x')} WHERE x.id = passages_fts.rowid AND {condition})", values

    def frequencies(self, terms: Iterable[str]) -> Mapping[str, int]:
        shelf = self.shelf("terms")
        found = {term: shelf.get(term) for term in terms}
        missing = [term for term, count in found.items() if count is None]
        for term, count in (self._counts(missing) if missing else {}).items():
            found[term] = count
            shelf.keep(term, count)
        return {term: count for term, count in found.items() if count}

    def _counts(self, terms: Sequence[str]) -> dict[str, int]:
        postings = self.postings()
        if postings:
            return {term: sum(one.count(term) for one in postings) for term in terms}
        sql = f"SELECT term, doc FROM passages_terms WHERE term IN ({','.join('?' * len(terms))})"
        return dict.fromkeys(terms, 0) | dict(self.db.execute(sql, list(terms)))

    def size(self) -> int:
        (count,) = self.remembered("names", "size", lambda: self.db.execute("SELECT count(*) FROM passages").fetchone())
        return int(count)

    def postings(self) -> tuple[Postings, ...]:
        """What holds the words of a large library: the file, and what came since; () where there is none that serves, or need of none."""
        if self.size() <= self.words_above:
            return ()
        with self.lock:
            seen = self._now()
            if self._seen != seen:
                self._postings, self._seen = self._opened_postings(seen[0]), seen
            return self._postings

    def words_by(self) -> str:
        """What searches for any of some wordings: the name of the file, or FTS5."""
        return FILE if self.postings() else "FTS5"

    def index_words(self) -> None:
        """Makes the file anew where there is need of one and none that serves; takes one away that nobody needs."""
        if self.size() <= self.words_above:
            (self.folder / FILE).unlink(missing_ok=True)
        elif not self.postings():
            try:
                with self.db.atomic():  # of one state of the library
                    made = posted(self.db.conn, COLUMNS, *self._owners_of_words())
                    write_file(made, self.folder / FILE, int(self.meta("generation") or 0))
            except OSError as error:
                raise LibraryError(
                    f"{FILE} could not be written ({error}); all else is in place. Free some space and run again."
                ) from error

    def _now(self) -> Seen:
        try:
            state = (self.folder / FILE).stat()
        except OSError:
            return int(self.meta("generation") or 0), None
        return int(self.meta("generation") or 0), (state.st_ino, state.st_mtime_ns)

    def _opened_postings(self, generation: int) -> tuple[Postings, ...]:
        found = read_file(self.folder / FILE)
        if found is None or found[0] == generation:
            return found[1:] if found else ()
        return self._brought_up_to_date(found[1])

    def _brought_up_to_date(self, old: Postings) -> tuple[Postings, ...]:
        """Without the passages of papers that went or were read again, and with those that came beside; () where these are too many."""
        import numpy

        parts, stamps = self._owners_of_words()
        size = max(len(stamps), len(old.stamps))
        before, now = (numpy.pad(some, (0, size - len(some))) for some in (old.stamps, stamps))
        fresh = numpy.where(before[parts] == now[parts], 0, parts)
        came = numpy.flatnonzero(fresh)
        if len(came) > self.fresh:
            return ()
        kept = numpy.where(before[old.parts] == now[old.parts], old.parts, 0)
        average = float(old.lengths[1] / old.lengths[0])
        held = numpy.array([numpy.count_nonzero(kept), 0.0])
        some = posted(self._shelved(came), COLUMNS, fresh, stamps, average) if len(came) else None
        return (replace(old, parts=kept, lengths=held), *([some] if some else []))

    def _shelved(self, ids: Any) -> sqlite3.Connection:
        """A full-text index in memory of these passages."""
        made, columns = empty_index(), ", ".join(FTS_COLUMNS)
        rows = self.db.execute(f"SELECT id, {columns} FROM passages WHERE id IN ({','.join(map(str, ids.tolist()))})")
        made.executemany(f"INSERT INTO passages_fts (rowid, {columns}) VALUES ({','.join('?' * (1 + len(FTS_COLUMNS)))})", rows)
        return made

    def _owners_of_words(self) -> tuple[Any, Any]:
        """By id of a passage its part; by id of a part the reading of its paper, as a number."""
        import numpy

        (last,) = self.db.execute("SELECT coalesce(max(id), 0) FROM passages").fetchone()
        parts = numpy.zeros(last + 1, "<i4")
        pairs = numpy.array(self.db.execute("SELECT id, part_id FROM passages").fetchall(), "<i4").reshape(-1, 2)
        parts[pairs[:, 0]] = pairs[:, 1]
        (last,) = self.db.execute("SELECT coalesce(max(id), 0) FROM parts").fetchone()
        stamps = numpy.zeros(last + 1, "<i8")
        reading = "d.id || ' ' || d.sha256 || coalesce(d.code, '') || coalesce(d.ingested, '')"
        for id_, read in self.db.execute(f"SELECT p.id, {reading} FROM parts p JOIN documents d ON d.id = p.document_id"):
            stamps[id_] = int.from_bytes(hashlib.blake2b(read.encode(), digest_size=8).digest(), "little", signed=True)
        return parts, stamps


def _held(postings: Sequence[Postings], phrase: Phrase) -> tuple[Held, ...]:
    return tuple(one.holding(phrase) for one in postings)


def phrases_of(printed: Sequence[str]) -> list[Phrase]:
    """The terms of each wording, as the full-text index cuts them; wordings without any are left out."""
    made, found = empty_index(), defaultdict[int, list[str]](list)
    with closing(made):
        made.executemany(f"INSERT INTO passages_fts ({FTS_COLUMNS[0]}) VALUES (?)", [(one,) for one in printed])
        made.execute("CREATE VIRTUAL TABLE found USING fts5vocab(passages_fts, instance)")
        for at, term in made.execute("SELECT doc, term FROM found ORDER BY doc, offset"):
            found[at].append(term)
    return [tuple(terms) for terms in found.values()]
