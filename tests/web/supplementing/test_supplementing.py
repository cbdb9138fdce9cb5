"""A document brought, read by the worker, chosen about, taken along, and gone on its day."""

import datetime as dt
import io
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from docx import Document as Word

from afspraak.decisions.roles import Role
from afspraak.documents.supplement.reading import read
from afspraak.web.audit.models import Entry
from afspraak.web.drafting import queries as drafts
from afspraak.web.editions.queries import EditionRow
from afspraak.web.flows import jobs as flow_jobs
from afspraak.web.people.models import Person
from afspraak.web.retention.models import Deletion
from afspraak.web.supplementing import beside, contributes, jobs, operations, queries
from afspraak.web.supplementing.models import READING, STOPPED, Choice, Document
from afspraak.web.supplementing.queries import Chosen
from documents.supplement import existing
from web.conftest import NOW

CONSTRUCTION = existing.content("construction.docx")


def brought(
    person: Person, content: bytes = CONSTRUCTION, name: str = "Protocol.docx"
) -> uuid.UUID:
    """A document of somebody's, waiting to be read."""
    ours = beside.protocol_beside(NOW, "nl")
    return operations.bring(
        content=content,
        name=name,
        document=read(content, name),
        source=ours.source,
        edition=ours.edition,
        now=NOW,
        actor=person.pk,
    )


def judged(person: Person, content: bytes = CONSTRUCTION, name: str = "Protocol.docx") -> uuid.UUID:
    """The same, read."""
    key = brought(person, content, name)
    assert operations.judge_next(now=NOW)
    return key


def upload(client: Client, content: bytes, name: str) -> Any:
    """What bringing a file gives."""
    return client.post("/supplement/", {"file": SimpleUploadedFile(name, content)})


@pytest.fixture
def editor(client_of: Callable[..., Client]) -> Client:
    """The editor's browser, in English."""
    return client_of(Role.EDITOR, language="en")


@pytest.fixture
def who(editor: Client) -> Person:
    """The editor."""
    person: Person = editor.person  # type: ignore[attr-defined]  # set by the fixture
    return person


def test_a_document_is_brought_read_and_shown_beside_our_clauses(
    edition: EditionRow, editor: Client
) -> None:
    answer = upload(editor, CONSTRUCTION, "Protocol.docx")
    key = Document.objects.get().pk
    assert answer.url == f"/supplement/{key}/"

    waiting = editor.get(answer.url)
    assert waiting["Refresh"] == "2"
    assert "sentence by sentence" in waiting.content.decode()

    assert jobs.judge_documents(NOW) == 1
    ready = editor.get(answer.url)
    page = ready.content.decode()
    assert "Refresh" not in ready
    assert "Bij een tweede overtreding wordt de medewerker op staande voet ontslagen." in page
    assert "section 9.2" in page
    assert 'lang="nl"' in page


def test_without_an_edition_it_is_held_against_our_proposal(
    organisation: object, editor: Client
) -> None:
    upload(editor, CONSTRUCTION, "Protocol.docx")

    row = Document.objects.get()
    assert row.edition is None
    assert b"Bakkerij Jansen" in bytes(row.source)
    assert "our proposal" in editor.get("/supplement/").content.decode()


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "save it in Word as .docx"),
        (CONSTRUCTION[:9000], "a.docx", "This file is damaged or incomplete"),
        (b"\x89PNG", "a.png", "We cannot read this kind of file"),
        (b" ", "a.txt", "There is no text in this file"),
        (b"", "a.txt", "There is no text in this file"),
    ],
)
def test_a_file_that_cannot_be_taken_says_why_and_nothing_is_kept(
    edition: EditionRow, editor: Client, content: bytes, name: str, says: str
) -> None:
    answer = upload(editor, content, name)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Document.objects.count() == 0


