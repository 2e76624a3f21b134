"""Embedding: the packaged model, and the encoder of questions made from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.embed import models
from pipeline.embed.encoder import Encoder
from pipeline.embed.export import encoder_for
from pipeline.embed.passages import batches
from pipeline.errors import ModelError

MODEL = "all-MiniLM-L6-v2"
TEXTS = ["homes for people with a learning disability", "the audit of the accounts", "by what vote was the motion lost?"]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    """The ONNX encoder, from the user's cache or made now."""
    folder = tmp_path_factory.mktemp("library") / "encoder"
    encoder_for(MODEL, folder)
    return Encoder(folder)


def test_questions_and_passages_meet_in_one_space(encoder: Encoder) -> None:
    """The ONNX encoder gives the vectors of the model it was made from, with weights of 8 bits."""
    wanted = models.load(MODEL).encode(TEXTS, normalize_embeddings=True, show_progress_bar=False)
    cosines = (wanted * encoder.encode(TEXTS)).sum(axis=1)
    assert cosines.min() > 0.98
    assert encoder.dimensions == 384


def test_batches_give_every_text_once(encoder: Encoder) -> None:
    """Sorting by length loses nothing and mixes nothing up."""
    texts = [*TEXTS, "x", *reversed(TEXTS)]
    found = {i: vector for some, vectors in batches(encoder, texts, size=2) for i, vector in zip(some, vectors, strict=True)}
    assert sorted(found) == list(range(len(texts)))
    assert float(found[0] @ found[6]) == pytest.approx(1.0, abs=1e-2)


def test_an_encoder_that_is_there_is_kept(encoder: Encoder) -> None:
    """The second call writes nothing."""
    before = (encoder.folder / "model.onnx").stat().st_mtime_ns
    encoder_for(MODEL, encoder.folder)
    assert (encoder.folder / "model.onnx").stat().st_mtime_ns == before


def test_a_model_that_is_not_to_be_had_says_what_to_do() -> None:
    """No model hub is asked; the error names the way out."""
    with pytest.raises(ModelError, match="HF_HUB_OFFLINE"):
        models.load("no-such/model")


def test_a_folder_without_an_encoder_says_what_to_do(tmp_path: Path) -> None:
    """Half a library is not a riddle."""
    with pytest.raises(ModelError, match="matters ingest"):
        Encoder(tmp_path)


def test_the_digest_tells_models_apart(tmp_path: Path) -> None:
    """Other weights, other digest."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    for name, fill in (("a", b"0"), ("b", b"1")):
        (tmp_path / name / "model.safetensors").write_bytes(fill * 200_000)
    assert models.digest(str(tmp_path / "a")) != models.digest(str(tmp_path / "b"))
