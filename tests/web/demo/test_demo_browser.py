from web.browsing import Visitor


def test_one_click_comes_in_as_somebody_in_their_language(visitor: Visitor) -> None:
    page = visitor("tom", lang="en")

    page.goto("/")

    assert "Tom" in page.inner_text("nav.personal")
    assert page.get_attribute("html", "lang") == "en"
