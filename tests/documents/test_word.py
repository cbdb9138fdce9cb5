import io
from collections.abc import Callable
from functools import cache

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import render
from afspraak.protocol.handbook import handbook
from afspraak.protocol.model import Protocol
from documents import protocols


def word(build: Callable[[], Protocol] = protocols.build, lang: Lang = "nl") -> WordDocument:
    return Document(io.BytesIO(made(build, lang)))


@cache
def made(build: Callable[[], Protocol], lang: Lang) -> bytes:
    return render(handbook(build(), lang), "docx")


def styled(document: WordDocument, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def test_headings_are_real_headings_in_reading_order() -> None:
    document = word()

    assert styled(document, "Title") == ["Onze afspraken over social media"]
    assert styled(document, "Heading 1")[:2] == ["Zo lees je dit", "1  Eerst jouw rechten"]
    assert styled(document, "Heading 2") == ["2  Wat binnen blijft", "3  Als er iets misgaat"]


def test_lists_and_quotes_are_real_ones_and_numbers_start_where_they_should() -> None:
    document = word()
    numbered = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]

    assert styled(document, "List Bullet")[:2] == [
        "zeggen wat je vindt;",
        "vertellen wat je verdient.",
    ]
    assert styled(document, "Quote") == ["Twijfel je? Wacht dan even."]
    assert [p.text for p in numbered][:4] == [
        "plannen;",
        "prijzen;",
        "namen van klanten.",
        "Mag dit gewoon?\nIs het jouw goed recht, dan stopt het hier.",
    ]
    assert len({tuple(p._p.xpath("w:pPr/w:numPr/w:numId/@w:val")) for p in numbered}) == 2


def test_tables_have_a_head_that_repeats() -> None:
    tables = word().tables

    assert [cell.text for cell in tables[1].rows[0].cells] == [
        "Rol",
        "Wie",
        "Waarvoor",
    ]
    for table in tables:
        assert table.style is not None
        assert table.style.name == "Afspraak Table"
        assert len(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) == 1


@pytest.mark.parametrize(("lang", "locale"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_the_document_says_what_it_is_and_in_which_language(lang: Lang, locale: str) -> None:
    document = word(lang=lang)
    properties = document.core_properties

    assert properties.title == f"{handbook(protocols.build(), lang).cover.title} · Bakkerij Jansen"
    assert (properties.author, properties.language) == ("Bakkerij Jansen", locale)
    assert properties.created is not None
    assert properties.created.date().isoformat() == "2027-01-01"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == locale


def test_pages_are_numbered_by_fields() -> None:
    footer = word().sections[0].footer.paragraphs[0]
    fields = [held.get(qn("w:instr")) for held in footer._p.iter(qn("w:fldSimple"))]

    assert fields == ["PAGE", "NUMPAGES"]


def test_texts_in_the_other_language_are_marked_for_spelling_and_speech() -> None:
    document = word(protocols.one_person, "en")
    dutch = next(p for p in document.paragraphs if p.text == "Wees aardig.")

    assert dutch.runs[0]._r.xpath("w:rPr/w:lang/@w:val") == ["nl-NL"]


@pytest.mark.parametrize("build", [protocols.build, protocols.one_person, protocols.demanding])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_looks_come_from_styles_alone(build: Callable[[], Protocol], lang: Lang) -> None:
    body = word(build, lang).element.body

    for name in ("b", "i", "u", "color", "sz", "rFonts", "shd", "jc", "ind", "spacing"):
        assert list(body.iter(qn(f"w:{name}"))) == [], name


def test_every_link_of_the_contents_leads_to_a_heading() -> None:
    body = word().element.body
    places = {mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))}
    anchors = [a for link in body.iter(qn("w:hyperlink")) if (a := link.get(qn("w:anchor")))]

    assert len(anchors) == len(handbook(protocols.build(), "nl").sections)
    assert set(anchors) == places


def test_hostile_text_stands_as_it_was_written() -> None:
    document = word(protocols.demanding)

    assert f"2  {protocols.HOSTILE}" in styled(document, "Heading 2")


def test_the_same_handbook_gives_the_same_bytes() -> None:
    assert render(handbook(protocols.build(), "nl"), "docx") == made(protocols.build, "nl")
