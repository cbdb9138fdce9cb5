"""Every page that somebody can open, as people see, hear and steer it."""

import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Browser, Page

from afspraak.decisions.roles import Role
from afspraak.diagnostics import Lang
from afspraak.web.demo.cast import CAST
from web.axe import errors, overflow, violations
from web.browsing import Site, Visitor

pytestmark = pytest.mark.xdist_group("pages")

STRANGER = ""
VISITORS = ("lotte", "henk", "fatma", "jan", "karel")
"""Who opens pages: each page is opened by the first of them who may."""

FILES = frozenset(
    {
        "accent",
        "handbook-public",
        "manifest",
        "mydata-download",
        "reading-sheet",
        "transparency-json",
        "worker",
    }
)
"""Addresses that give something else than a page."""

MORE: dict[str, tuple[str, ...]] = {
    STRANGER: ("/demo/", "/demo/mailbox/", "/kit/", "/nothing-here/"),
    "lotte": (
        "/handbook/clause/respect/",
        "/handbook/2026.1/",
        "/handbook/2026.1/changes/",
        "/handbook/2026.1/clause/rights/",
        "/read/try/1/",
        "/rules/tone/report/",
        "/setup/",
    ),
    "henk": ("/interview/people/", "/interview/values/"),
}
"""Pages with something in their address, pages of a demo, and pages that are refused."""

LINKS: dict[str, tuple[tuple[str, str], ...]] = {
    "lotte": (("/demo/mailbox/", "main a[href^='/demo/mailbox/']"),),
    "henk": (
        ("/people/", "main a[href^='/people/'][href*='-']"),
        ("/reading/people/", "main a[href$='/paper/']"),
        ("/reading/objections/", "main a[href^='/reading/objections/']"),
        ("/drafts/", "main a[href$='/file/']"),
        ("/agreeing/", "main .proposals a"),
    ),
    "jan": (("/read/", "main a[href^='/read/receipt/']"),),
}
"""Pages whose address nobody knows beforehand, and where a link to one stands."""

ALIKE = frozenset({"/handbook/2026.1/", "/handbook/2026.1/clause/rights/"})
"""Pages made as others here are: opened, but not heard once more."""

REFUSED = {(STRANGER, "/nothing-here/"): 404, ("lotte", "/setup/"): 403}
"""What somebody opens and does not get. Whoever may get it stands in `access.toml`."""

ROWS = tomllib.loads(Path(__file__).with_name("access.toml").read_text("utf-8"))
Look = Callable[[Page], list[str]]


def opened_by(visitor: str) -> Iterator[str]:
    """The addresses that this visitor opens: no two visitors open the same."""
    for name, row in ROWS["address"].items():
        if row.get("get") != 200 or name in FILES:
            continue
        first = next(who for who in (STRANGER, *VISITORS) if _may(who, row["for"]))
        try:
            address = reverse(name)
        except NoReverseMatch:
            continue
        if first == visitor and address not in MORE.get(visitor, ()):
            yield address
    yield from MORE.get(visitor, ())


def _may(visitor: str, group: str) -> bool:
    if visitor == STRANGER:
        return group == "public"
    roles = next(member.roles for member in CAST if member.handle == visitor)
    return not {"anybody", Role.EMPLOYEE, *roles}.isdisjoint(ROWS["who"][group])


def complaints(page: Page, visitor: str, look: Look) -> list[str]:
    """What is wrong with the pages of a visitor, with their addresses."""
    found: list[str] = []
    ways = [(address, "") for address in opened_by(visitor)]
    for address, selector in (*ways, *LINKS.get(visitor, ())):
        with errors(page) as told:
            answer = page.goto(address)
            if selector:
                answer = page.goto(
                    str(page.locator(selector).first.get_attribute("href", timeout=5000))
                )
            assert answer
            expected = REFUSED.get((visitor, address), 200)
            if answer.status != expected:
                found.append(f"{page.url}: {answer.status} instead of {expected}")
            if address not in ALIKE:
                found += [f"{page.url}: {each}" for each in look(page)]
        found += [f"{page.url}: {each}" for each in told if expected == 200 or "of 40" not in each]
    return found


@pytest.fixture
def opened(site: Site, browser: Browser, visitor: Visitor) -> Iterator[Callable[..., Page]]:
    """Opens the browser of a visitor, or of a stranger."""
    contexts = []

    def come_in(who: str, *, lang: Lang, width: int, scheme: Literal["light", "dark"]) -> Page:
        if who:
            return visitor(who, lang=lang, width=width, scheme=scheme)
        context = browser.new_context(
            base_url=site.url,
            locale=lang,
            service_workers="block",
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
        )
        contexts.append(context)
        return context.new_page()

    yield come_in
    for context in contexts:
        context.close()


@pytest.mark.parametrize("who", [STRANGER, *VISITORS])
def test_everybody_can_use_each_page(opened: Callable[..., Page], who: str) -> None:
    page = opened(who, lang="nl", width=1280, scheme="light")

    assert complaints(page, who, violations) == []


@pytest.mark.parametrize("who", [STRANGER, *VISITORS])
def test_each_page_fits_a_narrow_dark_screen(opened: Callable[..., Page], who: str) -> None:
    page = opened(who, lang="en", width=320, scheme="dark")

    def look(page: Page) -> list[str]:
        wide = overflow(page)
        found = violations(page, rules=("color-contrast", "target-size"))
        return [*found, f"{wide} pixels too wide"] if wide else found

    assert complaints(page, who, look) == []


def test_the_keyboard_reaches_the_content_and_the_menu(opened: Callable[..., Page]) -> None:
    page = opened("henk", lang="en", width=1280, scheme="light")
    page.goto("/")

    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    seen = page.locator(".skip").bounding_box()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'content'")
    page.locator("nav.personal summary").focus()
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")
    way_out = page.locator("nav.personal a[href='/sign-in/logout/']")
    way_out.wait_for(state="visible")
    page.keyboard.press("Escape")
    way_out.wait_for(state="hidden")

    assert skip == "#content"
    assert seen
    assert seen["x"] >= 0
    assert outline == "solid"
