"""Bringing a document in a real browser: read by the worker, chosen about, taken along."""

import io
from pathlib import Path

from docx import Document

from documents.supplement import existing
from web import axe
from web.browsing import Visitor


def test_an_editor_brings_a_word_document_and_takes_it_along(
    visitor: Visitor, tmp_path: Path
) -> None:
    page = visitor("henk", lang="nl", width=360)
    page.goto("/supplement/")
    assert axe.violations(page) == []
    page.set_input_files("input[type=file]", existing.FOLDER / "construction.docx")
    page.get_by_role("button", name="Bekijk dit document").click()

    page.wait_for_selector("article.beside", timeout=120_000)
    assert axe.violations(page) == []
    assert axe.overflow(page) == 0
    clause = page.locator("#clause-respect")
    assert not clause.get_by_label("Waarom laat je").is_visible()
    clause.get_by_label("Weglaten").check()
    clause.get_by_label("Waarom laat je").fill("Staat in de gedragscode.")
    page.get_by_role("button", name="Deze keuzes bewaren").click()
    page.get_by_text("Je keuzes zijn bewaard.").wait_for()

    with page.expect_download() as download:
        page.get_by_role("link", name="Hetzelfde Word-document, aangevuld").click()
    made = tmp_path / "made.docx"
    download.value.save_as(made)
    texts = [each.text for each in Document(io.BytesIO(made.read_bytes())).paragraphs]
    assert "Protocol e-mail- en internetgebruik" in texts
    assert any(text.endswith("[nieuw]") for text in texts)

    page.get_by_role("button", name="Nu weggooien").click()
    page.get_by_text("Het document is weggegooid.").wait_for()
