"""A cross-encoder that reads question and passage together. It is optional, named by the user, and loads torch, so nothing else does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from pipeline.embed.models import folder, offline
from pipeline.errors import ModelError

BATCH = 8


class CrossReader:
    """A `Reranker` over any one-score cross-encoder that sentence-transformers loads: a folder, or a name of the local model cache."""

    def __init__(self, name: str) -> None:
        self.name = name

    def judged(self, question: str, texts: Sequence[str]) -> list[float]:
        """A score for each text, the higher the better. Raises ModelError where the model is not to be had or is none."""
        found = self._model.predict([(question, text) for text in texts], batch_size=BATCH, show_progress_bar=False)
        return [float(score) for score in found]

    @cached_property
    def _model(self) -> Any:
        offline()
        from sentence_transformers import CrossEncoder

        where = folder(self.name)
        try:
            model = CrossEncoder(str(where or self.name), device="cpu")
        except (OSError, ValueError) as error:
            raise ModelError(
                f"The cross-encoder {self.name!r} cannot be loaded ({error}). Give the folder it lies in, set HF_HUB_OFFLINE=0 to let it "
                "be fetched, or leave out --rerank (and MATTERS_RERANK)."
            ) from error
        made = model.config.architectures or []
        if model.num_labels != 1 or not any("SequenceClassification" in one for one in made):
            named = ", ".join(made) or "no architecture named"
            raise ModelError(f"{self.name!r} is no cross-encoder that gives one score ({named}). Name another.")
        return model
