"""Words of scanned pages: Tesseract where it is installed, else RapidOCR, whose models come with it. Nothing leaves the machine.

A page is a scan when it holds no text and yet is not blank; when a picture covers it and its text is hardly more than a running
header, or the nonsense that a poor scanner left behind the picture; or when its file does not say which characters it shows.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from statistics import median
from typing import Any, NamedTuple
from unicodedata import category

from pipeline.config import settings
from pipeline.errors import UsageError
from pipeline.model.documents import Box
from pipeline.read.pdf.ink import Frame, Ink, Word
from pipeline.read.pdf.scans.raster import rules, without_rules
from pipeline.read.pdf.scans.upright import deskewed, is_blank, looks_sideways

FEWEST = 40
"""A page with fewer characters has (nearly) no text: a stamp or a page number."""
UNKNOWN = ("Co", "Cc", "Cn")
"""Categories of Unicode that no printed character has: private, control, unassigned."""
GARBLED = 0.3
EDGE = 0.09
"""Share of a page's height at its top and bottom where a running header and a page number stand."""
NONSENSE = 0.35
"""Share of the words of a text layer that no language has, above which the layer is not read."""
TELLING = 12
"""Fewer words say nothing about the layer they stand in."""
READABLE = re.compile(
    r"\W*(?:(?:[A-ZÀ-Þ]?[a-zà-ÿŵŷ]+|[A-ZÀ-Þ]+)(?:['’/-](?:[A-Za-zÀ-ÿ]+))*(?:['’]s?)?|[£$€(+–-]*\d[\d,.:/–-]*(?:[a-z]{1,2}|%|k|m|bn)?|\S+[@.]\S+\.\w+)\W*"
)
"""A word, a number or an address as it is written: letters of one case, no signs among them."""
VOWEL = re.compile(r"[aeiouywàâáéêèíîóôúûŵŷ\d]", re.IGNORECASE)
COVERED = 0.5
"""Pictures over this share of a page are a scan of it."""
DOUBTFUL = 0.75
"""Below this mean confidence the page may stand on its head."""
UNSURE = 0.6
"""Words below this confidence tell nothing by their height."""
NOISE = 0.6
"""Marks without a letter or digit are kept above this confidence: rules and specks are read as dashes and bars."""
TESSERACT_COLUMNS = ("block_num", "par_num", "line_num", "text", "left", "top", "width", "height", "conf")
BULLETS = frozenset("e © ¢ « ° * + ¢» o @".split())
"""What engines make of a bullet."""
SECONDS = 120
DESCENT = 0.22
"""Share of a line's height under its base line."""
BETTER = "Tesseract reads scans better: install it (Debian: apt-get install tesseract-ocr) and ingest again with --again."


class Seen(NamedTuple):
    """A word as an engine sees it: box in pixels from the upper left, height of its whole line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    confidence: float


def is_scan(ink: Ink) -> bool:
    """Whether the page's words are to be recognised rather than read."""
    shown = [word for word in ink.words if not word.hidden]
    seen = sum(len(word.text) for word in shown)
    if seen == 0 or _is_garbled(ink, seen):
        return True
    return is_covered(ink) and (seen < FEWEST or _is_header(shown, ink.frame.height) or is_nonsense([word.text for word in shown]))


def _is_header(shown: Sequence[Word], height: float) -> bool:
    """Whether all but a few characters stand at the edges of the page: what was printed on a scan when the pack was put together."""
    return sum(len(word.text) for word in shown if EDGE * height < word.base < (1 - EDGE) * height) < FEWEST


def is_nonsense(words: Sequence[str]) -> bool:
    """Whether a text is what a poor scanner made of a page: "tl1e C0unc1l" again and again."""
    told = [word for word in words if len(word) > 2]
    unread = sum(not (READABLE.fullmatch(word) and VOWEL.search(word)) and not word.isupper() for word in told)
    return len(told) >= TELLING and unread > NONSENSE * len(told)


def is_covered(ink: Ink) -> bool:
    """Whether pictures cover most of the page."""
    areas = ((box[2] - box[0]) * (box[3] - box[1]) for box in ink.pictures)
    return sum(areas) >= COVERED * ink.frame.width * ink.frame.height


def _is_garbled(ink: Ink, seen: int) -> bool:
    """Whether the file does not say which characters its shapes are."""
    unknown = sum(category(character) in UNKNOWN for word in ink.words if not word.hidden for character in word.text)
    unmapped = sum(len(word.text) for word in ink.words if word.unmapped)
    return unknown + unmapped > GARBLED * (seen + unmapped)


def engine() -> str:
    """Name of the engine that will be used: the one that the settings name, else Tesseract where it is installed."""
    wanted = settings().ocr_engine
    named = next((name for name in ENGINES if name.casefold() == (wanted or "").casefold()), None)
    if wanted and named is None:
        raise UsageError(f"MATTERS_OCR={wanted}: no such engine. Write tesseract or rapidocr, or leave it out.")
    return "Tesseract" if named != "RapidOCR" and _has_tesseract() else "RapidOCR"


