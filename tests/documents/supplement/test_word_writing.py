"""The same Word document comes back: nothing that was there differs, what is new looks the same."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from afspraak.documents.supplement import reading, word_writing
from afspraak.documents.supplement.additions import Addition, Choice, Sort, additions
from afspraak.documents.supplement.clause_text import paragraphs
from afspraak.documents.supplement.word_file import text_of, w
from documents.supplement import existing

ONE = Addition(
    "pictures",
    Sort.NEW,
    "Beeld en geluid",
    paragraphs("Kijk eerst rond.\n\n- **Vraag** het.\n- Zet de locatie uit.\n\nWil je niet?"),
    "nieuw",
)
TWO = Addition("leaving", Sort.NEW, "Als je weggaat", paragraphs("Geef alles terug."), "nieuw")


def _paragraphs(content: bytes) -> list[bytes]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return [etree.tostring(each, method="c14n") for each in root.iter(w("p"))]


def _texts(content: bytes) -> list[str]:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    return [text_of(each) for each in root.iter(w("p"))]


def _is_within(few: list[bytes], many: list[bytes]) -> bool:
    """Whether the few stand among the many in the same order."""
    left = iter(many)
    return all(each in left for each in few)


@pytest.mark.parametrize("file", existing.WORD)
def test_every_paragraph_that_was_there_is_there_to_the_byte(file: str) -> None:
    content = existing.content(file)
    name = existing.named(file)
    ours = existing.protocol(existing.EXPECTED[name]["answers"])
    added = additions(ours, existing.judged(name), existing.document(file).lang)

    made = word_writing.supplemented(content, added)

    assert added
    assert _is_within(_paragraphs(content), _paragraphs(made))
    assert len(_paragraphs(made)) > len(_paragraphs(content))


@pytest.mark.parametrize("file", existing.WORD)
def test_every_other_part_of_the_file_is_the_same_to_the_byte(file: str) -> None:
    content = existing.content(file)

    made = word_writing.supplemented(content, [ONE])

    old, new = (zipfile.ZipFile(io.BytesIO(each)) for each in (content, made))
    assert old.namelist() == new.namelist()
    for part in old.namelist():
        if part != "word/document.xml":
            assert old.read(part) == new.read(part), part


@pytest.mark.parametrize("file", existing.WORD)
def test_the_document_can_be_read_and_supplemented_again(file: str) -> None:
    made = word_writing.supplemented(existing.content(file), [ONE])

    again = reading.read(word_writing.supplemented(made, [TWO]), file)

    said = [passage.text for passage in again.passages]
    assert "Geef alles terug." in said
    assert Document(io.BytesIO(made)).paragraphs


def test_nothing_chosen_gives_the_file_itself() -> None:
    content = existing.content("construction.docx")

    assert word_writing.supplemented(content, []) == content


def test_numbers_typed_by_hand_go_on_and_paragraphs_are_numbered_as_the_others() -> None:
    made = _texts(word_writing.supplemented(existing.content("construction.docx"), [ONE, TWO]))

    at = made.index("11. Beeld en geluid [nieuw]")
    assert made[at - 1] == "10.2\tVragen over dit protocol stel je aan de afdeling personeelszaken."
    assert made[at : at + 7] == [
        "11. Beeld en geluid [nieuw]",
        "11.1\tKijk eerst rond.",
        "–\tVraag het.",
        "–\tZet de locatie uit.",
        "11.2\tWil je niet?",
        "12. Als je weggaat [nieuw]",
        "12.1\tGeef alles terug.",
    ]
    assert made[at + 7] == "Aldus opgemaakt te Nijkerk, 15 februari 2021"


def test_articles_that_word_numbers_count_on_and_stand_before_the_closing_one() -> None:
    made = word_writing.supplemented(existing.content("care-home.docx"), [ONE])

    sections = reading.read(made, "care-home.docx").sections
    assert [(each.number, each.heading) for each in sections][-2:] == [
        ("13", "Beeld en geluid [nieuw]"),
        ("14", "Vaststelling en wijziging"),
    ]
    document = Document(io.BytesIO(made))
    heading = next(each for each in document.paragraphs if each.text.startswith("Beeld en geluid"))
    style = heading.style
    assert style is not None
    assert style.name == "Heading 1"


def test_bold_headings_with_numbers_by_word_are_copied_as_they_look() -> None:
    made = word_writing.supplemented(existing.content("software.docx"), [ONE])

    sections = reading.read(made, "software.docx").sections
    assert [(each.number, each.heading) for each in sections][-2:] == [
        ("14", "Beeld en geluid [nieuw]"),
        ("15", "Over dit document"),
    ]


def test_an_article_in_a_table_becomes_a_row_of_it() -> None:
    content = existing.content("municipality.docx")

    made = Document(io.BytesIO(word_writing.supplemented(content, [ONE, TWO])))

    (table,) = made.tables
    assert [row.cells[0].text for row in table.rows][-3:] == [
        "Artikel 18 Inwerkingtreding",
        "Artikel 19 Beeld en geluid [nieuw]",
        "Artikel 20 Als je weggaat [nieuw]",
    ]
    assert table.rows[-1].cells[1].text == "Geef alles terug."
    assert made.paragraphs[-1].text.startswith("de burgemeester")


def test_without_headings_the_title_is_bold_and_the_closing_words_stay_last() -> None:
    content = existing.content("garage.docx")

    made = Document(io.BytesIO(word_writing.supplemented(content, [TWO])))

    texts = [each.text for each in made.paragraphs]
    assert texts[-3:-1] == ["Als je weggaat [nieuw]", "Geef alles terug."]
    assert texts[-1].startswith("Heb je vragen?")
    assert next(run.bold for run in made.paragraphs[-3].runs)


def test_what_is_new_is_marked_in_yellow_and_nothing_else_is() -> None:
    made = Document(io.BytesIO(word_writing.supplemented(existing.content("garage.docx"), [ONE])))

    marked = [run.text for each in made.paragraphs for run in each.runs if run.font.highlight_color]
    assert marked == ["[nieuw]"]


def test_what_is_partly_there_brings_only_what_is_not() -> None:
    ours = existing.protocol("bakery")
    judged = existing.judged("construction")

    (added,) = additions(ours, judged, "nl", {"account-safety": Choice.ADD})

    assert (added.sort, added.tag) == (Sort.BESIDES, "aanvulling op artikel 3.4, 7.1 en 7.3")
    assert [each.text for each in added.paragraphs] == [
        "Log in met twee stappen, dus ook met een code of een sleutel."
    ]


def test_what_is_contradicted_says_that_ours_comes_first() -> None:
    ours = existing.protocol("bakery")
    judged = existing.judged("construction")

    (added,) = additions(ours, judged, "nl", {"work-time": Choice.ADD})

    assert (added.sort, added.tag) == (Sort.INSTEAD, "nieuw, gaat voor op artikel 4.4")
    assert added.paragraphs[-1].text == "Waar in artikel 4.4 iets anders staat, geldt dit artikel."


def test_an_english_document_gets_english_clauses() -> None:
    ours = existing.protocol("care")

    added = additions(ours, existing.judged("clinic"), existing.document("clinic.en.docx").lang)

    assert "Your rights first" in [each.title for each in added]
    assert {each.tag.split(" ")[0].rstrip(",") for each in added} == {"new", "adds"}


def test_comments_tracked_changes_header_and_footer_stay() -> None:
    made = word_writing.supplemented(existing.content("care-home.docx"), [ONE])

    document = Document(io.BytesIO(made))
    assert [each.text for each in document.comments] == ["Klopt deze datum nog?"]
    assert document.sections[0].header.paragraphs[0].text == "Kwaliteitshandboek – vastgesteld"
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml"))
    assert len(list(root.iter(w("ins")))) == 1


def _made(build: Callable[[WordDocument], None]) -> bytes:
    document, held = Document(), io.BytesIO()
    build(document)
    document.save(held)
    return held.getvalue()


def _capitals(document: WordDocument) -> None:
    for heading in ("DOEL", "GEHEIM", "SLOT"):
        document.add_paragraph(heading)
        document.add_paragraph("Prijzen en plannen blijven binnen de zaak.")
        document.add_paragraph("")


def _articles(document: WordDocument) -> None:
    for number, heading in enumerate(("Doel", "Geheim"), start=1):
        document.add_paragraph(f"Artikel {number} – {heading}")
        document.add_paragraph(f"{number}.1 Prijzen en plannen blijven binnen de zaak.")
    document.add_paragraph("Handtekening:")


def _three_columns(document: WordDocument) -> None:
    table = document.add_table(rows=0, cols=3)
    for number, heading in enumerate(("Doel", "Geheim"), start=1):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = str(number), heading
        cells[2].text = "Prijzen en plannen blijven binnen de zaak."


def _contents(document: WordDocument) -> None:
    document.styles.add_style("TOC 1", WD_STYLE_TYPE.PARAGRAPH)
    document.add_paragraph("1 Wachtwoorden zijn geheim 2", style="TOC 1")
    for number, heading in enumerate(("Doel", "Geheim"), start=1):
        document.add_heading(f"{number}. {heading}", 1)
        document.add_paragraph("Prijzen en plannen blijven binnen de zaak.")


@pytest.mark.parametrize(
    ("build", "headings", "after"),
    [
        (
            _capitals,
            [("", "DOEL"), ("", "GEHEIM"), ("", "SLOT")],
            ["ALS JE WEGGAAT [nieuw]", "Geef alles terug.", "", "SLOT"],
        ),
        (
            _articles,
            [("1", "Doel"), ("2", "Geheim")],
            ["Artikel 3 – Als je weggaat [nieuw]", "3.1 Geef alles terug.", "Handtekening:"],
        ),
        (
            _three_columns,
            [("", "Doel"), ("", "Geheim")],
            ["3", "Als je weggaat [nieuw]", "Geef alles terug."],
        ),
        (
            _contents,
            [("1", "Doel"), ("2", "Geheim")],
            ["3. Als je weggaat [nieuw]", "Geef alles terug."],
        ),
    ],
)
def test_other_makes_are_read_and_followed_too(
    build: Callable[[WordDocument], None], headings: list[tuple[str, str]], after: list[str]
) -> None:
    content = _made(build)

    sections = reading.read(content, "a.docx").sections
    made = _texts(word_writing.supplemented(content, [TWO]))

    assert [(each.number, each.heading) for each in sections] == headings
    at = made.index(after[0])
    assert made[at : at + len(after)] == after
    assert _is_within(_paragraphs(content), _paragraphs(word_writing.supplemented(content, [TWO])))
