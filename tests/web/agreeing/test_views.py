import uuid
from collections.abc import Callable, Mapping
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.utils.translation import override
from pypdf import PdfWriter
from pytest_django import DjangoAssertNumQueries

from afspraak.decisions.agreeing import Body, State
from afspraak.decisions.roles import Role
from afspraak.web.agreeing import operations, queries
from afspraak.web.editions import operations as editing
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.people.models import Person
from web.agreeing.walking import TODAY, Cast, consent, read, state, text_hash, walk
from web.conftest import NOW
from web.editions.files import NEXT, OTHER_PERSON, SMALL, UNFAIR, with_number

Clients = Mapping[str, Client]


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests come in at the moment of the tests."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def clients(cast: Cast) -> Clients:
    """A browser for each of the cast."""

    def browser(person: Person) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        client.post("/language/", {"language": "en"})
        return client

    return {
        "editor": browser(cast.editor),
        "representative": browser(cast.representative),
        "leader": browser(cast.leader),
    }


def pdf() -> bytes:
    writer, held = PdfWriter(), BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(held)
    return held.getvalue()


def sent(act: str, key: uuid.UUID) -> dict[str, object]:
    """What a well-filled form of this step sends."""
    forms: dict[str, dict[str, object]] = {
        "replace": {"file": SimpleUploadedFile("p.yaml", NEXT)},
        "overrule": {"clause": "rights", "code": "L009", "reason": "De cao."},
        "offer": {"text_hash": text_hash(key)},
        "ask": {"body": "or", "request": "Graag."},
        "not-needed": {"ground": "collective", "reason": "De cao.", "reference": "cao 3.2"},
        "answer": {
            "text_hash": text_hash(key),
            "answer": "consent",
            "on": TODAY.isoformat(),
            "reference": "OR-2026-20",
        },
        "permit": {"on": TODAY.isoformat(), "reference": "zaak 1"},
        "meet": {"how": "Gedaan."},
        "decide": {"text_hash": text_hash(key), "planned_on": "2030-01-01"},
        "excuse": {"person": str(uuid.uuid4()), "reason": "Weg."},
        "take-back": {"reason": "Nog iets."},
        "withdraw": {"reason": "Toch niet."},
    }
    return forms[act]


BY = {"answer": "representative", "meet": "representative", "decide": "leader"}
ACTS = (
    *("replace", "overrule", "offer", "ask", "not-needed", "answer", "permit", "meet"),
    *("decide", "excuse", "take-back", "withdraw"),
)
TAKEN: Mapping[str, set[str]] = {
    "draft": {"replace", "offer", "withdraw"},
    "offered": {"ask", "not-needed", "take-back", "withdraw"},
    "with-representation": {"not-needed", "answer", "take-back", "withdraw"},
    "answered": {"decide", "take-back", "withdraw"},
    "decided": {"withdraw"},
    "leaders-reading": {"withdraw"},
    "in-force": set(),
    "replaced": set(),
    "withdrawn": set(),
}
"""What is not refused in each state; whatever else is sent there changes nothing."""


def reached(name: str, cast: Cast) -> uuid.UUID:
    if name == "answered":
        key = walk(cast, State.WITH_REPRESENTATION)
        consent(key, cast)
        return key
    if name == "withdrawn":
        key = walk(cast, State.OFFERED)
        operations.withdraw(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)
        return key
    if name == "replaced":
        key = walk(cast, State.IN_FORCE)
        editing.add_edition(source=with_number("2027.2", SMALL), now=NOW, in_force_from=NOW)
        operations.move_due(now=NOW)
        return key
    return walk(cast, State(name))


@pytest.mark.parametrize("name", TAKEN)
def test_every_step_sent_by_address_in_every_state(
    edition: EditionRow, cast: Cast, clients: Clients, name: str
) -> None:
    key = reached(name, cast)
    before = (state(key), text_hash(key), editions.in_force(NOW), editions.awaiting())
    taken = set()
    for act in ACTS:
        client = clients[BY.get(act, "editor")]
        with transaction.atomic():
            answer = client.post(f"/agreeing/{key}/{act}/", sent(act, key))
            assert answer.status_code in {302, 409}, (act, answer.status_code)
            if answer.status_code == 302:
                taken.add(act)
            else:
                after = (state(key), text_hash(key), editions.in_force(NOW), editions.awaiting())
                assert after == before
            transaction.set_rollback(True)

    assert taken == TAKEN[name]


def test_from_an_upload_to_an_edition_in_force(
    edition: EditionRow, cast: Cast, clients: Clients
) -> None:
    file = SimpleUploadedFile("p.yaml", NEXT)
    answer = clients["editor"].post("/agreeing/upload/", {"file": file})
    page = answer["Location"]
    key = uuid.UUID(page.split("/")[2])
    for act in ("offer", "ask", "answer", "decide"):
        client = clients[BY.get(act, "editor")]
        shown = client.get(page).content.decode()
        assert f'action="{page}{act}/"' in shown
        given = sent(act, key)
        if act == "answer":
            given["letter"] = SimpleUploadedFile("brief OR.pdf", pdf())
        if act == "decide":
            given["planned_on"] = TODAY.isoformat()
        assert client.post(f"{page}{act}/", given).status_code == 302, act

    [outcome] = queries.outcomes(key)
    letter = clients["representative"].get(f"{page}letter/{outcome.id}/")
    assert (letter.content, letter["Content-Type"]) == (pdf(), "application/pdf")
    assert letter["Content-Disposition"].startswith("attachment")
    assert clients["leader"].get(f"{page}letter/{outcome.id}/").status_code == 403


