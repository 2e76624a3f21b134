"""The documentation names everything that a person can call: it cannot go stale in silence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.cli.main import group
from pipeline.extract import EXTRACTORS
from pipeline.web.pages import PAGES

ROOT = Path(__file__).parents[1]
DOCS = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
SHEET = (ROOT / "docs" / "extractors.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")


@pytest.mark.parametrize("kind", EXTRACTORS)
def test_every_extractor_has_its_row_and_its_section(kind: str) -> None:
    """docs/extractors.md says of each what it finds, its scores, its rules and what it misses."""
    assert re.search(rf"^\| `{kind}` \|", SHEET, re.MULTILINE)
    section = re.search(rf"^## `{kind}`\n(.*?)(?=^## |\Z)", SHEET, re.MULTILINE | re.DOTALL)
    assert section
    assert all(f"**{word}" in section[1] for word in ("Reads", "Rules.", "Known misses."))


def test_no_extractor_is_described_that_is_gone() -> None:
    """Sections of kinds that nothing finds any more are taken out."""
    assert set(re.findall(r"^## `(\w+)`$", SHEET, re.MULTILINE)) == set(EXTRACTORS)


@pytest.mark.parametrize("name", sorted(group.commands))
def test_every_command_is_documented(name: str) -> None:
    """README or docs name each command."""
    named = re.compile(rf"`(?:matters )?{name}\b|^matters {name}\b", re.MULTILINE)
    assert any(named.search(file.read_text(encoding="utf-8")) for file in DOCS)


def test_every_address_of_the_api_is_documented() -> None:
    """docs/api.md names each address under /-/."""
    told = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert not [path for path in PAGES if path.startswith("/-/") and f"`{path}" not in told]


def test_links_between_documents_lead_somewhere() -> None:
    """A relative link in docs/ names a file of the repository."""
    for file in DOCS[1:]:
        for target in LINK.findall(file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"
