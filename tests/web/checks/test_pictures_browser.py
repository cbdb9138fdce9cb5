from pathlib import Path

import pytest
from playwright.sync_api import Page

from web.browsing import Visitor
from web.checks.picture_files import SECRETS, draws, picture
from web.checks.typing_in import until

PASTE = """
(numbers) => {
  const given = new DataTransfer();
  given.items.add(new File([new Uint8Array(numbers)], "geplakt.png", { type: "image/png" }));
  const more = { bubbles: true, cancelable: true };
  document.dispatchEvent(new ClipboardEvent("paste", { ...more, clipboardData: given }));
}
"""
DROP = PASTE.replace(
    'new ClipboardEvent("paste", { ...more, clipboardData: given })',
    'new DragEvent("drop", { ...more, dataTransfer: given })',
)


@pytest.fixture
def page(visitor: Visitor) -> Page:
    page = visitor("lotte")
    page.goto("/check/")
    page.locator("[data-check]").wait_for()
    return page


def choose(page: Page, name: str, content: bytes) -> None:
    page.locator("#pictures-file").set_input_files(
        {"name": name, "mimeType": "image/jpeg", "buffer": content}
    )
    page.locator(".picture").first.wait_for()


def test_place_is_told_in_words_and_clean_copy_saved(page: Page, tmp_path: Path) -> None:
    file = picture("jpeg")
    choose(page, "IMG_1.jpg", file)

    assert (
        page.locator("[data-place-words]").inner_text()
        == "52,3676° noorderbreedte, 4,9042° oosterlengte"
    )
    assert "Lotte Bakker" in page.locator("[data-rows]").inner_text()
    assert "2026-11-20 10:00:00" in page.locator("[data-rows]").inner_text()
    with page.expect_download() as saving:
        page.locator("[data-save]").click()

    saving.value.save_as(tmp_path / "saved")
    saved = (tmp_path / "saved").read_bytes()
    assert saving.value.suggested_filename == "IMG_1-schoon.jpg"
    assert draws("jpeg", saved) == draws("jpeg", file)
    assert [secret for secret in SECRETS if secret in saved] == []
    assert page.locator("[data-saved]").is_visible()


def test_check_asks_what_the_picture_lacks_until_it_is_said(page: Page) -> None:
    findings = page.locator("[data-findings]")
    page.locator("#text").fill("Vers brood vandaag")
    choose(page, "a.jpg", picture("jpeg"))
    page.locator(".picture input[value=not-asked]").check()
    before = findings.locator("> li").count()

    page.locator(".picture [data-alt]").fill("Brood op de toonbank")
    page.locator(".picture input[value=asked]").check()
    page.locator("[data-save]").click()
    until(page, f"document.querySelectorAll('[data-findings] > li').length < {before}")


def test_hints_about_describing(page: Page) -> None:
    choose(page, "a.jpg", picture("jpeg", plain=True))
    alt, hint = page.locator(".picture [data-alt]"), page.locator(".picture [data-hint]")
    said = {}

    for text in ("Foto van de winkel", "IMG_1234.jpg", "Brood " * 60, "Brood op de toonbank"):
        alt.fill(text)
        said[text] = hint.inner_text().split(" ")[0]

    assert list(said.values()) == ["‘Foto", "Dit", "Dit", ""]
    assert page.locator("[data-nothing]").is_visible()


@pytest.mark.parametrize("give", [PASTE, DROP])
def test_picture_is_pasted_or_dropped_anywhere(page: Page, give: str) -> None:
    page.evaluate(give, list(picture("png")))

    page.locator(".picture").wait_for()
    assert page.locator(".picture [data-name]").inner_text() == "geplakt.png"
    assert page.url.endswith("/check/")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        ("a.jpg", b"", "leeg"),
        ("a.jpg", b"%PDF-1.7", "geen afbeelding"),
    ],
)
def test_what_cannot_be_read_gets_an_answer(
    page: Page, name: str, content: bytes, says: str
) -> None:
    choose(page, name, content)

    assert says in page.locator("[data-problem]").inner_text()
    page.locator("[data-remove]").click()
    assert page.locator(".picture").count() == 0
