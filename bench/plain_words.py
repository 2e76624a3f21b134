"""Makes `pipeline/lookup/text/plain_words.txt`: the stems of the commonest words of English, the commonest first.

    python -m bench.plain_words LIBRARY/encoder/tokenizer.json

Comes in: the tokenizer of the embedding model, whose vocabulary (that of BERT, Apache 2.0) stands in order of how often a word was met in
books and an encyclopaedia. Goes out: one stem a line, of the whole words among its first `LAST` entries.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pipeline.lookup.text.terms import stems

TARGET = Path(__file__).parents[1] / "pipeline" / "lookup" / "text" / "plain_words.txt"
FIRST, LAST = 1996, 8000
"""The first whole word ("the"), and the entry beyond which a word says what a text is about."""
HEAD = """\
# Stems of the commonest words of English, the commonest first: from the vocabulary of BERT (Google, Apache License 2.0).
# Made by bench/plain_words.py; never edited by hand.
"""


def main(source: Path) -> int:
    places = json.loads(source.read_text(encoding="utf-8"))["model"]["vocab"]
    words = sorted((place, word) for word, place in places.items() if FIRST <= place < LAST and len(word) > 1 and word.isalpha())
    kept = dict.fromkeys(stem for _, word in words if word.isascii() for stem in stems(word))
    TARGET.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"{len(kept):,} stems")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
