"""Sheets about a library or one file, for people: shown, verified, status, debug, scores."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from pipeline.lookup.changes import Change
from pipeline.lookup.show import Shown
from pipeline.model.answers import Citation, FactRow
from pipeline.model.facts import Fact
from pipeline.model.structure import Structure
from pipeline.render.answers import place, shortened
from pipeline.render.output import phrase
from pipeline.render.plain import Json

SHOWN = 12
DEBUG_WORDS = 90
CHANGED_WORDS = 300
NATURES = {
    "contradiction": ("contradiction", "contradictions"),
    "deadline_slip": ("deadline moved", "deadlines moved"),
    "number_changed": ("number changed", "numbers changed"),
    "achieved": ("achieved", "achieved"),
    "not_mentioned": ("not mentioned since", "not mentioned since"),
    "restated_same": ("restated", "restated"),
}
"""What each nature is called, of one and of several."""


def out(line: str = "") -> None:
    sys.stdout.write(line + "\n")


def write_shown(found: Shown) -> None:
    """The quote between the words around it, where it stands, and the facts in it."""
    out(place(found.citation))
    out()
    out(f"… {found.before.strip()}")
    out()
    out("\n".join(f"  | {line}" for line in found.citation.quote.split("\n")))
    out()
    out(f"{found.after.strip()} …")
    if found.citation.version:
        out(f"  version: {found.citation.version}")
    if found.citation.council_derived:
        out(f"  council: {found.citation.council} (named by other papers of the meeting or matter, not by this one)")
    if found.citation.superseded_by:
        out(f"  superseded by: {found.citation.superseded_by}")
    for name, value in getattr(found.row, "fields", {}).items():
        if name != "rows" and value not in (None, "", [], False):  # the quote shows a table's rows
            out(f"  {name}: {_in_words(value)}")
    if isinstance(found.row, FactRow) and found.row.mark:
        out(f"  marked {found.row.mark.when}: {phrase(asdict(found.row.mark))}")
    for fact in found.facts:
        marked = f" [{phrase(asdict(fact.mark))}]" if fact.mark else ""
        out(f"  {fact.kind} {fact.id}: {shortened(fact.quote, 120)}{marked}")


def _in_words(value: Any) -> str:
    """A field's value: citations by their places, checks and recommendations by what they say."""
    if isinstance(value, list | tuple):
        return "; ".join(map(_in_words, value))
    if isinstance(value, Citation):
        return place(value)
    if isinstance(value, Mapping):
        said = value.get("message") or value.get("text") or value.get("title")
        at = ", ".join(filter(None, (value.get("row"), value.get("column"))))
        return (
            (f"{at}: {said}" if at else str(said))
            if said
            else (", ".join(f"{key} {_in_words(one)}" for key, one in value.items() if one not in (None, "", [], {})))
        )
    return str(value)


def write_verified(told: Mapping[str, Any]) -> None:
    out(f"{told['documents']} papers read again: {told['quotes_checked']} quotes and {told['values_checked']} values checked.")
    for wrong in told["quotes_wrong"][:SHOWN]:
        out(f"  differs: {wrong['document']} {wrong['id']}: {shortened(wrong['quote'], 80)!r} is now {shortened(wrong['found'], 80)!r}")
    for wrong in told["values_wrong"][:SHOWN]:
        out(f"  value: {wrong['document']} {wrong['id']}: {wrong['raw']} is kept as {wrong['value']}")
    more = max(0, len(told["quotes_wrong"]) - SHOWN) + max(0, len(told["values_wrong"]) - SHOWN)
    if more:
        out(f"  and {more} more: see --json")
    for wrong in told["unreadable"]:
        out(f"  not checked: {wrong['document']}: {wrong['message']}")
    if not (told["quotes_wrong"] or told["values_wrong"] or told["unreadable"]):
        out("No difference.")


def write_audit(findings: Sequence[Json], limit: int) -> None:
    """A block for each of the first findings: how sure it is, where it stands, what is wrong with it; then how many of each severity."""
    if not findings:
        out("Nothing to report.")
        return
    shown = findings[: limit or None]
    for one in shown:
        page = f", p. {one['page']}" if one["page"] else ""
        out(f"{one['severity']}: {one['check'].replace('_', ' ')} — {one['document']}{page}")
        out("".join(f"  {line}\n" for line in filter(None, (one["where"], one["message"]))).rstrip())
        if one["fact"]:
            out(f"  {one['fact']}")
        out()
    counts = Counter(one["severity"] for one in findings)
    told = ", ".join(f"{number} {severity}{'s' if number != 1 else ''}" for severity, number in counts.items())
    out(f"{told}{_left_out(len(shown), len(findings))}")


def write_changes(found: Sequence[Change], limit: int) -> None:
    """A block for each of the first changes: what happened, to what, both statements with their places; then how many of each nature."""
    shown = found[: limit or None]
    for one in shown:
        out(f"{NATURES[one.nature][0]}: {one.subject}")
        for side in filter(None, (one.a, one.b)):
            out(f"  {shortened(side.text, CHANGED_WORDS)}")
            out(f"    {place(side.citation)}")
        out()
    told = ", ".join(f"{number} {NATURES[nature][number != 1]}" for nature, number in Counter(one.nature for one in found).items())
    out(f"{told}{_left_out(len(shown), len(found))}" if found else "No changes found: no commitment or figure stands in two places.")


def _left_out(shown: int, every: int) -> str:
    return f" (the first {shown} shown; --limit 0 shows all)" if shown < every else ""


