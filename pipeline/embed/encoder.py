"""Texts into vectors with ONNX Runtime: no torch, no transformers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from pipeline.errors import ModelError


class Encoder:
    """An `Embedder` over the files that `export.encoder_for` made: model.onnx, tokenizer.json, encoder.json."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """`threads` that share the work of one call, 0: as many as there are cores. One question is done sooner than they wake."""
        about = _about(folder)
        if about is None:
            raise ModelError(f"{folder} holds no encoder. Run `matters ingest` on any paper to make it again.")
        self.folder, self.threads = folder, threads
        self.name: str = about["model"]
        self.dimensions: int = about["dimensions"]
        self.max_tokens: int = about["max_tokens"]

    @staticmethod
    def digest_in(folder: Path) -> str | None:
        """Which model the encoder in this folder was made from; None where there is none, or half of one."""
        about = _about(folder)
        return about["digest"] if about and (folder / "model.onnx").exists() else None

    @cached_property
    def _session(self) -> Any:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = self.threads
        return onnxruntime.InferenceSession(str(self.folder / "model.onnx"), options, providers=["CPUExecutionProvider"])

    @cached_property
    def _tokenizer(self) -> Any:
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(self.folder / "tokenizer.json"))
        tokenizer.enable_truncation(self.max_tokens)
        tokenizer.enable_padding()
        return tokenizer

    def is_word(self, word: str) -> bool:
        """Whether the model's vocabulary, which is of the commonest words of its language, holds a lower-case word whole."""
        return self._tokenizer.token_to_id(word) is not None

    def encode(self, texts: Sequence[str]) -> Any:
        import numpy

        tokens = self._tokenizer.encode_batch(list(texts))
        feed = {
            "input_ids": numpy.array([t.ids for t in tokens], dtype=numpy.int64),
            "attention_mask": numpy.array([t.attention_mask for t in tokens], dtype=numpy.int64),
        }
        return self._session.run(["unit_vector"], feed)[0]


def _about(folder: Path) -> dict[str, Any] | None:
    try:
        about: dict[str, Any] = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return about
