"""Settings with their defaults, in one place; the environment may override those that say so."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

CODE_VERSION = "2"
"""Raised whenever a stage would make something else of the same bytes: files are then read again."""


@dataclass(frozen=True, slots=True)
class Settings:
    library: Path = Path("index")
    model: str = "all-MiniLM-L6-v2"
    """The packaged model, or any name or folder that sentence-transformers loads."""
    workers: int = max(1, min(4, os.cpu_count() or 1))
    seconds_per_file: int = 900
    """A file that takes longer is ended, named and skipped."""
    megabytes_per_file: int | None = 4096
    ocr_dpi: int = 200
    ocr_engine: str | None = None
    """"tesseract" or "rapidocr"; None takes Tesseract where it is installed."""


def settings() -> Settings:
    """The defaults, with MATTERS_LIBRARY, MATTERS_MODEL and MATTERS_OCR applied."""
    default = Settings()
    return Settings(
        library=Path(os.environ.get("MATTERS_LIBRARY", default.library)),
        model=os.environ.get("MATTERS_MODEL", default.model),
        ocr_engine=os.environ.get("MATTERS_OCR") or default.ocr_engine,
    )