def write_status(told: Mapping[str, Any]) -> None:
    counts = ", ".join(f"{told[what]} {what}" for what in ("documents", "pages", "passages", "vectors"))
    out(f"Library {told['library']}: {counts}.")
    out("Facts: " + ", ".join(f"{count} {kind}" for kind, count in told["facts"].items() if count))
    out("Sizes: " + ", ".join(f"{name} {size / 1e6:.1f} MB" for name, size in told["bytes"].items()))
    again = f"; reranked by {told['rerank']}" if told.get("rerank") else ""
    out(f"Model {told['model']}{again}; words by {told['words_by']}; schema {told['schema']}; matters {told['code']}.")
    _write_repeats(told["repeats"])
    _write_marks(told["marks"])
    out(f"Issues: {len(told['issues'])}")
    for issue in told["issues"]:
        page = f", page {issue['page']}" if issue["page"] else ""
        out(f"  {issue['document']}{page}: {issue['stage']}: {issue['message'].removeprefix(issue['document'] + ': ')}")


def _write_repeats(repeats: Sequence[Json]) -> None:
    """Papers printed more than once; nothing where there are none."""
    later = sum(one["superseded"] for one in repeats)
    if repeats:
        out(f"Printed again: {len(repeats)} parts, of which {later} are superseded; facts of meetings are listed once")
    for one in repeats[:SHOWN]:
        version = f" ({one['version']})" if one["version"] else ""
        how = "superseded by" if one["superseded"] else "same as in"
        out(f"  {one['document']}: {shortened(one['title'], 80)}{version}: {how} {one['kept_in']}")
    if len(repeats) > SHOWN:
        out(f"  and {len(repeats) - SHOWN} more: see --json")


def _write_marks(marks: Sequence[Json]) -> None:
    """Every judgement; those whose fact is no longer found say so."""
    counts = Counter(mark["verdict"] for mark in marks)
    out(f"Marks: {', '.join(f'{n} {verdict}' for verdict, n in sorted(counts.items())) or 'none'}")
    for mark in marks:
        where = ", ".join(mark["facts"]) or "no longer found"
        out(f"  {mark['document']}: {mark['kind']} {where}: {shortened(mark['quote'], 80)!r}: {phrase(mark)}")


def debug_row(structure: Structure, facts: Iterable[Fact]) -> Json:
    """Every stage's result as JSON."""
    document = structure.document
    kinds: dict[str, list[Any]] = {}
    for fact in facts:
        kinds.setdefault(fact.KIND, []).append({**asdict(fact), "quote": document.quote(fact.evidence.spans)})
    return {
        "document": {"name": document.source.name, "media": document.media, "reader": document.reader, "title": document.title},
        "pages": [{"number": p.number, "label": p.label, "characters": len(p.text), "recognised": p.recognised} for p in document.pages],
        "blocks": Counter(block.kind for block in document.blocks),
        "parts": [asdict(part) for part in structure.parts],
        "sections": [asdict(section) for section in structure.sections],
        "tables": [asdict(table) for table in structure.tables],
        "passages": [{"words": p.words, "reading": p.reading, "quote": document.quote(p.spans)} for p in structure.passages],
        "facts": kinds,
        "issues": [asdict(issue) for issue in (*document.issues, *structure.issues)],
    }


def write_debug(structure: Structure, facts: Sequence[Fact]) -> None:
    """Parts, outline, tables, passages and facts of one file, each with its first words."""
    document = structure.document
    kinds = ", ".join(f"{n} {kind}" for kind, n in Counter(b.kind for b in document.blocks).items())
    out(f"{document.source.name}: read by {document.reader}; {len(document.pages)} pages, {len(document.text)} characters; blocks: {kinds}")
    out("\nParts")
    for part in structure.parts:
        version = f" [{part.version}]" if part.version else ""
        body = part.committee or part.council or ""
        out(f"  {part.index:>3} {part.kind:<16} {part.meeting_date or '':<10} {body:<40} {part.title}{version}")
    out("\nOutline")
    for section in structure.sections:
        mark = " (boilerplate)" if section.boilerplate else ""
        out(f"  {'  ' * section.level}{section.number or '-'} {section.title}{mark}")
    out(f"\nTables: {len(structure.tables)}")
    for table in structure.tables:
        size = f"{len(table.rows)} rows x {len(table.columns)} columns"
        out(f"  {table.confidence:.2f} {size}: {table.caption or '(no caption)'} [{table.unit or '-'}]")
    out(f"\nPassages: {len(structure.passages)}; the first {SHOWN}")
    for passage in structure.passages[:SHOWN]:
        out(f"  {passage.index:>4} {shortened(passage.reading or passage.words, DEBUG_WORDS)}")
    _write_facts(structure, facts)
    out("\nIssues")
    for issue in (*document.issues, *structure.issues):
        out(f"  {issue.stage}{f', page {issue.page}' if issue.page else ''}: {issue.message}")


def _write_facts(structure: Structure, facts: Sequence[Fact]) -> None:
    counts = Counter(fact.KIND for fact in facts)
    for kind, number in counts.items():
        out(f"\n{kind}: {number}; the first {min(SHOWN, number)}")
        for fact in [f for f in facts if kind == f.KIND][:SHOWN]:
            quote = " ".join(structure.document.quote(fact.evidence.spans).split())
            out(f"  {fact.evidence.paragraph or '':<10} {shortened(quote, DEBUG_WORDS)}")
