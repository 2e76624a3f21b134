"""People's judgements of facts, in a file of their own: `marks.jsonl` in the library's folder, one JSON object a line.

Append-only: the last judgement of a fact counts, and a line that is deleted by hand is taken back. A judgement names its
fact by what identifies it in any library (kind, paper, words, the fields in KEYS), so that it survives a second ingest,
a rebuild, a move of the paper and a newer version of the rules; the id of the row is kept for people only.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import LibraryError
from pipeline.model.answers import FactRow, Mark
from pipeline.store.connected import Connected

FILE = "marks.jsonl"
KEYS: Mapping[str, tuple[str, ...]] = {
    "figures": ("raw", "row", "column"), "entities": ("text",), "attendance": ("name",), "decisions": ("text",), "actions": ("text",),
    "commitments": ("text",), "sections": ("number", "title"), "inspections": ("statement",), "indicators": ("measure", "value"),
    "declarations": ("name",), "reports": ("title",), "agenda": ("number", "title"),
}  # fmt: skip
"""Fields that tell apart the facts of one kind on the same words."""
LINKED: Mapping[str, frozenset[str]] = {
    "agenda": frozenset({"report", "file_page", "papers"}), "actions": frozenset({"status", "followed_by"}),
    "sections": frozenset({"parent"}),
    "commitments": frozenset({"status", "first_seen", "last_seen", "restatements", "confidence"}), "figures": frozenset({"table"}),
    "decisions": frozenset({"recommendation", "against_recommendation"}),
}  # fmt: skip
"""Fields that other papers or other rows fill: they are no part of how the words were read."""
LISTS = frozenset({"verbs", "votes", "columns"})
BLANK: tuple[Any, ...] = (None, "", [], {}, False)
SPACES = (" ", "\n", "\t")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line of the file: a mark and what it is of."""

    kind: str
    document: str
    sha256: str
    quote: str
    reading: Mapping[str, Any]
    """The fact's own fields when it was judged, blanks left out."""
    id: str
    mark: Mark
    where: str | None = None
    """The heading that it stood under, which tells apart the same words printed twice."""

    @property
    def identity(self) -> tuple[str, ...]:
        return (
            self.kind,
            self.document,
            squeezed(self.quote),
            squeezed(self.where or ""),
            *(str(self.reading.get(key)) for key in KEYS.get(self.kind, ())),
        )


def squeezed(text: str) -> str:
    """Without spaces and line ends: another version of the reader may break lines elsewhere."""
    for space in SPACES:
        text = text.replace(space, "")
    return text


def reading(row: FactRow) -> dict[str, Any]:
    """How a fact's words were read: its own fields, without blanks and without what other papers add."""
    own = {name: value for name, value in row.fields.items() if name not in LINKED.get(row.kind, ()) and value not in BLANK}
    return {name: value for name, value in own.items() if isinstance(value, str | int | float) or name in LISTS}


def judgement(row: FactRow, mark: Mark) -> Judgement:
    where = row.standing.section[-1] if row.standing.section else None
    return Judgement(row.kind, row.standing.document, row.standing.sha256, row.quote, reading(row), row.id, mark, where)


class Marking(Connected):
    """The part of a library that keeps judgements."""

    fields: Mapping[str, Mapping[str, Any]]
    _facts_alone: Callable[..., list[FactRow]]

    def mark(self, row: FactRow, mark: Mark) -> Path:
        """Keeps a judgement and returns its file. Raises LibraryError where it cannot be written whole."""
        file = self.folder / FILE
        append(file, line(judgement(row, mark)))
        for name in ("judgements", "marked"):
            self.__dict__.pop(name, None)
        return file

    @cached_property
    def judgements(self) -> tuple[tuple[Judgement, tuple[FactRow, ...]], ...]:
        """The standing judgements, oldest first, each with the facts that it is of today."""
        standing = {one.identity: one for one in read(self.folder / FILE)}
        return tuple(_latest([(one, tuple(self._judged(one))) for one in standing.values()]))

    @cached_property
    def marked(self) -> dict[str, Mark]:
        """Id of each marked fact to its mark; `changed` where it is read otherwise than when it was judged."""
        return {row.id: marked_now(one, row) for one, rows in self.judgements for row in rows}

    def judged_scores(self) -> dict[str, dict[str, float]]:
        """By kind: how many judgements there are, and the share that today's facts agree with (`matters eval`)."""
        kinds: dict[str, list[bool]] = {}
        for one, rows in self.judgements:
            kinds.setdefault(one.kind, []).append(agrees(one, rows))
        return {kind: {"n": len(some), "agree": sum(some) / len(some)} for kind, some in sorted(kinds.items())}

    def with_marks(self, rows: list[FactRow]) -> list[FactRow]:
        return [replace(row, mark=self.marked.get(row.id)) for row in rows] if self.marked else rows

    def _judged(self, one: Judgement) -> Sequence[FactRow]:
        """Facts on the same words of the same paper (of its name or content) with the same keys; of words that are printed twice those
        under the heading that they were judged under. A correction that the rules have caught up with is of the facts that say so."""
        if one.kind not in self.fields:
            return ()
        quote = "x.quote"
        for space in SPACES:
            quote = f"replace({quote}, char({ord(space)}), '')"
        condition = f"(d.name = ? OR d.sha256 = ?) AND {quote} = ?"
        found = self._facts_alone(one.kind, condition, [one.document, one.sha256, squeezed(one.quote)])
        keyed = [row for row in found if all(_same(key, one.reading.get(key), row.fields.get(key)) for key in KEYS.get(one.kind, ()))]
        if not keyed and one.mark.verdict == "corrected" and one.mark.field:
            return [row for row in found if _alike(row.fields.get(one.mark.field), one.mark.value)]
        return [row for row in keyed if row.standing.section[-1:] == (one.where,)] or keyed


