"""What somebody chooses, keeps and hears on the check page."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from afspraak.diagnostics import Lang
from web.browsing import Site, Visitor
from web.checks.checking import RUDE, box, cards, choose, marks, opened, reopen, settled, verdict

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
KEPT = "() => localStorage.getItem('afspraak.check')"
SPOKEN_MS = 1800


def test_whose_account_it_is_decides(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill(RUDE)
    found = {}

    for whose in ("affiliated", "corporate", "private"):
        choose(page, "as", whose)
        found[whose] = verdict(page)

    assert found == {"affiliated": "Let op", "corporate": "Niet doen", "private": "Let op"}


def test_each_network_counts_and_cuts_as_it_does(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill("é" * 270 + " https://www.voorbeeld.nl/een/lange/weg 😍")

    for network in ("x", "mastodon", "youtube"):
        choose(page, "network", network)
    settled(page)

    assert page.locator("[data-counts] li").all_inner_texts() == [
        "X: 297 van 280 tekens, 17 te veel",
        "Mastodon: 296 van 500 tekens",
        "YouTube: 584 van 5.000 bytes",
    ]
    cut = page.locator("[data-mirror] .beyond").first
    assert cut.get_attribute("data-sign") == "X knipt hier"
    assert cut.inner_text().startswith("https://")


@pytest.mark.parametrize(
    ("lang", "friends"), [("nl", "Vrienden sturen door"), ("en", "Friends pass things on")]
)
def test_who_reads_it_is_said_in_a_sentence(visitor: Visitor, lang: Lang, friends: str) -> None:
    page = opened(visitor, lang)

    choose(page, "readers", "friends")

    said = page.locator("[data-readers]").inner_text()
    assert said.startswith(friends)
    assert "ECLI:NL:RBARN:2012:BV9483" in said
    assert page.locator("[data-readers] p:visible").count() == 1


def test_nothing_is_kept_unless_asked(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill(RUDE)
    page.reload()
    page.locator("[data-check][data-ready]").wait_for()
    assert (box(page).input_value(), page.evaluate(KEPT)) == ("", None)

    box(page).fill(RUDE)
    page.goto("/account/")
    page.go_back()
    page.locator("[data-check][data-ready]").wait_for()
    assert (box(page).input_value(), page.evaluate(KEPT)) == ("", None)
    assert RUDE not in page.url + page.title()


def test_what_is_kept_comes_back_and_is_forgotten_in_one_tap(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill(RUDE)
    page.locator("[data-keep]").check()
    reopen(page)
    assert (box(page).input_value(), marks(page)) == (RUDE, [("klootzak", "note")])

    page.locator("[data-keep]").uncheck()
    assert page.evaluate(KEPT) is None
    assert box(page).input_value() == RUDE
    reopen(page)
    assert box(page).input_value() == ""


@pytest.mark.parametrize("change", [{"owner": "somebody else"}, {"until": 1}, None])
def test_what_is_old_or_not_ours_is_forgotten(
    visitor: Visitor, change: dict[str, object] | None
) -> None:
    page = opened(visitor)
    box(page).fill(RUDE)
    page.locator("[data-keep]").check()
    page.goto("/account/")
    kept = json.loads(page.evaluate(KEPT))
    days = (kept["until"] - page.evaluate("() => Date.now()")) / 86_400_000
    assert 6.9 < days <= 7
    changed = "no JSON" if change is None else json.dumps({**kept, **change})
    page.evaluate("text => localStorage.setItem('afspraak.check', text)", changed)

    reopen(page)

    assert (box(page).input_value(), page.evaluate(KEPT)) == ("", None)


def test_the_keyboard_goes_from_mark_to_finding_and_back(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill(f"Bel 06 12 34 56 78. {RUDE}")
    settled(page)
    box(page).focus()
    page.keyboard.press("Control+Home")

    page.keyboard.press("F8")
    expect(page.locator("[data-mirror] .here")).to_have_text("06 12 34 56 78")
    page.keyboard.press("F8")
    expect(page.locator("[data-mirror] .here")).to_have_text("klootzak")
    page.keyboard.press("Escape")
    focused = page.evaluate("() => document.activeElement.textContent")
    assert "klootzak" in focused
    page.keyboard.press("Enter")
    assert page.evaluate("() => getSelection().toString()") == "klootzak"


def test_a_screen_reader_hears_it_once_the_writer_pauses(visitor: Visitor) -> None:
    page = opened(visitor)
    voice = page.locator("[data-voice]")
    page.evaluate(
        "() => { globalThis.heard = []; new MutationObserver(() => heard.push("
        "document.querySelector('[data-voice]').textContent)).observe("
        "document.querySelector('[data-voice]'), {childList: true}); }"
    )

    box(page).press_sequentially(f"{RUDE} En zonder meer.", delay=15)
    assert voice.inner_text() == ""
    page.wait_for_timeout(SPOKEN_MS)
    assert page.evaluate("heard") == ["Let op. 1 opmerking"]
    box(page).focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    page.wait_for_timeout(SPOKEN_MS)
    assert page.evaluate("heard")[1:] == ["‘klootzak’: Let op. ‘klootzak’ komt hard aan."]
    assert voice.get_attribute("aria-live") == "polite"
    assert page.get_by_role("textbox", name="Wat wil je plaatsen?").count() == 1


@pytest.mark.parametrize(("lang", "scheme"), [("nl", "light"), ("en", "dark")])
def test_everybody_can_use_it(visitor: Visitor, lang: Lang, scheme: str) -> None:
    page = opened(visitor, lang, width=320, scheme=scheme, worker=True)
    page.locator("p[data-ready]").wait_for()
    before = Axe().run(page, options=RULES)
    box(page).fill(f"{RUDE} Bel 06 12 34 56 78. Stort op NL91 ABNA 0417 1643 00. Morgen staken we.")
    choose(page, "network", "x")
    cards(page)

    after = Axe().run(page, options=RULES)

    assert (before.violations_count, after.violations_count) == (0, 0), after.generate_report()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320


def test_without_javascript_it_says_where_to_go(site: Site, visitor: Visitor) -> None:
    signed_in = visitor("lotte")
    browser = signed_in.context.browser
    assert browser
    context = browser.new_context(
        storage_state=signed_in.context.storage_state(), java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site.url}/check/")

    said = page.locator("noscript .notice")
    assert said.is_visible()
    assert said.inner_text().startswith("De check heeft JavaScript nodig")
    assert said.locator("a").get_attribute("href") == "/handbook/"
    assert said.locator("code").inner_text() == "afspraak check"
    assert not page.locator("#text").is_visible()
    context.close()