def test_no_file_at_all_asks_for_one(edition: EditionRow, editor: Client) -> None:
    assert editor.post("/supplement/", {}).status_code == 422


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_an_upload_cut_off_half_way_keeps_nothing(
    edition: EditionRow, editor: Client, share: float
) -> None:
    edge = "edge"
    whole = (
        f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="a.docx"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    ).encode() + CONSTRUCTION
    whole += f"\r\n--{edge}--\r\n".encode()

    answer = editor.generic(
        "POST",
        "/supplement/",
        whole[: int(len(whole) * share)],
        content_type=f"multipart/form-data; boundary={edge}",
    )

    assert answer.status_code in {400, 422}
    assert Document.objects.count() == 0
    assert Entry.objects.filter(action="supplementing.brought").count() == 0


def test_the_choices_are_kept_and_leaving_out_takes_a_reason(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)
    data = _proposed(key)

    data["choice-rights"] = "leave-out"
    refused = editor.post(f"/supplement/{key}/", data)
    assert refused.status_code == 422
    assert "Say why" in refused.content.decode()
    assert Choice.objects.count() == 0

    data["reason-rights"] = "Komt in een ander stuk."
    kept = editor.post(f"/supplement/{key}/", data)
    assert kept["Location"] == f"/supplement/{key}/"
    chosen = queries.choices(key)
    assert chosen["rights"] == Chosen("leave-out", "Komt in een ander stuk.")
    assert {each.choice for name, each in chosen.items() if name != "rights"} == {
        "add",
        "keep-theirs",
    }


def test_words_that_take_rights_away_cannot_be_kept(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)

    answer = editor.post(f"/supplement/{key}/", {**_proposed(key), "choice-rights": "keep-theirs"})

    assert answer.status_code == 422
    assert Choice.objects.count() == 0


def test_the_same_word_document_comes_back_with_what_was_chosen(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)
    out = {name: Chosen("leave-out", "Nee.") for name in _clauses(key)}
    operations.choose(
        document=key, choices={**out, "rights": Chosen("add", "")}, now=NOW, actor=who.pk
    )

    answer = editor.get(f"/supplement/{key}/document.docx")

    texts = [each.text for each in Word(io.BytesIO(answer.content)).paragraphs]
    marked = [text for text in texts if text.endswith("]")]
    assert answer["Content-Disposition"] == 'attachment; filename="Protocol-supplemented.docx"'
    assert marked == ["11. Eerst jouw rechten [nieuw]"]
    assert texts[0] == "Protocol e-mail- en internetgebruik"


def test_a_pdf_gets_a_supplement_beside_it(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who, existing.content("accountants.pdf"), "Reglement.pdf")

    word = editor.get(f"/supplement/{key}/document.docx")
    markdown = editor.get(f"/supplement/{key}/document.md")

    assert Word(io.BytesIO(word.content)).paragraphs[0].text.startswith("Aanvulling op")
    assert markdown.content.decode().startswith("# Aanvulling op")


def test_a_draft_holds_own_words_and_lacks_what_was_left_out(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)
    choices = {name: Chosen("add", "") for name in _clauses(key)}
    choices["confidential"] = Chosen("keep-theirs", "")
    choices["respect"] = Chosen("leave-out", "Staat in de gedragscode.")
    operations.choose(document=key, choices=choices, now=NOW, actor=who.pk)

    answer = editor.post(f"/supplement/{key}/draft/")

    (draft,) = drafts.drafts()
    protocol = existing.load(draft.source)
    texts = {clause.id: clause.text for clause in protocol.clauses}
    assert answer["Location"] == f"/drafts/{draft.id}/"
    assert draft.based_on == edition.id
    assert "respect" not in texts
    assert "aanbestedingen, calculaties, inkoopprijzen" in " ".join(
        texts["confidential"]["nl"].split()
    )
    assert protocol.edition.number != edition.number


def test_a_draft_of_our_proposal_needs_no_edition(
    organisation: object, editor: Client, who: Person
) -> None:
    key = judged(who)

    editor.post(f"/supplement/{key}/draft/")

    (draft,) = drafts.drafts()
    assert draft.based_on is None
    assert existing.load(draft.source).organisation.name == "Bakkerij Jansen"


def test_the_protocol_file_can_be_taken_along(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)

    answer = editor.get(f"/supplement/{key}/protocol.yaml")

    assert existing.load(answer.content).organisation.name == "Bakkerij Jansen"


