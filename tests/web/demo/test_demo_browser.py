from playwright.sync_api import Browser

from web.browsing import Site, Visitor


def test_one_click_comes_in_as_somebody_in_their_language(visitor: Visitor) -> None:
    page = visitor("tom", lang="en")

    page.goto("/")

    assert "Tom" in page.inner_text("nav.personal")
    assert page.get_attribute("html", "lang") == "en"


def test_starting_again_is_told_in_the_language_of_the_page(site: Site, browser: Browser) -> None:
    with browser.new_context(base_url=site.url, locale="en") as context:
        page = context.new_page()
        page.goto("/demo/")
        page.get_by_role("button", name="Ingrid Bos").click()  # no other test changes her language
        spoken = page.get_attribute("html", "lang")

        page.goto("/demo/")
        page.get_by_role("button", name="Begin opnieuw").click()

        assert spoken == "nl"
        assert page.get_attribute("html", "lang") == "en"
        assert page.inner_text("main .notice") == "The bakery is as it was at the start."
