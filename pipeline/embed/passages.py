"""Passages into vectors, in batches sorted by length."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pipeline.model.ports import Embedder

BATCH = 32
"""Texts that run together: of like length, so that little is padded."""
KEPT = 512
"""Texts whose vectors are handed over at once, so that progress is kept when a run is stopped."""


def batches(embedder: Embedder, texts: Sequence[str], size: int = KEPT) -> Iterator[tuple[list[int], Any]]:
    """Indices of some texts and their vectors, short texts first."""
    import numpy

    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    for at in range(0, len(order), size):
        some = order[at : at + size]
        rows = [embedder.encode([texts[i] for i in some[b : b + BATCH]]) for b in range(0, len(some), BATCH)]
        yield some, numpy.concatenate(rows)
