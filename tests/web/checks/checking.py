"""The check page as a writer uses it."""

from typing import Any

from playwright.sync_api import Page

from afspraak.diagnostics import Lang
from web.browsing import Visitor

FOLLOWS = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))"
RUDE = "Jij bent een klootzak."


def opened(visitor: Visitor, lang: Lang = "nl", **more: Any) -> Page:
    """The page, ready to type in."""
    page = visitor({"nl": "lotte", "en": "tom"}[lang], lang=lang, **more)
    reopen(page)
    return page


def reopen(page: Page) -> None:
    """Comes to the page anew."""
    page.goto("/check/")
    page.locator("[data-check][data-ready]").wait_for()


def box(page: Page) -> Any:
    """The text box."""
    return page.locator("#text")


def settled(page: Page) -> None:
    """Waits for what follows a moment after the marks: the outcome, the list and the rest."""
    page.evaluate(FOLLOWS)


def marks(page: Page) -> list[tuple[str, str]]:
    """What is marked, and how it is marked."""
    found: list[list[str]] = page.locator("[data-mirror] mark").evaluate_all(
        "all => all.map(each => [each.textContent, each.classList[0]])"
    )
    return [(text, tone) for text, tone in found]


def verdict(page: Page) -> str:
    """The outcome in a word."""
    settled(page)
    said: str = page.locator("[data-verdict-word]").inner_text()
    return said


def cards(page: Page) -> list[str]:
    """What each finding says."""
    settled(page)
    said: list[str] = page.locator(".finding [data-message]").all_inner_texts()
    return said


def choose(page: Page, name: str, value: str) -> None:
    """Taps a choice."""
    page.locator(f"label:has(input[name={name}][value={value}])").click()
