"""Writes a paper as a scan: pages printed, laid a little crooked on the glass, stored as grey images without any text."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from corpus.builder import pdf
from corpus.builder.blocks import Paper

DOTS_PER_INCH = 170
SKEWS = (0.7, -0.4)
NOISE = 9.0
SEED = 20240502
QUALITY = 52


def write(paper: Paper, path: Path) -> None:
    """Builds the PDF, prints its pages to images and stores those alone."""
    printed = path.with_suffix(".printed.pdf")
    pdf.write(paper, printed)
    try:
        pages = _pages(printed)
    finally:
        printed.unlink()
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    canvas.setTitle(paper.said("title"))
    for page in pages:
        canvas.drawImage(ImageReader(page), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def _pages(printed: Path) -> list[io.BytesIO]:
    document = pypdfium2.PdfDocument(printed)
    noise = np.random.default_rng(SEED)
    images = [page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L") for page in document]
    document.close()
    return [_scanned(image, SKEWS[at % len(SKEWS)], noise) for at, image in enumerate(images)]


def _scanned(image: Image.Image, skew: float, noise: np.random.Generator) -> io.BytesIO:
    crooked = image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(0.5))
    grains = np.asarray(crooked, dtype=np.float32) * 0.93 + 8 + noise.normal(0, NOISE, (crooked.height, crooked.width))
    kept = io.BytesIO()
    Image.fromarray(np.clip(grains, 0, 255).astype(np.uint8)).save(kept, "JPEG", quality=QUALITY)
    kept.seek(0)
    return kept
