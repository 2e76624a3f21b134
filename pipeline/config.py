"""Settings with their defaults, in one place; the environment may override those that say so."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import UsageError

CODE_VERSION = "4"
"""Raised whenever a stage would make something else of the same bytes: files are then read again. Stands in each fact's `extractor`."""


@dataclass(frozen=True, slots=True)
class Settings:
    library: Path = Path("index")
    model: str = "all-MiniLM-L6-v2"
    """The packaged model, or any name or folder that sentence-transformers loads."""
    rerank: str | None = None
    """A cross-encoder that orders the first passages again: a folder, or a name of the local model cache."""
    workers: int = max(1, min(4, os.cpu_count() or 1))
    seconds_per_file: float = 900
    """A file that takes longer is ended, named and skipped."""
    megabytes_per_file: int | None = 4096
    """The same for one that needs more memory, where the system can limit it (Linux); None: no limit."""
    ocr_dpi: int = 200
    ocr_engine: str | None = None
    """"tesseract" or "rapidocr"; None takes Tesseract where it is installed."""


def settings() -> Settings:
    """The defaults, with MATTERS_LIBRARY, MATTERS_MODEL, MATTERS_RERANK, MATTERS_OCR, MATTERS_SECONDS and MATTERS_MEGABYTES applied."""
    default = Settings()
    return Settings(
        library=Path(os.environ.get("MATTERS_LIBRARY", default.library)),
        model=os.environ.get("MATTERS_MODEL", default.model),
        rerank=os.environ.get("MATTERS_RERANK") or default.rerank,
        seconds_per_file=_whole("MATTERS_SECONDS") or default.seconds_per_file,
        megabytes_per_file=_whole("MATTERS_MEGABYTES") or default.megabytes_per_file,
        ocr_engine=os.environ.get("MATTERS_OCR") or default.ocr_engine,
    )


def _whole(name: str) -> int | None:
    """A whole number of the environment. Raises UsageError for anything else."""
    said = os.environ.get(name)
    if said and not said.isdecimal():
        raise UsageError(f"{name} is {said!r}. Give a whole number, or leave it out.")
    return int(said) if said else None
