"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from pipeline.config import settings
from pipeline.errors import UsageError
from pipeline.lookup.filtering import EXAMPLES, IGNORED, KINDS, day_of
from pipeline.model.answers import Filters
from pipeline.render.output import Form

Command = TypeVar("Command", bound=Callable[..., Any])


class Date(click.ParamType[str]):
    """A day, month or year, as day_of takes it."""

    name = "date"

    def __init__(self, end: bool) -> None:
        self.end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return day_of(str(value), last=self.end)
        except UsageError as error:
            self.fail(str(error), param, ctx)


def library(command: Command) -> Command:
    """--library DIR, as a Path named `library`."""
    option = click.option(
        "--library",
        type=click.Path(file_okay=False, path_type=Path),
        default=lambda: settings().library,
        show_default="MATTERS_LIBRARY or index/",
        help="Folder of the library.",
    )
    return option(command)


def filters(command: Command) -> Command:
    """The shared filters, gathered into one `Filters` named `filters`."""

    @wraps(command)
    def gathered(*args: Any, **values: Any) -> Any:
        names = ("council", "committee", "since", "until", "kind", "document", "topic")
        words = values.pop("topic", None)
        chosen = {**{n: values.pop(n, None) for n in names if n != "topic"}, "topic": words}
        return command(*args, filters=Filters(**chosen), **values)

    options = [
        click.option("--council", help="Only papers of councils whose name holds this."),
        click.option("--committee", help="Only papers of bodies whose name holds this."),
        click.option("--since", type=Date(end=False), help=f"Only meetings on or after this day, month or year ({EXAMPLES})."),
        click.option("--until", type=Date(end=True), help="Only meetings on or before it, written alike."),
        click.option("--kind", type=click.Choice(KINDS), help="Only parts of this kind."),
        click.option("--document", help="Only papers whose file name or title holds this."),
        click.option("--topic", help="Only rows that hold all these words."),
    ]
    for option in reversed(options):
        gathered = option(gathered)
    return gathered  # type: ignore[return-value]  # click decorates in place


def ignore(command: Command) -> Command:
    """--ignore NAME, once or more, put into `filters`; stands below `filters`."""

    @wraps(command)
    def gathered(*args: Any, ignored: tuple[str, ...], filters: Filters, **values: Any) -> Any:
        return command(*args, filters=replace(filters, ignored=frozenset(ignored)), **values)

    told = "Do not hold to this where the question names it. Can be given more than once."
    option = click.option("--ignore", "ignored", type=click.Choice(IGNORED), multiple=True, help=told)
    return option(gathered)  # type: ignore[return-value]  # click decorates in place


def limit(default: int) -> Callable[[Command], Command]:
    return click.option("--limit", type=click.IntRange(min=0), default=default, show_default=True, help="Rows at most; 0: all.")


def repeats(command: Command) -> Command:
    told = "Rows of second printings and superseded versions too: in the JSON and CSV (marked `repeat`), not in the table, unless said."
    return click.option("--repeats/--once", default=None, help=told)(command)


def passages(command: Command) -> Command:
    told = "Passages at most; 0: all. The table shows three."
    option = click.option("--passages", type=click.IntRange(min=0), default=10, show_default=True, help=told)
    return option(command)


def rerank(command: Command) -> Command:
    """--rerank MODEL, made into a `Reranker`, or None, named `reranker`; nothing is loaded before the first question."""

    @wraps(command)
    def gathered(*args: Any, rerank: str | None, **values: Any) -> Any:
        if not rerank:
            return command(*args, reranker=None, **values)
        from pipeline.embed.reranker import CrossReader

        return command(*args, reranker=CrossReader(rerank), **values)

    option = click.option(
        "--rerank",
        metavar="MODEL",
        default=lambda: settings().rerank,
        show_default="MATTERS_RERANK or none",
        help="Let this cross-encoder (a folder, or a name of the local model cache) order the first passages again.",
    )
    return option(gathered)  # type: ignore[return-value]  # click decorates in place


def form(command: Command) -> Command:
    """--json, --nl, --csv, gathered into one `form`."""

    @wraps(command)
    def gathered(*args: Any, as_json: bool, as_nl: bool, as_csv: bool, **values: Any) -> Any:
        if as_json + as_nl + as_csv > 1:
            raise click.UsageError("Give one of --json, --nl and --csv.")
        chosen: Form = "json" if as_json else "nl" if as_nl else "csv" if as_csv else "table"
        return command(*args, form=chosen, **values)

    forms = (("--csv", "as_csv", "CSV."), ("--nl", "as_nl", "JSON, one object a line."), ("--json", "as_json", "JSON, one value."))
    for flag, name, text in forms:
        gathered = click.option(flag, name, is_flag=True, help=text)(gathered)
    return gathered  # type: ignore[return-value]  # click decorates in place
