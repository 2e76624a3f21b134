"""The ONNX encoder of passages and questions, made once from a sentence-transformers model and checked against it."""

from __future__ import annotations

import json
import logging
import os
import shutil
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.embed import models
from pipeline.embed.encoder import Encoder
from pipeline.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

LEAST_COSINE = 0.98
CHECKED = (
    "what did we commit on supported living?",
    "Forecast overspend at Period 2",
    "Who substituted for the vice-chair, and by what vote was the amended motion lost at the meeting of full council in May?",
    "123",
)


def cache_folder() -> Path:
    """Where exported encoders are kept between libraries: MATTERS_CACHE, else the user's cache folder."""
    if "MATTERS_CACHE" in os.environ:
        return Path(os.environ["MATTERS_CACHE"])
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "matters-arising"


def encoder_for(name: str, target: Path) -> None:
    """Puts the encoder of a model into `target` (a folder of the library), unless the right one is there."""
    wanted = models.digest(name)
    if Encoder.digest_in(target) == wanted:
        return
    cached = cache_folder() / "encoders" / wanted
    if Encoder.digest_in(cached) != wanted:
        _replace(cached, lambda folder: _export(name, wanted, folder))
    _replace(target, lambda folder: shutil.copytree(cached, folder, dirs_exist_ok=True))


def _replace(target: Path, fill: Any) -> None:
    """Fills a temporary folder beside the target, then takes its place: a half-made encoder is never seen."""
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".encoder-", dir=target.parent))
    try:
        fill(made)
        if target.exists():
            shutil.rmtree(target)
        made.replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _export(name: str, digest: str, folder: Path) -> None:
    model = models.load(name)
    whole, small = folder / "whole.onnx", folder / "model.onnx"
    _write_graph(model, whole)
    _write_small(whole, small)
    model.tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    about = {"model": name, "digest": digest, "max_tokens": int(model.max_seq_length or 256), "dimensions": model.get_embedding_dimension()}
    (folder / "encoder.json").write_text(json.dumps(about), encoding="utf-8")
    if _least_cosine(model, Encoder(folder)) < LEAST_COSINE:
        shutil.copyfile(whole, small)
    least = _least_cosine(model, Encoder(folder))
    if least < LEAST_COSINE:
        raise ModelError(f"The ONNX export of {name} differs from the model (cosine {least:.3f}, wanted {LEAST_COSINE}).")
    whole.unlink()


def _write_graph(model: SentenceTransformer, file: Path) -> None:
    """Transformer, pooling and normalising in one graph, by torch.export (docs/decisions/0003-question-encoder.md)."""
    import torch

    class Graph(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.model = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            found = self.model({"input_ids": input_ids, "attention_mask": attention_mask})["sentence_embedding"]
            return torch.nn.functional.normalize(found, dim=1)

    sample = model.tokenizer(list(CHECKED[:2]), padding=True, return_tensors="pt")
    shape = {0: torch.export.Dim("texts"), 1: torch.export.Dim("tokens")}
    logging.getLogger("torch.onnx").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Graph().eval(),
            (sample["input_ids"], sample["attention_mask"]),
            file,
            input_names=["input_ids", "attention_mask"],
            output_names=["unit_vector"],
            dynamic_shapes={"input_ids": shape, "attention_mask": shape},
            dynamo=True,
            external_data=False,
            verbose=False,
        )


def _write_small(whole: Path, small: Path) -> None:
    """The graph with weights of 8 bits (7 used, so that processors without VNNI do not overflow): a quarter of the size, faster."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    logging.getLogger().addFilter(lambda record: "pre-process" not in record.getMessage())
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


def _least_cosine(model: SentenceTransformer, encoder: Encoder) -> float:
    wanted = model.encode(list(CHECKED), normalize_embeddings=True, show_progress_bar=False)
    return float((wanted * encoder.encode(CHECKED)).sum(axis=1).min())
