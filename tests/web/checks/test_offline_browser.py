"""The app without its server, and a new edition at the next visit."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from chromium import ARGUMENTS
from web.browsing import Site, free_port, start, stop
from web.checks.typing_in import SLOWEST_MS, kept_by_worker, sign_in, until

CHECKED = "[data-check], [data-account]"


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def own_site(tmp_path: Path, port: int) -> Iterator[Site]:
    """A site that a test may stop."""
    site = start(tmp_path, port=port)
    yield site
    stop(site)


@pytest.fixture
def page(browser: Browser, own_site: Site, tmp_path: Path) -> Iterator[Page]:
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile",
        executable_path="/usr/bin/chromium",
        args=ARGUMENTS,
        base_url=own_site.url,
        locale="nl",
    )
    page = context.pages[0]
    page.set_default_timeout(SLOWEST_MS)
    sign_in(page)
    yield page
    context.close()


def check_works(page: Page) -> None:
    page.goto("/check/")
    page.locator("[data-check]").wait_for()
    page.locator("#text").fill("Onze concurrent is een stelletje prutsers")
    page.locator("[data-findings] li").first.wait_for()


def account_works(page: Page) -> None:
    page.goto("/account/")
    page.locator("#handle").fill("Fransie_69")
    assert "Privé" in page.locator("[data-reading]").inner_text()


def visit_until_told(page: Page) -> None:
    """A server that has just started may answer too late; then the kept page comes once more."""
    for _ in range(5):
        page.goto("/check/")
        page.locator("[data-check]").wait_for()
        if page.locator("[data-new-edition]").is_visible():
            return


def test_pages_work_without_the_server_until_signing_out(
    page: Page, own_site: Site, tmp_path: Path, port: int
) -> None:
    page.goto("/check/")
    kept_by_worker(page.context, page)
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")

    stop(own_site)
    check_works(page)
    account_works(page)
    assert "connect-src 'none'" in str(page.goto("/check/").header_value("content-security-policy"))  # type: ignore[union-attr]

    again = start(tmp_path, port=port)
    try:
        _bring_into_force("2027.1", again)
        visit_until_told(page)
        assert "2027.1" in page.locator("[data-new-edition]").inner_text()
        page.reload()
        page.locator(CHECKED).wait_for()
        assert page.locator("[data-new-edition]").is_hidden()
        until(page, "caches.keys().then((names) => names.length === 1)")

        page.goto("/sign-in/logout/")
        page.locator("main form").get_by_role("button").first.click()
        page.wait_for_url("**/login/**")
        until(page, "caches.keys().then((names) => names.length === 0)")
    finally:
        stop(again)


def _bring_into_force(number: str, site: Site) -> None:
    """Gives the edition in force another number, as the page shows it."""
    with sqlite3.connect(site.data / "afspraak.sqlite3") as database:
        database.execute("UPDATE editions_edition SET number = ?", (number,))