@pytest.mark.parametrize(
    "content",
    [b"", b"geen pdf", pdf()[: len(pdf()) // 2], b"%PDF-" + b"x" * 5_000_001],
    ids=["empty", "other", "cut off", "large"],
)
def test_a_letter_that_is_no_whole_pdf_is_refused(
    edition: EditionRow, cast: Cast, clients: Clients, content: bytes
) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    given = sent("answer", key) | {"letter": SimpleUploadedFile("brief.pdf", content)}

    answer = clients["representative"].post(f"/agreeing/{key}/answer/", given)

    assert answer.status_code == 422
    assert queries.outcomes(key) == []


def test_an_upload_that_was_cut_off_starts_nothing(edition: EditionRow, clients: Clients) -> None:
    half = SimpleUploadedFile("p.yaml", NEXT[: len(NEXT) // 3])

    answer = clients["editor"].post("/agreeing/upload/", {"file": half})

    assert answer.status_code == 422
    assert queries.summaries() == []


def test_a_refusal_says_why_and_what_to_do(
    edition: EditionRow, cast: Cast, clients: Clients
) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    consent(key, cast)

    answer = clients["editor"].post(f"/agreeing/{key}/decide/", sent("decide", key))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Whoever offers a text does not decide on it." in page
    assert "Ask a leader or another editor to decide." in page


def test_only_names_changed_is_shown_as_nothing_to_agree_on(
    edition: EditionRow, clients: Clients
) -> None:
    file = SimpleUploadedFile("p.yaml", OTHER_PERSON)
    page = clients["editor"].post("/agreeing/upload/", {"file": file})["Location"]

    shown = clients["editor"].get(page).content.decode()

    assert "There is nothing to agree on." in shown
    assert f'action="{page}offer/"' not in shown


def test_a_passage_is_overruled_on_the_page(
    edition: EditionRow, cast: Cast, clients: Clients
) -> None:
    key = walk(cast, State.DRAFT, source=with_number("2027.1", UNFAIR))
    page = f"/agreeing/{key}/"
    assert 'name="code" value="L009"' in clients["editor"].get(page).content.decode()

    empty = clients["editor"].post(f"{page}overrule/", sent("overrule", key) | {"reason": ""})
    assert empty.status_code == 422
    clients["editor"].post(f"{page}overrule/", sent("overrule", key))

    for client in clients.values():
        assert "De cao." in client.get(page).content.decode()


def test_every_text_of_a_proposal_can_be_read(
    edition: EditionRow, cast: Cast, clients: Clients
) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    operations.take_back(proceeding=key, reason="Nog iets.", now=NOW, actor=cast.editor.pk)

    karel = clients["representative"]
    assert [karel.get(f"/agreeing/{key}/text/{each}/").status_code for each in (1, 2, 3)] == [
        200,
        200,
        404,
    ]
    assert karel.get(f"/agreeing/{key}/text/1/protocol.yaml").status_code == 403
    assert clients["editor"].get(f"/agreeing/{key}/text/1/protocol.yaml").content == NEXT


def test_an_edition_that_waits_is_for_who_leads_and_who_agrees(
    edition: EditionRow, cast: Cast, clients: Clients, client_of: Callable[..., Client]
) -> None:
    key = walk(cast, State.LEADERS_READING)
    named = client_of(name="Sanne de Wit")  # named as a leader in the file, without the role
    others = [client_of(), client_of(Role.ADMINISTRATOR), client_of(Role.MANAGER)]

    for address in (
        "/handbook/2027.1/",
        "/handbook/2027.1/changes/",
        "/handbook/2027.1/download/md/",
    ):
        found = [client.get(address).status_code for client in (*clients.values(), named, *others)]
        assert found == [200, 200, 200, 200, 404, 404, 404], address
    assert "not in force yet" in clients["leader"].get("/handbook/2027.1/").content.decode()
    shown = clients["leader"].get("/read/").content.decode()
    assert "Edition 2027.1 does not hold yet" in shown
    assert "2027.1" not in others[0].get("/read/").content.decode()

    for leader in (cast.leader, named.person):  # type: ignore[attr-defined]  # for tests
        read(key, leader)
    operations.move_due(now=NOW)
    assert others[0].get("/handbook/2027.1/").status_code == 200


def test_nobody_else_reads_an_edition_that_waits(
    edition: EditionRow, cast: Cast, client_of: Callable[..., Client]
) -> None:
    key = walk(cast, State.LEADERS_READING)
    lotte = client_of()
    row = queries.proceeding(key)
    assert row

    lotte.post("/read/confirm/", {"edition": row.edition, "read": "on"})

    assert list(lotte.person.readings.all()) == []  # type: ignore[attr-defined]  # for tests


@pytest.mark.parametrize("name", ["draft", "with-representation", "leaders-reading"])
def test_a_proposal_takes_few_queries(
    edition: EditionRow,
    cast: Cast,
    clients: Clients,
    name: str,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    key = reached(name, cast)
    clients["editor"].get(f"/agreeing/{key}/")

    with django_assert_max_num_queries(12):
        clients["editor"].get(f"/agreeing/{key}/")


def test_whose_turn_it_is_stands_on_the_home_page(
    edition: EditionRow, cast: Cast, clients: Clients
) -> None:
    def asked() -> dict[str, bool]:
        with override("en"):
            pages = {who: client.get("/").content.decode() for who, client in clients.items()}
        return {who: "/agreeing/" in page.split("<main")[1] for who, page in pages.items()}

    nobody = dict.fromkeys(clients, False)
    key = walk(cast, State.OFFERED)
    assert asked() == nobody | {"editor": True}
    operations.ask(
        proceeding=key,
        body=Body.OR,
        request="",
        now=NOW,
        actor=cast.editor.pk,
    )
    assert asked() == nobody | {"representative": True}
    consent(key, cast)
    assert asked() == nobody | {"leader": True}
