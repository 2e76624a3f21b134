"""One command for each kind of fact, and `matters changes`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import click

from pipeline.cli import options
from pipeline.model.answers import Filters
from pipeline.model.printings import OF_MEETINGS
from pipeline.render import plain
from pipeline.render.output import Form, write_rows

ROWS = 20


class Listing(NamedTuple):
    """How one kind of fact is listed for people."""

    kind: str
    help: str
    example: str
    columns: str


LISTINGS = (
    Listing("decisions", "What was resolved, by what vote.", "--topic carers --since 2023", "date verbs text votes where"),
    Listing("actions", "Who undertook or was asked to do what.", "--committee scrutiny", "date owner text due status where"),
    Listing(
        "commitments", "Undertakings that can be checked.", '--topic "supported living"',
        "subject text quantity amount deadline status where",
    ),
    Listing(
        "figures", "Numbers with unit, measure, period and place.", "--topic overspend --limit 0 --csv",
        "raw unit measure period status where",
    ),
    Listing("tables", "Tables with full column labels and failing checks.", "--json", "caption unit columns pages where"),
    Listing("attendance", "Who was present, substituted, apologised.", "--since 2023-02", "date name role status for where"),
    Listing("agenda", "Items of agendas.", "--committee cabinet", "date number title page officer where"),
    Listing("reports", "Officer reports and their recommendations.", "--topic budget", "date item title officer where"),
    Listing("inspections", "Scores and judgements of inspectors.", "--nl", "authority inspector statement score overall_rating where"),
    Listing("entities", "People, bodies, places, laws, programmes, dates.", "--topic committee", "text type canonical mentions where"),
    Listing("sections", "The outline: headings with their levels.", "--document minutes", "number title level kind where"),
    Listing("declarations", "Declarations of interest.", "--since 2023", "date name item interest text where"),
    Listing("questions", "Public and members' questions and their answers.", "--topic roads", "date by asker answerer question where"),
    Listing("indicators", "A body's value beside the national one.", "--nl", "measure value national verdict period where"),
)  # fmt: skip


def _command(listing: Listing) -> click.Command:
    @click.command(listing.kind, help=f"{listing.help}\n\n\b\nmatters {listing.kind} {listing.example}", short_help=listing.help)
    @options.library
    @options.filters
    @options.limit(ROWS)
    @options.form
    def command(library: Path, filters: Filters, limit: int, form: Form, *, repeats: bool | None = None) -> None:
        from pipeline.lookup.facts import listed
        from pipeline.store import open_library

        chosen = replace(filters, repeats=form != "table" if repeats is None else repeats)
        with open_library(library) as opened:
            rows = [plain.fact(row, cited) for row, cited in listed(opened, listing.kind, chosen, limit)]
            every = opened.counted(listing.kind, chosen, {}) if limit else len(rows)
        empty = f"No {listing.kind} found. Loosen the filters, or see `matters status`."
        write_rows(rows, form, (*listing.columns.split(), "mark"), empty=empty)
        _say_left_out(len(rows), every)

    return options.repeats(command) if listing.kind in OF_MEETINGS else command


def _say_left_out(shown: int, every: int) -> None:
    """A list that is cut says so, beside the rows: on standard error, whatever their form."""
    if shown < every:
        click.echo(f"The first {shown} of {every}; --limit 0 gives all.", err=True)


COMMANDS = tuple(_command(listing) for listing in LISTINGS)


@click.command()
@click.argument("words", metavar="[TOPIC]", required=False)
@options.library
@options.filters
@options.limit(ROWS)
@options.form
def changes(words: str | None, library: Path, filters: Filters, limit: int, form: Form) -> None:
    """The same commitment, figure or date through time: contradicted, moved, changed, achieved, not mentioned since, restated.

    The gravest first, of like gravity the surest; tables printed again with other numbers behind what sentences say.

    \b
    matters changes "supported living"
    matters changes --committee adults --json
    """
    from pipeline.lookup.changes import changes as found
    from pipeline.render.sheets import write_changes
    from pipeline.store import open_library

    chosen = replace(filters, topic=words or filters.topic)
    with open_library(library) as opened:
        listed = list(found(opened, chosen))
    if form == "table":
        write_changes(listed, limit)
    else:
        write_rows((plain.change(change) for change in listed[: limit or None]), form, (), empty="")
        _say_left_out(min(limit or len(listed), len(listed)), len(listed))
