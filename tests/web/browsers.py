"""Where a Chromium for browser tests is, and how to get one: `python -m tests.web.browsers` installs it where it can."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "No Chromium for the browser tests. Install one (Debian: apt install chromium; elsewhere: playwright install chromium)."
APT = ["apt-get", "install", "-y", "-q", "chromium"]
SECONDS = 240
"""That each way may take: without a network each of them may wait for its whole time."""


def found() -> str | None:
    """Path of the system's Chromium, else of Playwright's own; None where there is neither."""
    for name in NAMES:
        if path := shutil.which(name):
            return path
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if os.path.exists(own) else None  # noqa: PTH110  # Playwright gives a string


def install() -> bool:
    """Debian's package where this may install it, else Playwright's download. Says what is missing where neither does."""
    if found() is None:
        for command in _ways():
            try:
                subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False)
            except (OSError, subprocess.TimeoutExpired):
                continue
            if found():
                return True
        print(MISSING, file=sys.stderr)
    return found() is not None


def _ways() -> list[list[str]]:
    """Commands that may bring a Chromium, the likeliest first."""
    own = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [APT, ["apt-get", "update", "-q"], APT, *own] if is_root and shutil.which("apt-get") else own


if __name__ == "__main__":
    install()
