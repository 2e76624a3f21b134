"""Where a Chromium for browser tests is, and how to get one: `python -m tests.web.browsers` installs it where it can."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "No Chromium for the browser tests. Install one (Debian: apt install chromium; elsewhere: playwright install chromium)."
APT = ["apt-get", "install", "-y", "-q", "chromium"]
SECONDS = 600


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
    if found():
        return True
    tries = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        tries = [
            ["apt-get", "install", "-y", "-q", "chromium"],
            ["apt-get", "update", "-q"],
            ["apt-get", "install", "-y", "-q", "chromium"],
            *tries,
        ]
    for command in tries:
        try:
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired):
            continue
        if found():
            return True
    print(MISSING, file=sys.stderr)
    return False


if __name__ == "__main__":
    install()
