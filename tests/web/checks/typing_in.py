"""A browser with a folder of its own, whose every byte goes past the recorder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from chromium import ARGUMENTS
from web.checks.recording import Recorder

BROWSER_S_OWN = "--disable-features=AutofillServerCommunication,OptimizationHints,Translate"
"""Without this Chromium asks its maker how forms of this shape are filled in: encrypted, so that
nobody can see here what is in it. The page tells of it; the explanation page as well."""

QUIET_MS = 400
LOOK_MS = 25
SLOWEST_MS = 15_000


@contextmanager
def opened(browser: Browser, recording: Recorder, profile: Path, **more: object) -> Iterator[Page]:
    """A page of Lotte, signed in, in a browser that keeps its things in `profile`."""
    context = browser.browser_type.launch_persistent_context(
        profile,
        executable_path="/usr/bin/chromium",
        args=[*ARGUMENTS, BROWSER_S_OWN],
        base_url=recording.site,
        locale="nl",
        accept_downloads=True,
        # Without this the browser goes round a proxy for addresses of its own machine.
        proxy={"server": recording.address, "bypass": "<-loopback>"},
        **more,  # type: ignore[arg-type]  # what Playwright calls it
    )
    try:
        page = context.pages[0]
        page.set_default_timeout(SLOWEST_MS)
        sign_in(page)
        yield page
    finally:
        context.close()


def sign_in(page: Page) -> None:
    """Comes in as Lotte by one click."""
    page.goto("/demo/")
    page.get_by_role("button", name="Lotte Visser").click()
    page.wait_for_url("**/")


def settle(page: Page, recording: Recorder, *, quiet_ms: int = QUIET_MS) -> int:
    """Waits until pages send nothing more, and says how much they did."""
    while True:
        before = len(recording.by_pages)
        page.wait_for_timeout(quiet_ms)
        if len(recording.by_pages) == before:
            return before


def kept_by_worker(context: BrowserContext, page: Page) -> None:
    """Waits until the pages work without a connection."""
    page.locator("p[data-ready]").wait_for()
    assert context.service_workers


def until(page: Page, holds: str) -> None:
    """Waits for an expression. Playwright's own way needs `eval`, which these pages refuse."""
    for _ in range(SLOWEST_MS // LOOK_MS):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(LOOK_MS)
    raise AssertionError(holds)
