"""A person's judgement of a fact, kept as `matters mark` keeps it; only where the site was started with --allow-corrections."""

from __future__ import annotations

from typing import Any

from pipeline.errors import NotThereError, UsageError
from pipeline.lookup.verdicts import judged
from pipeline.model.answers import FactRow
from pipeline.web.asked import Asked, Reply, seen
from pipeline.web.templating import escaped

SAID = ("right", "wrong", "corrected")


def mark(library: Any, asked: Asked) -> Reply:
    """Keeps the judgement and shows the fact again. Raises UsageError for what makes no judgement."""
    if not asked.may_mark:
        raise UsageError("Corrections are switched off. Start with: matters serve --allow-corrections")
    row = library.find(asked.form.get("id", ""))
    if not isinstance(row, FactRow):
        raise NotThereError("This fact is not in the library: the paper may have been read anew.")
    verdict = asked.form.get("verdict", "")
    if verdict not in SAID:
        raise UsageError("Say whether the fact is right, wrong, or what it should say.")
    said = asked.form.get("value", "").strip() if verdict == "corrected" else verdict
    library.mark(row, judged(row, said, asked.form.get("why", ""), library.fields[row.kind]))
    return seen(f"/show/{escaped(row.id)}?marked=1")
