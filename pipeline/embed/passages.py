"""Passages into vectors with sentence-transformers, in batches sorted by length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pipeline.embed import models

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BATCH = 64


class PassageEmbedder:
    """An `Embedder` that loads its model when the first text arrives."""

    def __init__(self, name: str) -> None:
        self.name = name

    @cached_property
    def model(self) -> SentenceTransformer:
        return models.load(self.name)

    @property
    def dimensions(self) -> int:
        return int(self.model.get_embedding_dimension() or 0)

    def encode(self, texts: Sequence[str]) -> Any:
        return self.model.encode(list(texts), batch_size=BATCH, normalize_embeddings=True, show_progress_bar=False)

    def batches(self, texts: Sequence[str], size: int = 8 * BATCH) -> Iterator[tuple[list[int], Any]]:
        """Indices of some texts and their vectors, short texts first, so that little is padded and progress can be kept."""
        order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
        for at in range(0, len(order), size):
            some = order[at : at + size]
            yield some, self.encode([texts[i] for i in some])