def recognised(page: Any, ink: Ink) -> Ink:
    """The page's ink with recognised words; unchanged where it is blank or nothing could be read. `page` is a pypdfium2 page."""
    dpi = settings().ocr_dpi
    image = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
    if is_blank(image):
        return ink
    quarters, skew, straight, seen = _best(image)
    if not seen:
        return ink
    width, height = image.size if quarters % 2 == 0 else image.size[::-1]
    frame = Frame(width * 72 / dpi, height * 72 / dpi, -quarters % 4, skew)
    letters = sum(len(word.text) for word in seen)
    confidence = sum(word.confidence * len(word.text) for word in seen) / letters
    words = tuple(_words(seen, 72 / dpi, frame.height))
    drawn = rules(straight, 72 / dpi)
    return replace(ink, frame=frame, words=words, rules=drawn, fills=(), recognised=True, confidence=round(confidence, 3))


def _best(image: Any) -> tuple[int, float, Any, list[Seen]]:
    """Quarter turns clockwise that set the page upright, the skew then taken out, the picture so turned, and its words."""
    tries = (1, 3) if looks_sideways(image) else (0, 2)
    best: tuple[int, float, Any, list[Seen]] = (0, 0.0, image, [])
    for quarters in tries:
        straight, skew = deskewed(image.rotate(-90 * quarters, expand=True))
        seen = _seen(without_rules(straight))
        if _score(seen) > _score(best[3]):
            best = quarters, skew, straight, seen
        if _score(seen) >= DOUBTFUL:
            break
    return best


def _score(seen: list[Seen]) -> float:
    letters = sum(len(word.text) for word in seen)
    return sum(word.confidence * len(word.text) for word in seen) / letters if letters else 0.0


def _seen(image: Any) -> list[Seen]:
    return [word for word in ENGINES[engine()](image) if word.confidence >= NOISE or any(map(str.isalnum, word.text))]


@lru_cache(maxsize=1)
def _has_tesseract() -> bool:
    if shutil.which("tesseract") is None:
        return False
    return find_spec("pytesseract") is not None


def _by_tesseract(image: Any) -> Iterator[Seen]:
    pytesseract = import_module("pytesseract")
    try:
        data = pytesseract.image_to_data(image, lang="eng", output_type=pytesseract.Output.DICT, timeout=SECONDS)
    except (RuntimeError, pytesseract.TesseractError):
        return
    rows = list(zip(*(data[key] for key in TESSERACT_COLUMNS), strict=True))
    heights: dict[tuple[int, int, int], tuple[int, int]] = {}
    for block, paragraph, line, text, _, top, _, height, _ in rows:
        if text.strip():
            low, high = heights.get((block, paragraph, line), (top, top + height))
            heights[block, paragraph, line] = min(low, top), max(high, top + height)
    for block, paragraph, line, text, left, _, width, _, confidence in rows:
        if text.strip():
            top, bottom = heights[block, paragraph, line]
            yield Seen(text.strip(), left, top, left + width, bottom, max(0.0, float(confidence)) / 100)


@lru_cache(maxsize=1)
def _rapidocr() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False})


def _by_rapidocr(image: Any) -> Iterator[Seen]:
    import numpy

    result = _rapidocr()(numpy.array(image.convert("RGB")), return_word_box=True)
    for line in result.word_results or ():
        if not line:
            continue
        corners = [corner for _, _, box in line for corner in box]
        top, bottom = min(y for _, y in corners), max(y for _, y in corners)
        for text, confidence, box in line:
            if text.strip():
                yield Seen(text.strip(), min(x for x, _ in box), top, max(x for x, _ in box), bottom, float(confidence))


ENGINES: dict[str, Callable[[Any], Iterator[Seen]]] = {"Tesseract": _by_tesseract, "RapidOCR": _by_rapidocr}


def _bulleted(seen: Iterable[Seen]) -> Iterator[Seen]:
    """Words, with the bullets that engines take for a letter or sign as bullets."""
    found = list(seen)
    for i, word in enumerate(found):
        begins = i == 0 or (found[i - 1].top, found[i - 1].bottom) != (word.top, word.bottom)
        apart = i + 1 < len(found) and found[i + 1].x0 - word.x1 > 0.5 * (word.bottom - word.top)
        yield word._replace(text="•") if begins and apart and word.text in BULLETS else word


def _words(seen: Iterable[Seen], scale: float, height: float) -> Iterator[Word]:
    """Words in layout space. Lines differ in height by their letters: those near the usual height get it, and so does
    what hardly reads as words: a signature is no heading."""
    found = list(_bulleted(seen))
    usual = median(word.bottom - word.top for word in found) * scale
    for order, word in enumerate(found):
        size = (word.bottom - word.top) * scale
        size = usual if 0.7 * usual < size < 1.35 * usual or word.confidence < UNSURE else size
        x0, x1 = word.x0 * scale, word.x1 * scale
        y0 = height - word.bottom * scale
        step = (x1 - x0) / len(word.text)
        boxes = tuple(Box(x0 + i * step, y0, x0 + (i + 1) * step, y0 + size) for i in range(len(word.text)))
        yield Word(word.text, x0, y0, x1, y0 + size, y0 + DESCENT * size, size, False, boxes, True, True, order)
