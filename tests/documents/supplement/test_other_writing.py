"""Markdown with sections added, a supplement of its own, and the protocol file in own words."""

import datetime as dt
import io

from docx import Document

from afspraak.documents.supplement import (
    markdown_writing,
    plain_reading,
    protocol_file,
    supplementing,
)
from afspraak.documents.supplement.additions import Addition, Sort, additions
from afspraak.documents.supplement.clause_text import paragraphs
from afspraak.protocol.lint import lint
from documents.supplement import existing

TODAY = dt.date(2026, 11, 23)
ONE = Addition(
    "pictures", Sort.NEW, "Beeld", paragraphs("Kijk rond.\n\n- **Vraag** het.\n- Nee."), "nieuw"
)
WORDS = "## Beeld **[nieuw]**\n\nKijk rond.\n\n- **Vraag** het.\n- Nee.\n"


def test_typed_numbers_go_on_at_the_end_of_the_markdown() -> None:
    content = existing.content("school.md")

    made = markdown_writing.supplemented(content, [ONE])

    assert made == content + f"\n{WORDS.replace('## ', '## 11. ')}".encode()


def test_without_numbers_new_sections_stand_before_the_closing_one() -> None:
    content = b"# Code\n\n## Doel\n\nHouvast.\n\n## Slotbepalingen\n\nGeldt nu.\n"

    made = markdown_writing.supplemented(content, [ONE])

    assert made.decode() == (
        f"# Code\n\n## Doel\n\nHouvast.\n\n{WORDS}\n## Slotbepalingen\n\nGeldt nu.\n"
    )


def test_line_ends_coding_and_a_missing_last_line_end_stay_as_they_were() -> None:
    windows = "# Code\r\n\r\n## Privé\r\n\r\nMag.".encode("cp1252")
    marked = b"\xef\xbb\xbf" + "# Code\n\n## Privé\n".encode()

    one, two = (markdown_writing.supplemented(each, [ONE]) for each in (windows, marked))

    assert one == windows + f"\n\n{WORDS}".replace("\n", "\r\n").encode("cp1252")
    assert two == marked + f"\n{WORDS}".encode()


def test_nothing_chosen_gives_the_markdown_itself() -> None:
    assert markdown_writing.supplemented(b"# Code", []) == b"# Code"


def test_a_pdf_gets_a_supplement_of_its_own_as_word_and_as_markdown() -> None:
    document = existing.document("accountants.pdf")

    word, markdown = (
        supplementing.supplemented(b"", document, [ONE], form=form, day=TODAY)
        for form in ("docx", "md")
    )

    assert [each.text for each in Document(io.BytesIO(word)).paragraphs][2:] == [
        "1. Beeld [nieuw]",
        "Kijk rond.",
        "Vraag het.",
        "Nee.",
    ]
    assert markdown.decode().endswith(WORDS)
    assert plain_reading.read_markdown(markdown).sections[-1].heading == "Beeld [nieuw]"


def test_own_words_become_the_text_of_a_clause_and_the_file_still_loads_and_lints() -> None:
    document, judged = existing.document("care-home.docx"), existing.judged("care-home")
    chosen = {
        each.clause: protocol_file.own_words(document, each)
        for each in judged
        if each.clause in {"spokespeople", "chat-groups"}
    }

    source = existing.source("care")
    made = protocol_file.with_own_words(source, chosen, document.lang)

    protocol = existing.load(made)
    texts = {clause.id: clause.text for clause in protocol.clauses}
    before = {clause.id: clause.text for clause in existing.protocol("care").clauses}
    assert " ".join(texts["spokespeople"]["nl"].split()) == (
        "Alleen de bestuurder en de adviseur communicatie spreken namens De Lindehof met de pers. "
        "Krijg je een journalist aan de lijn, verwijs dan door naar de afdeling communicatie."
    )
    assert texts["spokespeople"]["en"] == before["spokespeople"]["en"]
    assert {key for key in texts if texts[key] != before[key]} == set(chosen)
    assert all(finding.level != "error" for finding in lint(protocol, today=TODAY))


def test_comments_of_the_file_stay() -> None:
    source = existing.source("care")
    comments = [line for line in source.decode().splitlines() if line.lstrip().startswith("#")]

    made = protocol_file.with_own_words(source, {"spokespeople": "Bel de directie."}, "nl")

    assert [line for line in made.decode().splitlines() if line.lstrip().startswith("#")] == (
        comments
    )


def test_additions_follow_the_order_of_the_protocol() -> None:
    ours = existing.protocol("bakery")

    added = additions(ours, existing.judged("school"), "nl")

    order = [clause.id for clause in ours.clauses]
    assert [each.clause for each in added] == sorted(
        (each.clause for each in added), key=order.index
    )
