"""An answer written by a language model from what look-up found, sentence by sentence through a gate. Optional: `ask --llm`."""

from pipeline.lookup.written.answer import written
from pipeline.lookup.written.models import Writer, named

__all__ = ["Writer", "named", "written"]
