"""The group of commands, and what errors and interrupts look like to a person."""

from __future__ import annotations

import errno
import sys

import click

from pipeline.cli import asking, facts, ingesting, keeping, marking, serving
from pipeline.errors import MattersError, UsageError

COMMANDS = (
    ingesting.ingest, asking.ask, asking.search, *facts.COMMANDS, facts.changes,
    keeping.show, marking.mark, keeping.verify, keeping.audit, keeping.status, keeping.debug, keeping.evaluate,
    serving.serve, serving.mcp, ingesting.demo,
)  # fmt: skip

FULL = {errno.ENOSPC, errno.EDQUOT}
DISK_FULL = "No space left where this writes. Make room and run the same command again; what was done is kept whole."


class InOrder(click.Group):
    """Lists commands in the order of their making, as a person meets them."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=InOrder, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="matters-arising", prog_name="matters")
def group() -> None:
    """What a council decided, promised and counted, with proof.

    \b
    matters ingest papers/
    matters ask "what did we commit on supported living?"
    """


for command in COMMANDS:
    group.add_command(command)


def main() -> None:
    """Runs `matters`: 0 done, 1 something named failed, 2 wrong usage, 130 interrupted."""
    try:
        status = group.main(prog_name="matters", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except UsageError as error:
        status = _say(str(error), 2)
    except MattersError as error:
        status = _say(str(error), 1)
    except (KeyboardInterrupt, click.Abort):
        status = _say("Stopped. What was done is kept whole; run the same command again to go on.", 130)
    except BrokenPipeError:
        sys.stderr.close()
        status = 0
    except OSError as error:
        if error.errno not in FULL:
            raise
        status = _say(DISK_FULL, 1)
        sys.stderr.close()  # else Python tells again of what could not be written
    sys.exit(status if isinstance(status, int) else 0)


def _say(message: str, status: int) -> int:
    click.echo(f"matters: {message}", err=True)
    return status
