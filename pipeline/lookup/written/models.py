"""Models that write: any of the `llm` library, by name. The only place that imports it, and only when a model is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from pipeline.errors import ModelError

MISSING = "Language models need the llm library: pip install 'matters-arising[llm]'"


class Writer(Protocol):
    """What is needed of a model; models of the `llm` library have it."""

    model_id: str

    def prompt(self, prompt: str, *, system: str, stream: bool) -> Iterable[str]:
        """The text, in pieces as they come. Nothing is sent before the first piece is taken."""
        ...


def named(name: str) -> Writer:
    """The model of that name or alias. Raises ModelError where there is none, or no library."""
    try:
        import llm
    except ImportError as error:
        raise ModelError(MISSING) from error
    try:
        found: Writer = llm.get_model(name)
    except llm.UnknownModelError as error:
        raise ModelError(f"No language model is called {name!r}. `llm models` lists those there are; plugins add more.") from error
    return found
