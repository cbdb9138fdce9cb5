import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import outloud
import pdfua
import pypdf
import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import render
from afspraak.protocol.handbook import handbook
from afspraak.protocol.model import Protocol
from documents import protocols

CASES = [
    *((protocols.build, lang) for lang in LANGUAGES),
    (protocols.one_person, "en"),
    (protocols.demanding, "nl"),
]


@cache
def pdf(build: Callable[[], Protocol], lang: Lang) -> bytes:
    return render(handbook(build(), lang), "pdf")


@pytest.mark.parametrize(("build", "lang"), CASES)
def test_the_accessibility_checkers_find_no_error(
    build: Callable[[], Protocol], lang: Lang, tmp_path: Path
) -> None:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(pdf(build, lang))

    heard = outloud.check(str(path))
    seen = pdfua.validate(str(path))

    assert heard.error is None
    assert (heard.verdict in {"pass", "review"}, heard.errors) == (True, 0)
    assert [finding.message for finding in seen.findings] == []


def test_a_plain_handbook_passes_without_so_much_as_a_remark(tmp_path: Path) -> None:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(pdf(protocols.build, "nl"))

    assert outloud.check(str(path)).verdict == "pass"


def test_the_same_handbook_gives_the_same_bytes() -> None:
    assert render(handbook(protocols.build(), "nl"), "pdf") == pdf(protocols.build, "nl")


def test_the_document_says_what_it_is() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(protocols.build, "en")))

    assert reader.metadata is not None
    assert reader.metadata.title == "What we agreed about social media · Bakkerij Jansen"
    assert reader.metadata.author == "Bakkerij Jansen"
    assert str(reader.metadata.creation_date).startswith("2027-01-01")
    assert str(reader.root_object["/Lang"]) == "en"
    assert "/StructTreeRoot" in reader.root_object


def test_every_page_but_the_first_says_which_edition_it_is_of() -> None:
    book = handbook(protocols.build(), "nl")
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render(book, "pdf"))).pages]

    assert "Bakkerij Jansen" in pages[0]
    assert "Sanne de Wit" in pages[0]
    for number, text in enumerate(pages[1:], start=2):
        assert f"{number} / {len(pages)}" in text
        assert f"Uitgave 2026.1 · kenmerk {book.short_hash}" in text


def test_hostile_text_and_other_scripts_are_set_as_they_were_written() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf(protocols.demanding, "nl")))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())

    assert "#let x = 1 $x^2$ [a]" in text
    assert "@name" in text
    assert "<script>alert(1)" in text
    assert "#set page(fill: red)" in text
    assert "Artikel over onderwerp 37" in text
    assert "🥖" in text
