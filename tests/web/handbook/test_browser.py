"""The handbook in a real browser: search as you type, turning pages, print, and what axe says."""

import io
import re

import pypdf
from playwright.sync_api import Browser, Page, expect

from web.axe import overflow, violations
from web.browsing import Site, Visitor

CANARY = "zandkorrel"


def sections(page: Page) -> list[str]:
    shown = page.locator("[data-sections] > section:visible")
    return [each.get_attribute("id") or "" for each in shown.all()]


def test_what_is_found_can_be_heard_and_fits(visitor: Visitor) -> None:
    page = visitor("henk", lang="en", width=320, scheme="dark")

    page.goto("/handbook/?q=foto")

    assert page.locator(".found mark").count() > 0
    assert (violations(page), overflow(page)) == ([], 0)


def test_search_filters_as_one_types_and_sends_nothing(visitor: Visitor, site: Site) -> None:
    page = visitor("lotte")
    asked: list[str] = []
    page.goto("/handbook/")
    everything = sections(page)
    page.on("request", lambda request: asked.append(request.url))

    page.locator("#q").press_sequentially("vakb")
    found = sections(page)
    page.locator("#q").fill("strike unión")
    in_english = sections(page)
    page.locator("#q").fill(CANARY)
    nothing = sections(page)

    assert "clause-rights" in found
    assert len(found) < len(everything)
    assert "clause-rights" in in_english
    assert nothing == []
    expect(page.locator("[data-nothing]")).to_be_visible()
    expect(page.locator("[data-count]")).to_have_text("Niets gevonden.")
    page.locator("#q").press("Escape")
    assert sections(page) == everything
    assert asked == []


def test_a_query_stands_in_no_log_and_no_file(visitor: Visitor, site: Site) -> None:
    page = visitor("lotte")

    page.goto(f"/handbook/?q={CANARY}")
    page.goto(f"/handbook/missing/?q={CANARY}")

    kept = [site.log, *(path for path in site.data.rglob("*") if path.is_file())]
    assert [path for path in kept if CANARY.encode() in path.read_bytes()] == []


def test_search_works_without_a_script(browser: Browser, visitor: Visitor, site: Site) -> None:
    state = visitor("lotte").context.storage_state()
    with browser.new_context(
        base_url=site.url, java_script_enabled=False, storage_state=state
    ) as plain:
        page = plain.new_page()
        page.goto("/handbook/")
        page.locator("#q").fill("vakbond")
        page.locator("[data-submit]").click()

        assert page.url == f"{site.url}/handbook/?q=vakbond"
        assert page.locator(".found mark").count() > 0
        page.locator(".found h3 a").first.click()
        assert re.fullmatch(rf"{site.url}/handbook/#clause-[\w-]+", page.url)


def test_arrow_keys_turn_the_page(visitor: Visitor) -> None:
    page = visitor("lotte")
    page.goto("/handbook/clause/rights/")

    page.keyboard.press("ArrowLeft")
    first = page.url
    page.keyboard.press("ArrowRight")
    page.wait_for_url(lambda url: url != first)
    second = page.url
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(first)

    assert first.endswith("/handbook/clause/rights/")
    assert second != first


def test_the_contents_follow_along(visitor: Visitor) -> None:
    page = visitor("lotte")
    page.goto("/handbook/")

    page.locator("#clause-respect").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('clause-respect').scrollIntoView()")

    current = page.locator(".contents.beside a[aria-current]")
    expect(current).to_have_attribute("href", "#clause-respect")
    expect(current).to_be_in_viewport()


def test_print_has_the_text_and_none_of_the_ways_around_it(visitor: Visitor) -> None:
    page = visitor("lotte")
    page.goto("/handbook/")

    printed = pypdf.PdfReader(io.BytesIO(page.pdf()))
    text = "\n".join(each.extract_text() for each in printed.pages)

    assert "Eerst jouw rechten" in text
    assert "Handtekening" in text
    for around in ("Zoek in de afspraken", "Bewaren of afdrukken", "Mijn account"):
        assert around not in text
