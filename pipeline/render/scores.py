"""What `matters eval` measured, as tables a person can compare: one line for all, each style, each kind, each component."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

COLUMNS = (
    ("n", "n"), ("recall@1", "recall@1"), ("recall@5", "recall@5"), ("recall@10", "recall@10"), ("mrr", "MRR"), ("ndcg@10", "nDCG@10"),
    ("good_answer", "good"), ("right_citation", "cited"), ("citation_precision", "precise"), ("citation_recall", "covered"),
    ("page_right", "page"), ("statements_right", "stated"), ("answered", "answered"),
)  # fmt: skip
"""Measures and what stands above their column."""
WIDTH, NAME = 10, 16
NOT_TABLED = ("intervals", "by_style", "by_kind", "components", "abstention", "compared", "by_question", "questions")
LISTED = 12
"""Ids named of those won and lost."""


def write_scores(scores: Mapping[str, Any]) -> None:
    for line in _lines(scores):
        click.echo(line)


def _lines(scores: Mapping[str, Any]) -> Iterator[str]:
    if scores["questions"]:
        yield _line("", [title for _, title in COLUMNS])
        yield _row("all", {**scores, "n": scores["questions"]})
        for group in ("by_style", "by_kind", "components"):
            yield from (_row(name, one) for name, one in scores.get(group, {}).items())
        yield ""
        yield from (_between(name, one) for name, one in scores["intervals"].items())
    shown = {name for name, _ in COLUMNS} | set(NOT_TABLED)
    for name, value in scores.items():
        if name not in shown and value is not None:
            yield from _plain(name, value)
    yield from _abstention(scores["abstention"])
    if "compared" in scores:
        yield from _compared(scores["compared"])


def _plain(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield name
        yield from (f"  {line}" for key, one in value.items() for line in _plain(str(key), one))
    else:
        yield f"{name:<26}{_printed(value)}"


def _row(name: str, one: Mapping[str, Any]) -> str:
    return _line(name, [_printed(one.get(measure)) for measure, _ in COLUMNS])


def _line(name: str, cells: Sequence[str]) -> str:
    return f"{name:<{NAME}}" + "".join(f"{cell:>{WIDTH}}" for cell in cells)


def _printed(value: Any) -> str:
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def _between(name: str, ends: Sequence[float]) -> str:
    return f"{name:<26}{ends[0]:.3f} to {ends[1]:.3f} (95 per cent)"


def _abstention(found: Mapping[str, Any]) -> Iterator[str]:
    for name, told in (("area_declined", "declining right against declining wrong"), ("area_right", "right against answered")):
        if found[name] is not None:
            yield f"area under {told}: {found[name]:.3f}"
    if found["curve"]:
        yield _line("if answered were", [f"{point['answered']:.2f}" for point in found["curve"]][1::2])
        for name in ("right", "declined", "threshold"):
            yield _line(name, [f"{point[name]:.2f}" for point in found["curve"]][1::2])


def _compared(found: Mapping[str, Any]) -> Iterator[str]:
    yield ""
    new = f", {found['only_now']} only in this run" if found["only_now"] else ""
    yield f"Compared with the earlier run on {found['questions']} questions{new}:"
    for name, one in found.items():
        if isinstance(one, Mapping):
            low, high = one["interval"]
            yield (
                f"  {name:<18}{one['before']:.3f} to {one['now']:.3f} ({one['difference']:+.3f}, {low:+.3f} to {high:+.3f}; "
                f"{len(one['won'])} won, {len(one['lost'])} lost, chance {one['chance']:.2f})"
            )
            for verb in ("won", "lost"):
                if one[verb]:
                    more = f" and {len(one[verb]) - LISTED} more" if len(one[verb]) > LISTED else ""
                    yield f"    {verb}: {', '.join(one[verb][:LISTED])}{more}"
