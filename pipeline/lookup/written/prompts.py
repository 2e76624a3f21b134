"""Prompts: Markdown files in `prompts/` (in a wheel `pipeline/prompts`), each with its purpose, inputs and refusal sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pipeline
from pipeline.errors import ModelError

FOLDERS = (Path(pipeline.__file__).with_name("prompts"), Path(pipeline.__file__).parents[1] / "prompts")
"""Where prompts lie: in an installed package, in a checkout."""
SECTION = re.compile(r"^## (?P<name>\w+)\n+(?P<text>.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
STATED = re.compile(r"^\*\*(?P<name>Purpose|Inputs|Refusal)\.\*\*\s+(?P<text>.*?)(?=\n\n|\Z)", re.MULTILINE | re.DOTALL)
PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    name: str
    purpose: str
    inputs: str
    refusal: str
    system: str
    user: str

    def filled(self, given: Mapping[str, str]) -> tuple[str, str]:
        """System and user text with the inputs in their places; what an input holds is never read as a place itself."""
        values = {"refusal": self.refusal, **given}
        system, user = (PLACE.sub(lambda match: values[match[1]], text) for text in (self.system, self.user))
        return system, user


@cache
def prompt(name: str) -> Prompt:
    """The prompt of that name. Raises ModelError where the file is missing or lacks one of its parts."""
    file = next((folder / f"{name}.md" for folder in FOLDERS if (folder / f"{name}.md").is_file()), None)
    if file is None:
        raise ModelError(f"The prompt {name}.md is missing from {FOLDERS[0]} and {FOLDERS[1]}. Install the package again.")
    text = file.read_text(encoding="utf-8")
    stated = {match["name"]: " ".join(match["text"].split()) for match in STATED.finditer(text)}
    parts = {match["name"]: match["text"].strip() for match in SECTION.finditer(text)}
    lacking = [part for part in ("Purpose", "Inputs", "Refusal", "System", "User") if not {**stated, **parts}.get(part)]
    if lacking:
        raise ModelError(f"{file} lacks {', '.join(lacking)}. See prompts/README.md for what a prompt says.")
    return Prompt(name, stated["Purpose"], stated["Inputs"], stated["Refusal"], parts["System"], parts["User"])
