"""`matters serve` and `matters mcp`: the web page, and the same look-ups for assistants."""

from __future__ import annotations

from pathlib import Path

import click

from pipeline.cli import options

PORT = 8600


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; beyond this machine it needs --token.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Port to listen on.")
@click.option("--token", envvar="MATTERS_TOKEN", help="What visitors must show (also MATTERS_TOKEN). Needed beyond this machine.")
@click.option("--name", "names", multiple=True, help="A further host name under which the site is called.")
@click.option("--allow-corrections", is_flag=True, help="Let visitors mark facts right or wrong; kept as `matters mark` keeps them.")
@click.option("--workers", type=click.IntRange(1, 64), default=2, show_default=True, help="Processes that answer.")
@click.option("-o", "--open", "opened", is_flag=True, help="Open the page in your browser.")
@options.library
def serve(
    host: str, port: int, token: str | None, names: tuple[str, ...], allow_corrections: bool, workers: int, opened: bool, library: Path
) -> None:
    """The library as a web page: ask, see the page with the words marked, browse and download. Ctrl-C stops it.

    \b
    matters serve
    matters serve --open --allow-corrections
    matters serve --port 9000 --library /srv/papers/index
    """
    from pipeline.store import open_library
    from pipeline.web.serving import guarded
    from pipeline.web.serving import serve as served

    safety = guarded(host, token, names, corrections=allow_corrections)
    with open_library(library):
        pass
    shown = f"http://{f'[{host}]' if ':' in host else host}:{port}/" + (f"?token={token}" if token else "")

    def ready() -> None:
        click.echo(f"Open {shown} (Ctrl-C stops).", err=True)
        if opened:
            click.launch(shown)

    click.echo(f"Reading {library} …", err=True)
    served(library, host, port, safety, workers=workers, ready=ready)


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
