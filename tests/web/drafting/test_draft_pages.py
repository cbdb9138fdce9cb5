"""Drafts as pages: the ways to begin, the file that is the truth, and late files."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.drafting import operations, queries
from afspraak.web.drafting.models import Draft
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW
from web.editions.files import NEXT, SMALL

BROKEN = SMALL.replace(b"stance: ", b"stanse: ", 1)


@pytest.fixture
def editor(organisation: Organisation, client_of: Callable[..., Client]) -> Client:
    return client_of(Role.EDITOR, name="Henk")


@pytest.fixture
def small(organisation: Organisation) -> EditionRow:
    return editions.add_edition(source=SMALL, now=NOW)


def file(source: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("protocol.yaml", source)


def test_an_empty_list_tells_how_to_begin(editor: Client) -> None:
    shown = editor.get("/drafts/").content.decode()

    assert [
        words in shown
        for words in (
            "Hoe wil je beginnen?",
            "Begin het interview",
            "Maak een concept van dit bestand",
            "Kopieer uitgave",
        )
    ] == [True, True, True, False]


def test_a_copy_of_what_holds_has_the_next_number_and_no_consent_yet(
    editor: Client, small: EditionRow
) -> None:
    answer = editor.post("/drafts/from-edition/")

    (draft,) = queries.drafts()
    assert (answer.status_code, answer["Location"]) == (302, f"/drafts/{draft.id}/")
    assert (draft.number, draft.based_on) == ("2026.3", small.id)
    assert draft.text_hash == small.text_hash
    assert draft.source == SMALL.replace(b'number: "2026.2"', b'number: "2026.3"').replace(
        b"in_force: 2026-11-02", b"in_force: 2026-12-01"
    ).replace(b"{body: or, consent: 2026-10-08, reference: OR-2026-14}", b"{body: or}").replace(
        b"review_by: 2027-11-01", b"review_by: 2027-12-01"
    )


def test_a_file_with_problems_is_a_draft_that_shows_them(editor: Client) -> None:
    answer = editor.post("/drafts/upload/", {"file": file(BROKEN)})

    (draft,) = queries.drafts()
    assert (answer.status_code, answer["Location"]) == (302, f"/drafts/{draft.id}/file/")
    shown = editor.get(answer["Location"]).content.decode()
    assert "Dit bestand is nog niet als protocol te lezen" in shown
    assert "<code>stanse</code>" in shown
    line = BROKEN.decode().split("stanse")[0].count("\n") + 1
    assert f"regel {line}, kolom 3" in shown


def test_the_file_comes_back_byte_for_byte(editor: Client) -> None:
    editor.post("/drafts/upload/", {"file": file(NEXT)})
    (draft,) = queries.drafts()

    answer = editor.get(f"/drafts/{draft.id}/protocol.yaml")

    assert (answer.content, answer["Content-Disposition"]) == (
        NEXT,
        'attachment; filename="protocol-2027.1.yaml"',
    )


def test_a_newer_file_is_the_next_version_and_the_older_stays(editor: Client) -> None:
    editor.post("/drafts/upload/", {"file": file(NEXT)})
    (draft,) = queries.drafts()

    answer = editor.post(f"/drafts/{draft.id}/file/", {"file": file(SMALL), "version": "1"})

    assert answer.status_code == 302
    assert [each.source for each in queries.versions(draft.id)] == [SMALL, NEXT]
    old = editor.get(f"/drafts/{draft.id}/protocol.yaml?version=1").content
    assert old == NEXT


def test_a_file_that_comes_late_overwrites_nothing(
    editor: Client, client_of: Callable[..., Client]
) -> None:
    editor.post("/drafts/upload/", {"file": file(NEXT)})
    (draft,) = queries.drafts()
    other = client_of(Role.EDITOR, name="Bea").person  # type: ignore[attr-defined]
    operations.save_draft(draft=draft.id, version=1, source=SMALL, now=NOW, actor=other.pk)

    answer = editor.post(f"/drafts/{draft.id}/file/", {"file": file(BROKEN), "version": "1"})

    assert answer.status_code == 409
    assert "Bea bewaarde versie 2." in answer.content.decode()
    assert [each.source for each in queries.versions(draft.id)] == [SMALL, NEXT]


def test_a_draft_is_dropped(editor: Client) -> None:
    editor.post("/drafts/upload/", {"file": file(NEXT)})
    (draft,) = queries.drafts()

    assert editor.post(f"/drafts/{draft.id}/drop/").status_code == 302
    assert not Draft.objects.exists()
    assert editor.get(f"/drafts/{draft.id}/file/").status_code == 404
