"""The dossier as an accessible PDF and as parts of a page."""

import datetime as dt
import io
from functools import cache
from pathlib import Path

import outloud
import pdfua
import pypdf
import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import dossier_html, dossier_pdf
from afspraak.documents.dossier import (
    Change,
    Changed,
    Chapter,
    Dossier,
    DossierPart,
    Promise,
    Promises,
    Question,
    Questions,
    Replayed,
    Table,
)
from afspraak.documents.replay_report import Figure
from afspraak.protocol.handbook.content import Fact, Listing, Passage, Prose
from documents import protocols, replays


def parts(lang: Lang, text: str) -> tuple[DossierPart, ...]:
    """Every sort of part with `text` in it, so often that tables and lists run on."""
    said = Passage(text, lang)
    cells = ((said, said), (said,), (said,))
    asked = Question(text[:60], (said,), blank=text, source=text)
    return (
        Prose(said),
        Listing((said, said)),
        Table("Wat en hoe", ("Een", "Twee", "Drie"), (cells,) * 12, (40, 30, 30)),
        Changed(text[:60], (Change(said, (Passage("~~oud~~ **nieuw** woord", lang), said)),)),
        Questions("Open:", (asked,) * 3),
        Promises((Promise(1, text[:40], text, "broken", "Houdt geen stand", (text, "x")),)),
        Replayed(replays.ordinary(lang)),
    )


@cache
def dossier(lang: Lang, text: str) -> Dossier:
    chapters = (
        Chapter("short", Passage("In het kort", lang), 2, parts(lang, text)),
        Chapter("text", Passage("De tekst", lang), 2, (Prose(Passage(text, lang)),)),
        Chapter("clause-a", Passage(text[:40], lang), 3, (Prose(Passage(text, lang)),), 1),
    )
    return Dossier(
        lang=lang,
        organisation="Bakkerij Jansen",
        title="Dossier voor de ondernemingsraad",
        edition="Voorstel voor uitgave 2027.1",
        lead=text,
        facts=(Fact(Passage("Stand", lang), Passage(text, lang)),),
        figures=(Figure("9", "veranderingen"), Figure("1", "vraag")),
        chapters=chapters,
        contents="Wat waar staat",
        mark="Voorstel 2027.1",
        day=dt.date(2027, 1, 1),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", ["Gewone tekst.", protocols.HOSTILE], ids=["plain", "hostile"])
def test_the_accessibility_checkers_find_no_error(lang: Lang, text: str, tmp_path: Path) -> None:
    path = tmp_path / "dossier.pdf"
    path.write_bytes(dossier_pdf.write(dossier(lang, text)))

    heard = outloud.check(str(path))
    seen = pdfua.validate(str(path))

    assert heard.error is None
    assert (heard.verdict in {"pass", "review"}, heard.errors) == (True, 0)
    assert [finding.message for finding in seen.findings] == []


def test_the_same_dossier_gives_the_same_bytes_and_says_what_it_is() -> None:
    made = dossier_pdf.write(dossier("nl", "Gewone tekst."))
    reader = pypdf.PdfReader(io.BytesIO(made))
    first = reader.pages[0].extract_text()

    assert dossier_pdf.write(dossier("nl", "Gewone tekst.")) == made
    assert reader.metadata is not None
    assert reader.metadata.title == (
        "Dossier voor de ondernemingsraad · Voorstel voor uitgave 2027.1 · Bakkerij Jansen"
    )
    assert "Wat waar staat" not in first
    pages = [" ".join(page.extract_text().split()) for page in reader.pages]
    assert sum("Open: Gewone tekst." in page for page in pages) >= 1


def test_hostile_text_is_text_on_a_page() -> None:
    made = "".join(dossier_html.part(each, 2, "nl") for each in parts("nl", protocols.HOSTILE))

    assert "<script>alert" not in made
    assert "&lt;script&gt;alert" in made
    assert "onclick=" not in made.replace("onclick=&#34;", "").replace("onclick=&quot;", "")


def test_what_goes_and_what_comes_is_marked_as_such() -> None:
    held = Changed("Artikel", (Change(Passage("Anders.", "nl"), (Passage("~~a~~ **b**", "nl"),)),))

    made = dossier_html.part(held, 2, "nl")

    assert "<del>a</del> <ins>b</ins>" in made
