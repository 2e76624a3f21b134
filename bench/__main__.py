"""Runs every benchmark over the sample papers (or the folder given): python -m bench [FOLDER]."""

from __future__ import annotations

import subprocess
import sys

NAMES = ("ingest", "extract", "ask")
"""Those that need nothing but the sample papers."""


def main() -> int:
    """The highest exit status of all."""
    statuses = []
    for name in NAMES:
        sys.stdout.write(f"\n== {name}\n")
        sys.stdout.flush()
        statuses.append(subprocess.run([sys.executable, "-m", f"bench.{name}", *sys.argv[1:]], check=False).returncode)
    return max(statuses)


if __name__ == "__main__":
    sys.exit(main())
