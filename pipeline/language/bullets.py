"""The signs that begin a list item, in print, in Word's symbol fonts, and as scanners misread them."""

from __future__ import annotations

BULLET = r"[-–—―─•·∙▪▫◦○●■□▶►➢➔➤✓✔❖★*◼◾◆◻❑❒⬥➡→☑¢\uf000-\uf0ff]"
"""One bullet, as a pattern; "¢" is how recognised text has a round one."""
LETTER_BULLET = r"[oe](?=\s+[A-Z])"
"""Word's hollow bullet printed as the letter "o", and a round bullet recognised as "e"."""
AS_PRINTED = {"¢": "•", "e": "•", "o": "◦"}
"""What these signs stand for: no letter of a list."""
