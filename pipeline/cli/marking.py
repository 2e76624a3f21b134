"""`matters mark`: a person's judgement of a fact."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.errors import UsageError
from pipeline.model.answers import FactRow
from pipeline.render import plain
from pipeline.render.output import Form, phrase, write_one


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("id_", metavar="ID")
@click.argument("verdict", metavar="wrong|right|[FIELD=]VALUE")
@click.option("--why", default="", help="What makes you say so: kept with the mark. Needed unless the fact is right.")
@options.library
@options.form
def mark(id_: str, verdict: str, why: str, library: Path, form: Form) -> None:
    """Keep your judgement of a fact: wrong, right, or what it should say. The start of an id is enough.

    A fact marked wrong stays in the lists, with its mark, and is no answer; a sentence that holds it is quoted with the mark
    beneath. Marks are kept in marks.jsonl beside the library by the fact's words, not by its id: they survive a new ingest and a
    rebuild. Mark again to change your mind.

    \b
    matters mark f-07c53d wrong --why "the number of a form, not a count"
    matters mark f-07c53d 16 --why "the table says 16"
    matters mark c-5b1f20 deadline=2026 --why "the sentence before gives the year"
    """
    from dataclasses import replace

    from pipeline.lookup.cite import cite
    from pipeline.lookup.facts import resolved
    from pipeline.lookup.verdicts import judged
    from pipeline.store import open_library

    with open_library(library) as opened:
        row = opened.find(id_)
        if not isinstance(row, FactRow):
            raise UsageError(f"No fact has the id {id_!r}, or several begin so. The fact commands print ids (--json).")
        made = judged(row, verdict, why, opened.fields[row.kind])
        file = opened.mark(row, made)
        told = plain.fact(resolved(opened, replace(row, mark=made)), cite(opened, row.standing, row.quote, id_=row.id))
    if form == "table":
        click.echo(f"{row.kind} {row.id} is marked: {phrase(told['mark'])}. Kept in {file}.")
    else:
        write_one(told, form)