def test_two_workers_do_not_read_the_same_document(edition: EditionRow, who: Person) -> None:
    key = brought(who)
    Document.objects.filter(pk=key).update(state=READING, claim=uuid.uuid4(), claimed_at=NOW)

    assert not operations.judge_next(now=NOW + dt.timedelta(minutes=9))
    assert operations.judge_next(now=NOW + dt.timedelta(minutes=10))
    assert queries.document(key, NOW).is_ready  # type: ignore[union-attr]  # it is there


def test_a_document_that_is_cut_off_three_times_is_given_up(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = brought(who)
    Document.objects.filter(pk=key).update(
        state=READING, claim=uuid.uuid4(), claimed_at=NOW, attempts=3
    )

    assert not operations.judge_next(now=NOW + dt.timedelta(minutes=11))

    assert Document.objects.get().state == STOPPED
    page = editor.get(f"/supplement/{key}/")
    assert "could not be read to its end" in page.content.decode()
    assert "Refresh" not in page


def test_a_document_goes_on_its_day_with_what_it_said_and_leaves_a_receipt(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)
    operations.choose(document=key, choices={"rights": Chosen("add", "")}, now=NOW, actor=who.pk)
    day = NOW + dt.timedelta(days=operations.KEPT_DAYS)

    assert flow_jobs.let_documents_go(day - dt.timedelta(seconds=1)) == 0
    assert flow_jobs.let_documents_go(day) == 1

    assert (Document.objects.count(), Choice.objects.count()) == (0, 0)
    assert [(each.rule, each.count) for each in Deletion.objects.all()] == [(operations.RULE, 1)]


def test_thrown_away_it_is_gone_for_everybody_at_once(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who)

    assert editor.post(f"/supplement/{key}/throw-away/")["Location"] == "/supplement/"

    assert editor.get(f"/supplement/{key}/").status_code == 404
    assert editor.get(f"/supplement/{key}/document.docx").status_code == 404
    assert flow_jobs.let_documents_go(NOW + dt.timedelta(days=1)) == 1
    assert Document.objects.count() == 0


def test_what_is_not_read_yet_cannot_be_taken_along(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = brought(who)

    assert editor.get(f"/supplement/{key}/document.docx").status_code == 404
    assert editor.post(f"/supplement/{key}/draft/").status_code == 404


def test_the_log_names_no_file_and_quotes_no_word(
    edition: EditionRow, editor: Client, who: Person
) -> None:
    key = judged(who, name="Ontslag van Karel.docx")
    operations.choose(
        document=key, choices={"rights": Chosen("leave-out", "Om Karel.")}, now=NOW, actor=who.pk
    )

    entries = Entry.objects.filter(action__startswith="supplementing.")
    assert entries.count() == 2
    assert not any("Karel" in str(vars(entry)) for entry in entries)


def test_my_data_shows_what_i_brought_and_erasing_forgets_that_it_was_me(
    edition: EditionRow, who: Person
) -> None:
    brought(who)

    (section,) = contributes.personal_data(who)
    assert [row["name"] for row in section.rows] == ["Protocol.docx"]
    assert contributes.erase(who, NOW) == 1
    (section,) = contributes.personal_data(who)
    assert list(section.rows) == []


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(
    edition: EditionRow, who: Person, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        brought(who)

    with django_assert_num_queries(1):
        assert len(queries.documents(NOW)) == number


def test_the_database_itself_wants_a_reason_for_leaving_out(
    edition: EditionRow, who: Person
) -> None:
    key = brought(who)

    with pytest.raises(IntegrityError), transaction.atomic():
        Choice.objects.create(document_id=key, clause="rights", choice="leave-out", reason="")


def _clauses(key: uuid.UUID) -> list[str]:
    return [each.clause for each in queries.held(key).judged]


def _proposed(key: uuid.UUID) -> dict[str, str]:
    """What the page sends when nothing is changed."""
    return {
        f"choice-{each.clause}": "keep-theirs" if each.status == "covered" else "add"
        for each in queries.held(key).judged
    }
