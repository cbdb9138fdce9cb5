import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from afspraak.diagnostics import Lang
from web.browsing import Site, Visitor

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


def opened(visitor: Visitor, lang: Lang = "nl") -> Page:
    page = visitor({"nl": "lotte", "en": "tom"}[lang], lang=lang)
    page.goto("/account/")
    page.locator("[data-account]").wait_for()
    return page


def marked(page: Page, field: str) -> list[str]:
    return page.locator(f"[data-field={field}] mark").all_inner_texts()


def test_examples_read_as_they_should(visitor: Visitor) -> None:
    page = opened(visitor)
    read = {}

    for example in page.locator("button[data-handle]").all():
        example.click()
        read[page.locator("#handle").input_value()] = page.locator("[data-reading]").inner_text()

    assert read == {
        "KarelFransen_Jansen": "Voor het werk, onder je eigen naam",
        "Fransie_69": "Privé",
        "karelfransen": "Privé, maar werkt bij Bakkerij Jansen",
    }
    assert marked(page, "bio") == ["Bakker bij Bakkerij Jansen"]


@pytest.mark.parametrize(
    ("lang", "fits", "differs"),
    [
        ("nl", "Zo bedoelde je het ook.", "Je bedoelt het privé. Een lezer ziet dat anders."),
        (
            "en",
            "That is what you meant.",
            "You meant it to be private. A reader takes it otherwise.",
        ),
    ],
)
def test_what_is_meant_is_held_against_what_is_read(
    visitor: Visitor, lang: Lang, fits: str, differs: str
) -> None:
    page = opened(visitor, lang)
    meant = page.locator("[data-meant]")
    page.locator("input[value=private]").check()

    page.locator("#handle").fill("Fransie_69")
    assert meant.inner_text() == fits
    page.locator("#handle").fill("BakkerijJansen")
    assert meant.inner_text() == differs


def test_marks_count_as_readers_do(visitor: Visitor) -> None:
    page = opened(visitor)

    page.locator("#bio").fill("🥖🥖 Bakker bij Bakkerij Jansen 👩‍👩‍👧")

    assert marked(page, "bio") == ["Bakker bij Bakkerij Jansen"]


def test_line_is_copied_with_one_click(visitor: Visitor) -> None:
    page = opened(visitor)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("button[data-bio]").click()

    page.locator("[data-lines] button").first.click()
    page.locator("[data-copied]", has_text="Gekopieerd").wait_for(state="attached")

    said = page.locator("[data-lines] span").first.inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == said


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_everybody_can_use_it(visitor: Visitor, lang: Lang) -> None:
    page = opened(visitor, lang)
    page.locator("button[data-bio]").click()
    page.locator(".private summary").first.click()

    assert Axe().run(page, options=RULES).generate_report().startswith("Found 0 ")


def test_without_javascript_it_points_to_the_command(site: Site, visitor: Visitor) -> None:
    page = visitor("lotte")
    state = page.context.storage_state()
    bare = page.context.browser.new_context(  # type: ignore[union-attr]  # it came from one
        base_url=site.url, storage_state=state, java_script_enabled=False
    )

    other = bare.new_page()
    other.goto("/account/")

    assert other.locator("noscript code").inner_text() == "afspraak account --help"
    assert other.locator("[data-account]").is_hidden()
    bare.close()
