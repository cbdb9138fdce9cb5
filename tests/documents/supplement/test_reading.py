"""Headings, passages and where they stand, however a document was made."""

import io
import zipfile

import pytest
from docx import Document

from afspraak.documents.supplement import plain_reading, reading
from afspraak.documents.supplement.language import language
from documents.supplement import existing

HEADINGS = {
    "construction.docx": [("1", "Doel van dit protocol"), ("10", "Slotbepalingen")],
    "care-home.docx": [("1", "Inleiding"), ("13", "Vaststelling en wijziging")],
    "software.docx": [("1", "Waarom deze afspraken"), ("14", "Over dit document")],
    "municipality.docx": [("1", "Begrippen"), ("18", "Inwerkingtreding")],
    "clinic.en.docx": [("1", "Introduction"), ("12", "Commencement")],
    "accountants.pdf": [("1", "Doel en toepassingsgebied"), ("13", "Slotbepalingen")],
    "school.md": [("1", "Waarom deze gedragscode?"), ("10", "Slot")],
    "wholesaler.txt": [("", "ALGEMEEN"), ("", "VRAGEN")],
}


@pytest.mark.parametrize("file", HEADINGS)
def test_headings_are_found_by_style_and_by_looks(file: str) -> None:
    found = [
        (each.number, each.heading) for each in existing.document(file).sections if each.heading
    ]

    assert [found[0], found[-1]] == HEADINGS[file]


@pytest.mark.parametrize(
    ("file", "text", "where"),
    [
        ("construction.docx", "Wachtwoorden zijn persoonlijk", "artikel 7.1"),
        ("care-home.docx", "Een teamapp is handig", "artikel 6, alinea 1"),
        ("municipality.docx", "Bericht wordt voor plaatsing", "artikel 9, lid 2"),
        ("garage.docx", "Een wachtwoord is van jou", "alinea 9"),
        ("accountants.pdf", "Het delen van kantoornieuws", "bladzijde 2, artikel 7, lid 4"),
        ("school.md", "Personeel gaat respectvol", "artikel 5, lid 1"),
        ("wholesaler.txt", "Geef je wachtwoord", "onder ‘WACHTWOORDEN’, alinea 1"),
    ],
)
def test_a_passage_says_where_it_stands(file: str, text: str, where: str) -> None:
    found = [
        passage.where["nl"]
        for passage in existing.document(file).passages
        if text.lower() in passage.text.lower()
    ]

    assert found == [where]


def test_a_document_without_headings_is_one_section() -> None:
    (section,) = existing.document("garage.docx").sections

    assert (section.heading, len(section.passages)) == ("", 11)


def test_inserted_text_counts_and_deleted_text_does_not() -> None:
    held = io.BytesIO()
    document = Document()
    document.add_paragraph("Blijft staan.")
    document.save(held)
    old = zipfile.ZipFile(io.BytesIO(held.getvalue()))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(
                    b"<w:r><w:t>Blijft staan.</w:t></w:r>",
                    b"<w:r><w:t>Blijft</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>"
                    b" weg</w:delText></w:r></w:del><w:ins w:id='2' w:author='a'><w:r><w:t> erin."
                    b"</w:t></w:r></w:ins>",
                )
            new.writestr(name, part)

    assert [each.text for each in reading.read(made.getvalue(), "a.docx").passages] == [
        "Blijft erin."
    ]


def test_lists_in_markdown_keep_the_line_that_leads_to_them() -> None:
    document = plain_reading.read_markdown(b"Dit mag niet:\n\n- schelden;\n- dreigen.\n")

    assert [(each.text, each.lead, each.item) for each in document.passages] == [
        ("Dit mag niet:", "", False),
        ("schelden;", "Dit mag niet:", True),
        ("dreigen.", "Dit mag niet:", True),
    ]


def test_text_as_windows_saved_it_is_read() -> None:
    document = plain_reading.read_text("Privé mag, zei Noël.".encode("cp1252"))

    assert [each.text for each in document.passages] == ["Privé mag, zei Noël."]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("De medewerker mag het niet doen met de mail van een ander.", "nl"),
        ("The employee may not do this with the mail of another.", "en"),
        ("", "nl"),
    ],
)
def test_the_language_is_that_of_the_little_words(text: str, lang: str) -> None:
    assert language(text) == lang
