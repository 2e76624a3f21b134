"""What look-ups and the build need of stores and models: Protocols, so that other stores can take their place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from pipeline.model.answers import Coverage, FactRow, Filters, Mark, PageRow, PassageRow

Vector = Sequence[float]


class Progress(Protocol):
    """What long work tells the person who waits."""

    def stage(self, name: str, total: int, unit: str) -> None: ...

    def step(self, amount: int = 1, note: str = "") -> None: ...


class Embedder(Protocol):
    """Turns texts into unit vectors of float32."""

    name: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> Any:
        """A numpy array of shape (len(texts), dimensions), each row of length 1."""
        ...


class Reranker(Protocol):
    """Reads a question and a passage together."""

    name: str

    def judged(self, question: str, texts: Sequence[str]) -> Sequence[float]:
        """A score for each text, the higher the better."""
        ...


class WordIndex(Protocol):
    """Full-text search over passages: columns `title` (document and part), `breadcrumb` (headings), `words`, `reading`."""

    def words(self, match: str, filters: Filters, limit: int, weights: Sequence[float] = ()) -> list[tuple[int, float]]:
        """Rowid and score (higher is better) of passages that match an FTS5 expression, best first, filters inside the search.

        `weights` are bm25's, one for each column. Broken syntax raises UsageError.
        """
        ...

    def any_of(self, printed: Sequence[str], filters: Filters, limit: int) -> list[tuple[int, float]]:
        """The same of passages that hold any of these wordings, each a word or a phrase; columns weighed by `COLUMNS` of
        lookup/understanding/words.py."""
        ...

    def frequencies(self, terms: Iterable[str]) -> Mapping[str, int]:
        """In how many passages each (lower-case, stemmed by the index) term stands."""
        ...

    def size(self) -> int:
        """How many passages there are: what `frequencies` are out of."""
        ...


class VectorIndex(Protocol):
    """Nearest passages by inner product of unit vectors."""

    def meaning(self, vector: Vector, filters: Filters, limit: int) -> list[tuple[int, float]]:
        """Rowid and cosine of the nearest passages, best first, filters inside the search; [] without vectors."""
        ...


class FactStore(Protocol):
    """Stored documents, pages, passages and facts."""

    def passages(self, rowids: Sequence[int]) -> list[PassageRow]:
        """In the order asked for."""
        ...

    def neighbours(self, row: PassageRow, before: int, after: int) -> list[PassageRow]:
        """Passages around this one in the same document, in reading order, itself included."""
        ...

    def passages_at(self, document_id: int, start: int, end: int) -> list[int]:
        """Rowids of passages that share characters with these offsets of the document's text."""
        ...

    def facts(self, kind: str, filters: Filters, limit: int = 0) -> list[FactRow]:
        """By document, in reading order; limit 0: all."""
        ...

    def few(self, kind: str, filters: Filters, most: int) -> list[FactRow]:
        """All facts of a kind, as `facts` gives them; none where there are more than `most`."""
        ...

    def repeated(self, kind: str, parts: Iterable[int]) -> list[FactRow]:
        """Facts in other printings of these parts; those of meetings are left out of `facts` by default."""
        ...

    def facts_on(self, rowids: Sequence[int], kinds: Sequence[str] = ()) -> list[FactRow]:
        """Facts whose words stand in these passages."""
        ...

    def said_on(self, rowids: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, str]]:
        """Passage, and stems of what it says, of each fact of these kinds that answers may use, on each of these passages."""
        ...

    def sentence_vectors(self, facts: Sequence[FactRow]) -> Mapping[str, Any]:
        """Id of a fact to the unit vector of its sentence (a numpy array), those that have none left out; {} without vectors."""
        ...

    def find(self, id_: str) -> PassageRow | FactRow | None:
        """A passage or fact by its id, or by an unambiguous start of it."""
        ...

    def page(self, document_id: int, index: int) -> PageRow: ...

    def text_of(self, document: str) -> str | None:
        """The whole text of the first paper whose file name is, or begins with, `document`; None where there is none."""
        ...

    @property
    def marked(self) -> Mapping[str, Mark]:
        """Id of each fact that a person judged, to the judgement."""
        ...

    def coverage(self, filters: Filters) -> Coverage: ...

    def acronyms(self) -> Mapping[str, tuple[str, ...]]:
        """Acronym to expansions as the library's own papers print them."""
        ...


class Library(FactStore, WordIndex, VectorIndex, Protocol):
    """All of it, as `open_library` returns it, with the encoder of questions (ONNX, no torch)."""

    def is_word(self, word: str) -> bool:
        """Whether the encoder of questions knows it as a word of English; False without one."""
        ...

    def question_vector(self, text: str) -> Vector | None:
        """None where the library has no vectors."""
        ...
