"""`matters serve` and `matters mcp`: the web page, and the same look-ups for assistants."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options
from pipeline.errors import UsageError

PORT = 8600


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; beyond this machine it needs --token.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Port to listen on.")
@click.option("--token", envvar="MATTERS_TOKEN", help="What visitors must show (also MATTERS_TOKEN). Needed beyond this machine.")
@click.option("--name", "names", multiple=True, help="A further host name under which the site is called.")
@click.option("--allow-corrections", is_flag=True, help="Let visitors mark facts right or wrong; kept as `matters mark` keeps them.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that answer.")
@options.library
def serve(host: str, port: int, token: str | None, names: tuple[str, ...], allow_corrections: bool, workers: int, library: Path) -> None:
    """The library as a web page: ask, see the page with the words marked, browse and download.

    \b
    matters serve
    matters serve --port 9000 --allow-corrections
    """
    import uvicorn

    from pipeline.store import open_library
    from pipeline.web.app import application
    from pipeline.web.safety import LOOPBACK, Safety

    if host not in LOOPBACK and not token:
        raise UsageError(f"Listening on {host} lets other machines in. Give --token SECRET, or leave --host out.")
    with open_library(library):
        pass
    rules = Safety(tuple({*LOOPBACK, host, *names}), token, allow_corrections)
    app = application(library, workers=workers, safety=rules)
    shown = f"http://{host}:{port}/" + (f"?token={token}" if token else "")
    click.echo(f"Reading {library} … open {shown} (Ctrl-C stops)", err=True)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)


@click.command()
@options.library
def mcp(library: Path) -> None:
    """The look-ups for an assistant on this machine, over standard input and output (Model Context Protocol). Read-only.

    Tell your assistant to start this command; each result carries its citations.

    \b
    matters mcp --library index
    """
    from pipeline.assistants import server

    server(library).run("stdio")
