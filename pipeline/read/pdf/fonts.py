"""Which fonts are bold, from the name that the file gives them."""

from __future__ import annotations

import re

BOLD = re.compile(r"bold|black|heavy|demi(?!c)|(?<![a-z])(?:bd|semib)(?![a-z])", re.IGNORECASE)
BOLD_WEIGHT = 600


def is_bold(name: str, weight: int) -> bool:
    """`name` as in "ABCDEF+Arial-BoldMT"; `weight` as pdfium estimates it (often wrong for regular fonts, so the name rules)."""
    return bool(BOLD.search(name.partition("+")[2] or name)) or weight > BOLD_WEIGHT