def _latest(judged: Sequence[tuple[Judgement, tuple[FactRow, ...]]]) -> list[tuple[Judgement, tuple[FactRow, ...]]]:
    """Without those whose facts have all been judged again since, under another heading or with other words around them."""
    kept, again = [], set[str]()
    for one, rows in reversed(judged):
        if not rows or any(row.id not in again for row in rows):
            kept.append((one, rows))
        again |= {row.id for row in rows}
    return kept[::-1]


def _same(key: str, judged: Any, now: Any) -> bool:
    """Equal, spaces apart; of a text, one may be a stretch of the other: rules cut sentences differently."""
    a, b = (squeezed(str(value or "")) for value in (judged, now))
    return a == b or (key == "text" and bool(a and b) and (a in b or b in a))


def marked_now(one: Judgement, row: FactRow) -> Mark:
    return replace(one.mark, changed=dict(one.reading) != reading(row))


def agrees(one: Judgement, rows: Sequence[FactRow]) -> bool:
    """Whether the facts of today are as the judge said: right ones kept, wrong ones gone or read otherwise, corrected ones mended."""
    if one.mark.verdict == "corrected" and one.mark.field:
        return any(_alike(row.fields.get(one.mark.field), one.mark.value) for row in rows)
    same = any(not marked_now(one, row).changed for row in rows)
    return same == (one.mark.verdict == "right")


def _alike(now: Any, said: Any) -> bool:
    """Whether a field says what the judge said it should; all blanks are one."""
    return now == said or (now in BLANK and said in BLANK)


def told(judged: tuple[Judgement, tuple[FactRow, ...]]) -> dict[str, Any]:
    """A judgement as `status --json` lists it; `facts` is empty where the fact is no longer found."""
    one, rows = judged
    made = _mark(one.mark) | {"changed": any(marked_now(one, row).changed for row in rows)}
    return {"kind": one.kind, "document": one.document, "quote": one.quote, **made, "facts": [row.id for row in rows]}


def _mark(mark: Mark) -> dict[str, Any]:
    return {"verdict": mark.verdict, "field": mark.field, "value": mark.value, "why": mark.why, "when": mark.when}


def line(one: Judgement) -> bytes:
    """A line of the file, as a person reads it: the judgement first, then what it is of."""
    made = {key: value for key, value in _mark(one.mark).items() if value is not None}
    what = {
        "kind": one.kind,
        "document": one.document,
        "quote": one.quote,
        "reading": one.reading,
        "where": one.where,
        "sha256": one.sha256,
        "id": one.id,
    }
    return (json.dumps({**made, **what}, ensure_ascii=False) + "\n").encode()


def append(file: Path, text: bytes) -> None:
    """Adds a line in one write, so that two runs do not mix theirs; half a line (a full disk) is taken back."""
    try:
        size = file.stat().st_size if file.exists() else 0
        torn = size and not file.read_bytes().endswith(b"\n")
        with file.open("ab", buffering=0) as stream:
            whole = b"\n" * bool(torn) + text
            if stream.write(whole) != len(whole):
                stream.truncate(size)
                raise LibraryError(f"{file} could not be written whole; the mark was not kept. Free some space and try again.")
            os.fsync(stream.fileno())
    except OSError as error:
        raise LibraryError(f"{file} cannot be written ({error}); the mark was not kept.") from error


def read(file: Path) -> Iterator[Judgement]:
    """Every line of the file; none where there is no file. Raises LibraryError for a line that is no judgement."""
    if not file.exists():
        return
    for number, text in enumerate(file.read_bytes().split(b"\n"), 1):
        if not text.strip():
            continue
        try:
            row = json.loads(text)
            mark = Mark(row["verdict"], row.get("why", ""), row.get("when", ""), row.get("field"), row.get("value"))
            made = Judgement(row["kind"], row["document"], row["sha256"], row["quote"], row["reading"], row["id"], mark, row.get("where"))
        except (ValueError, KeyError, TypeError) as error:
            raise LibraryError(f"{file}, line {number} is not a mark ({error}). Mend the line, or delete it.") from error
        yield made
