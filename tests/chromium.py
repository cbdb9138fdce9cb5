"""The system's Chromium, driven from one Playwright a process: it refuses a second."""

import atexit
import os
import shutil
from functools import cache

from playwright.sync_api import Browser, Playwright, sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
)


def launch() -> Browser:
    """A new browser, to be closed by who asked for it."""
    return _playwright().chromium.launch(
        executable_path=shutil.which("chromium") or shutil.which("chromium-browser"),
        args=list(ARGUMENTS),
    )


@cache
def _playwright() -> Playwright:
    # Between its calls Playwright leaves its loop marked as running, and Django would take what
    # follows in this process, such as removing the test database, for code in that loop.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started
