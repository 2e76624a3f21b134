"""`matters ask` and `matters search`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click

from pipeline.cli import options
from pipeline.errors import UsageError
from pipeline.model.answers import Answer, Filters
from pipeline.model.ports import Library, Reranker
from pipeline.render import plain
from pipeline.render.output import Form, write_one, write_rows

STATEMENTS = 20


@click.command()
@click.argument("question", required=False)
@click.option(
    "--questions", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    help='A file of {"id", "question"} lines; - reads them from standard input.',
)  # fmt: skip
@options.library
@options.filters
@options.ignore
@options.limit(STATEMENTS)
@options.passages
@click.option("--llm", "model", metavar="MODEL", help="Let this model of the llm library write the answer; each sentence is checked.")
@options.rerank
@options.form
def ask(
    question: str | None,
    questions: Path | None,
    library: Path,
    filters: Filters,
    limit: int,
    passages: int,
    model: str | None,
    reranker: Reranker | None,
    form: Form,
) -> None:
    """A short answer with citations, from the papers alone. Without --llm nothing is sent anywhere.

    \b
    matters ask "what did we commit on supported living?"
    matters ask "who voted against the budget?" --committee cabinet --since 2024
    matters ask --questions questions.jsonl --nl
    matters ask "what was promised to carers?" --llm MODEL
    """
    from pipeline.lookup.answering.answer import ask as answered
    from pipeline.store import open_library

    if (question is None) == (questions is None):
        raise click.UsageError('Give a question in quotes, or --questions FILE. Example: matters ask "who chaired the meeting?"')
    rewrite = _writing(model)
    settled = partial(answered, filters=filters, passages=passages, statements=limit, reranker=reranker)
    with open_library(library) as opened:
        if questions is not None:
            asked = list(_lines(questions))
            given = (_named(rewrite(opened, settled(opened, row["question"])), row) for row in asked)
            write_rows((plain.answer(a) for a in given), "nl" if form == "table" else form, (), empty="")
            return
        one = rewrite(opened, settled(opened, _worded(str(question))))
    _show(one, form)


def _worded(question: str) -> str:
    """The question. Raises UsageError where it holds no word."""
    if not any(map(str.isalnum, question)):
        raise UsageError("There is no word in this to look for. Name the thing that you ask about.")
    return question


def _writing(model: str | None) -> Callable[[Library, Answer], Answer]:
    """What an answer goes through before it is shown: the model that was asked for, or nothing."""
    if model is None:
        return lambda _, answer: answer
    from pipeline.lookup.written import named, written

    writer = named(model)
    return lambda library, answer: written(library, answer, writer)


def _named(answer: Answer, row: dict[str, Any]) -> Answer:
    from dataclasses import replace

    return replace(answer, id=row.get("id"))


def _show(answer: Answer, form: Form) -> None:
    if form == "csv":
        write_rows(plain.statement_rows(answer), "csv", (), empty="")
    elif form == "table":
        from pipeline.render.answers import write_answer

        write_answer(answer)
        if told := answer.understood.get("written"):
            click.echo(f"{told['model']}: {told['note']}")
    else:
        write_one(plain.answer(answer), form)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    try:
        with click.open_file(str(file), encoding="utf-8") as stream:
            text = stream.read()
    except UnicodeDecodeError as error:
        raise UsageError(f"{file} is not UTF-8 ({error.reason} at byte {error.start}). Save it as UTF-8.") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise UsageError(f"{file}, line {number} is not JSON ({error}).") from error
        if not isinstance(row, dict) or not isinstance(row.get("question"), str):
            raise UsageError(f'{file}, line {number} has no "question".')
        yield row


@click.command()
@click.argument("query")
@options.library
@options.filters
@options.ignore
@options.passages
@options.rerank
@options.form
def search(query: str, library: Path, filters: Filters, passages: int, reranker: Reranker | None, form: Form) -> None:
    """Ranked passages for words or a question.

    \b
    matters search "day centre closures" --kind minutes
    matters search '"extra care" pipeline' --passages 20 --json
    """
    from pipeline.lookup.finding.search import search as found
    from pipeline.store import open_library

    with open_library(library) as opened:
        hits = found(opened, _worded(query), filters, passages, reranker)
    if form == "table":
        from pipeline.render.answers import write_hits

        write_hits(hits)
    else:
        write_rows((plain.hit(h) for h in hits), form, (), empty="")
