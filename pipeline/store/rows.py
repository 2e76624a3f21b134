"""Model types into rows: ids, places, and the fields of facts as JSON."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any

from pipeline.config import CODE_VERSION
from pipeline.model.documents import Document, Span
from pipeline.model.evidence import Evidence, joined
from pipeline.model.facts import Fact, TableFact
from pipeline.model.structure import Section, Structure
from pipeline.store.schema import OWN, field_types

Record = dict[str, Any]


def identify(prefix: str, *what: object) -> str:
    """An id that two machines agree on: a hash of what identifies the thing."""
    return f"{prefix}-{hashlib.blake2b(chr(31).join(map(str, what)).encode(), digest_size=6).hexdigest()}"


@dataclass
class Ids:
    """Gives each row of one document its id; the same words twice are told apart by their count."""

    document: str
    seen: Counter[int] = field(default_factory=Counter)
    """By a hash of the words: a long paper has hundreds of thousands of rows."""

    def next(self, prefix: str, *what: object) -> str:
        key = hash((prefix, *map(str, what)))
        self.seen[key] += 1
        return identify(prefix, self.document, *what, self.seen[key])


def places(document: Document, spans: Sequence[Span]) -> str:
    return json.dumps(document.places(spans))


@dataclass
class FactRecords:
    """Rows of one document's sections and facts."""

    structure: Structure
    part_ids: Sequence[int]
    document_id: int
    ids: Ids

    def __post_init__(self) -> None:
        self.section_ids = [self.ids.next("s", s.title, s.number) for s in self.structure.sections]
        self.table_ids: dict[int, str] = {}

    def base(self, id_: str, evidence: Evidence, ordinal: int) -> Record:
        document = self.structure.document
        spans = joined(document, evidence.spans)
        return {
            "id": id_, "document_id": self.document_id, "part_id": self.part_ids[evidence.part], "ordinal": ordinal,
            "start": spans[0].start if spans else 0, "end": spans[-1].end if spans else 0,
            "headings": json.dumps(self.structure.path(evidence.section), ensure_ascii=False),
            "section_id": self.section_ids[evidence.section] if evidence.section is not None else None,
            "cited_as": evidence.paragraph, "places": places(document, spans), "quote": document.quote(spans),
        }  # fmt: skip

    def sections(self) -> Iterator[Record]:
        for section, id_ in zip(self.structure.sections, self.section_ids, strict=True):
            evidence = Evidence((self._heading(section),), section.part, section.index)
            parent = None if section.parent is None else self.section_ids[section.parent]
            own = {"number": section.number, "title": section.title, "level": section.level, "kind": section.kind, "parent": parent}
            about = " ".join(self.structure.path(section.index)).lower()
            made = {"extractor": f"split {CODE_VERSION}", "basis": "stated", "about": about, "boilerplate": int(section.boilerplate)}
            yield {**self.base(id_, evidence, section.index), **own, **made}

    def _heading(self, section: Section) -> Span:
        """The printed heading; where a part's title is not printed, the line that the part begins with."""
        if section.start < section.end:
            return Span(section.start, section.end)
        text = self.structure.document.text
        start = section.start + len(text[section.start :]) - len(text[section.start :].lstrip())
        end = text.find("\n", start)
        return Span(start, end if end > 0 else len(text))

    def facts(self, facts: Sequence[Fact]) -> Iterator[tuple[str, Record]]:
        """Kind and row of each fact, tables first so that figures can name theirs."""
        counts: Counter[str] = Counter()
        for fact in _in_order(facts):
            yield fact.KIND, self._fact(fact, counts[fact.KIND])
            counts[fact.KIND] += 1

    def _fact(self, fact: Fact, ordinal: int) -> Record:
        record = self.base("", fact.evidence, ordinal)
        values = {f.name.rstrip("_"): getattr(fact, f.name) for f in fields(fact) if f.name not in OWN}
        record["id"] = self.ids.next(fact.KIND[0], fact.KIND, record["quote"], *(v for v in values.values() if isinstance(v, str | float)))
        if isinstance(fact, TableFact):
            self.table_ids[fact.index] = record["id"]
        elif values.get("table") is not None:
            values["table"] = self.table_ids.get(values["table"])
        plain = {name: self._plain(value, record["id"]) for name, value in values.items()}
        said = [v for v in values.values() if isinstance(v, str)]
        record["about"] = " ".join([*self.structure.path(fact.evidence.section), record["quote"], *said]).lower()
        kinds = field_types(type(fact))
        stored = {name: json.dumps(v, ensure_ascii=False) if kinds[name] is Any else v for name, v in plain.items()}
        return {**record, "extractor": f"{fact.extractor} {CODE_VERSION}", "basis": fact.basis, **stored}

    def _plain(self, value: Any, owner: str) -> Any:
        """JSON values; evidence inside a fact becomes {"$cite": ...}, which look-ups turn into a citation."""
        if isinstance(value, Evidence):
            base = self.base("", value, 0)
            return {"$cite": {"places": json.loads(base["places"]), "section": json.loads(base["headings"]), "paragraph": value.paragraph}}
        if is_dataclass(value) and not isinstance(value, type):
            found = {f.name: self._plain(getattr(value, f.name), owner) for f in fields(value)}
            if found.get("id") == "":
                found["id"] = self.ids.next("r", owner, found.get("text"))
            return {("citation" if name == "evidence" else name): v for name, v in found.items()}
        if isinstance(value, Mapping):
            return {k: self._plain(v, owner) for k, v in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._plain(v, owner) for v in value]
        return value


def _in_order(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Tables, then kind by kind, each in the order of the document. Only places are held, not the facts of a long paper."""
    at: dict[str, tuple[array[int], array[int]]] = {}
    for index, fact in enumerate(facts):
        indices, starts = at.setdefault(fact.KIND, (array("Q"), array("Q")))
        indices.append(index)
        starts.append(fact.evidence.spans[0].start if fact.evidence.spans else 0)
    for kind in sorted(at, key=lambda kind: (kind != "tables", kind)):
        indices, starts = at[kind]
        yield from (facts[indices[n]] for n in sorted(range(len(indices)), key=starts.__getitem__))
