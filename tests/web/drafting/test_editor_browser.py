"""The editor in a browser: what shows while somebody types, and that everybody can use it."""

import pytest
from playwright.sync_api import Page, expect

from web.axe import errors, overflow, violations
from web.browsing import Visitor

pytestmark = pytest.mark.xdist_group("pages")

WAIT = 20_000
"""How many milliseconds a machine that does more may take for an answer."""

PAGES = (
    *("", "clauses/confidential/", "clauses/confidential/rules/sensitive/", "text/"),
    *("clauses/confidential/rules/sensitive/?as=yaml", "parts/values/", "parts/lists/"),
    *("add-clause/", "changes/", "versions/", "versions/2/"),
)


def begin(page: Page) -> str:
    """Begins a draft and gives its address."""
    page.goto("/drafts/")
    page.locator("form[action='/drafts/from-edition/'] button").click()
    page.wait_for_url("**/drafts/*-*/")
    return page.url


def test_typing_shows_how_it_looks_and_what_examples_do(visitor: Visitor) -> None:
    page = visitor("henk", lang="en", width=1280)
    with errors(page) as told:
        draft = begin(page)

        page.goto(f"{draft}clauses/work-time/")
        text = page.locator("#f-text-nl")
        text.fill("Het is **goed**. Thuis mag je geen sociale media gebruiken.")
        expect(page.locator("#f-text-nl-look strong")).to_have_text("goed", timeout=WAIT)
        expect(page.locator("[data-remarks='text.nl'] .remark.error")).to_have_count(
            1, timeout=WAIT
        )
        expect(page.locator("[data-no-script]")).to_be_hidden()
        page.keyboard.press("Control+s")
        expect(page.locator(".notice.good")).to_have_text("Saved.", timeout=WAIT)

        page.goto(f"{draft}clauses/confidential/rules/sensitive/")
        outcome = page.locator("[data-outcome]")
        expect(outcome).to_have_text("All examples hold.", timeout=WAIT)
        finds = page.locator("[data-several='finds']")
        finds.locator("[data-more]").click()
        page.keyboard.type("What a lovely day.")
        expect(outcome).to_have_text("Not every example holds.", timeout=WAIT)
        expect(finds.locator(".mark.wrong")).to_have_text("finds nothing", timeout=WAIT)
        page.locator("#f-terms").fill("lovely day")
        expect(outcome).to_have_text("All examples hold.", timeout=WAIT)
        page.locator("input[name='lists'][value='projects']").check()
        page.locator("#f-match").select_option("start")
        expect(outcome).to_contain_text("confidential list", timeout=WAIT)
        page.locator(".save button").first.click()
        expect(page.locator(".notice.good")).to_have_text("Saved.", timeout=WAIT)

        for scheme, width in (("light", 1280), ("dark", 320)):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            for address in PAGES:
                page.goto(f"{draft}{address}")
                assert violations(page) == [], address
                assert overflow(page) == 0, address
    assert told == []
