import datetime as dt
import re
from collections.abc import Callable

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.editions import operations
from afspraak.web.editions.queries import EditionRow
from afspraak.web.organisation.models import Organisation
from web.conftest import NOW, PROTOCOL

MAX_QUERIES = 12
ClientOf = Callable[..., Client]
Queries = Callable[..., object]

NEXT = PROTOCOL.replace(b'"2026.2"', b'"2027.1"', 1).replace(
    b"We laten zien hoe we het maken.", b"We laten zien wat we maken.", 1
)


def text_of(client: Client, path: str, **headers: str) -> str:
    answer = client.get(path, headers=headers or {"Accept-Language": "nl"})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def lotte(client_of: ClientOf) -> Client:
    return client_of(name="Lotte")


@pytest.fixture
def later(edition: EditionRow) -> EditionRow:
    """A second edition, in force since an hour."""
    return operations.add_edition(
        source=NEXT, now=NOW, in_force_from=dt.datetime(2026, 11, 23, 1, tzinfo=dt.UTC)
    )


def test_the_handbook_has_the_rights_first_and_every_clause(
    edition: EditionRow, lotte: Client
) -> None:
    page = text_of(lotte, "/handbook/")

    clauses = re.findall(r'<section id="(clause-[\w-]+)"', page)
    numbers = re.findall(r'<h[23] id="title-clause[^>]*><span class="number">(\d+)<', page)
    assert clauses[0] == "clause-rights"
    assert numbers == [str(number) for number in range(1, len(clauses) + 1)]
    assert page.count('href="#clause-rights"') == 4  # twice in the contents, above, and its own
    assert "Sanne de Wit" in page


def test_the_handbook_is_in_the_language_of_the_page(edition: EditionRow, lotte: Client) -> None:
    lotte.person.language = "en"  # type: ignore[attr-defined]
    lotte.person.save()  # type: ignore[attr-defined]

    page = text_of(lotte, "/handbook/", **{"Accept-Language": "en"})

    assert '<html lang="en"' in page
    assert "Your rights first" in page
    assert "Eerst jouw rechten" not in page


def test_a_text_that_is_missing_is_shown_in_the_other_language(
    organisation: Organisation, lotte: Client
) -> None:
    operations.add_edition(source=_with_a_dutch_clause(), now=NOW)
    lotte.person.language = "en"  # type: ignore[attr-defined]
    lotte.person.save()  # type: ignore[attr-defined]

    page = text_of(lotte, "/handbook/", **{"Accept-Language": "en"})

    assert "This text exists in Dutch only." in page
    assert '<h3 id="title-clause-only" lang="nl">' in page


def _with_a_dutch_clause() -> bytes:
    return PROTOCOL.replace(
        b"  - id: why\n",
        b"  - id: only\n"
        b"    title: {nl: Alleen hier}\n"
        b"    ask: manager\n"
        b"    text: {nl: 'Deze tekst is er alleen in het Nederlands. Vraag het gerust.'}\n"
        b"  - id: why\n",
        1,
    )


def test_what_a_company_writes_is_text_and_never_markup(
    organisation: Organisation, lotte: Client
) -> None:
    hostile = (
        "<script>alert(1)</script> [x](javascript:alert(1)) "
        "<img src=x onerror=alert(1)> **vet** \u202eomgekeerd \u05e9\u05dc\u05d5\u05dd " + "W" * 200
    )
    source = PROTOCOL.replace(
        b"  - id: why\n",
        b"  - id: hostile\n"
        b"    title: {nl: '<b>Titel</b>', en: '<b>Title</b>'}\n"
        b"    ask: manager\n"
        + f"    text: {{nl: '{hostile}', en: '{hostile}'}}\n  - id: why\n".encode(),
        1,
    )
    operations.add_edition(source=source, now=NOW)

    page = text_of(lotte, "/handbook/") + text_of(lotte, "/handbook/?q=titel")

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<img" not in page
    assert 'href="javascript' not in page
    assert "<b>" not in page
    assert "<strong>vet</strong>" in page
    assert "\u202e" not in page
    assert "\u05e9\u05dc\u05d5\u05dd" in page


def test_one_clause_a_screen_has_the_one_before_and_after(
    edition: EditionRow, lotte: Client
) -> None:
    page = text_of(lotte, "/handbook/clause/why/")

    assert 'rel="prev" href="/handbook/clause/rights/"' in page
    assert 'rel="next" href="/handbook/clause/scope/"' in page
    assert 'href="/handbook/#clause-why"' in page
    assert 'rel="prev"' not in text_of(lotte, "/handbook/clause/rights/")
    assert lotte.get("/handbook/clause/nothing/").status_code == 404


def test_an_earlier_edition_stays_and_says_that_it_no_longer_holds(
    later: EditionRow, lotte: Client
) -> None:
    before = text_of(lotte, "/handbook/2026.2/")
    now_holds = text_of(lotte, "/handbook/2027.1/")

    assert "We laten zien hoe we het maken." in before
    assert "Uitgave 2026.2 geldt niet meer" in before
    assert 'href="/handbook/2026.2/clause/rights/"' in before
    assert "We laten zien wat we maken." in now_holds
    assert "geldt niet meer" not in now_holds
    assert text_of(lotte, "/handbook/2026.2/clause/rights/").count("geldt niet meer") == 1
    assert lotte.get("/handbook/2028.1/").status_code == 404


def test_an_edition_to_come_is_not_there_yet(edition: EditionRow, lotte: Client) -> None:
    operations.add_edition(
        source=NEXT, now=NOW, in_force_from=dt.datetime(2100, 1, 1, tzinfo=dt.UTC)
    )

    assert lotte.get("/handbook/2027.1/").status_code == 404
    assert lotte.get("/handbook/2027.1/download/md/").status_code == 404
    assert "komt eraan" in text_of(lotte, "/handbook/editions/")


def test_editions_are_listed_with_their_dates(later: EditionRow, lotte: Client) -> None:
    page = text_of(lotte, "/handbook/editions/")

    assert "Vanaf 23 november 2026." in page
    assert "Van 2 november 2026 tot 23 november 2026." in page
    assert 'href="/handbook/2027.1/changes/"' in page
    assert 'href="/handbook/2026.2/changes/"' not in page


def test_changes_are_told_in_plain_words(later: EditionRow, lotte: Client) -> None:
    page = text_of(lotte, "/handbook/2027.1/changes/")

    assert "Van uitgave 2026.2 naar uitgave 2027.1" in page
    assert "We laten zien <del>hoe</del> <ins>wat</ins> we <del>het</del> maken." in page
    assert "Dit is de eerste uitgave" in text_of(lotte, "/handbook/2026.2/changes/")
    assert "2026.2 naar uitgave 2027.1" in text_of(lotte, "/handbook/changes/")


@pytest.mark.parametrize("path", ["/handbook/", "/handbook/editions/"])
def test_there_may_be_no_edition_yet(
    organisation: Organisation, client_of: ClientOf, path: str
) -> None:
    editor, employee = client_of(Role.EDITOR), client_of()

    assert "nog" in text_of(employee, path)
    if path == "/handbook/":
        assert 'href="/editions/"' in text_of(editor, path)
        assert "Kies een protocolbestand" not in text_of(employee, path)
    assert employee.get("/handbook/changes/").status_code == 404
    assert employee.get("/handbook/clause/rights/").status_code == 404


@pytest.mark.parametrize(
    "path",
    [
        "/handbook/",
        "/handbook/?q=foto",
        "/handbook/clause/rights/",
        "/handbook/2026.2/",
        "/handbook/editions/",
        "/handbook/changes/",
        "/handbook/2026.2/download/md/",
    ],
)
def test_a_page_takes_the_same_queries_at_one_and_at_three_editions(
    edition: EditionRow,
    lotte: Client,
    django_assert_max_num_queries: Queries,
    path: str,
) -> None:
    lotte.get(path)
    with django_assert_max_num_queries(MAX_QUERIES) as first:  # type: ignore[attr-defined]
        assert lotte.get(path).status_code == 200
    for number in ("2027.1", "2027.2"):
        source = NEXT.replace(b'"2027.1"', f'"{number}"'.encode(), 1)
        operations.add_edition(source=source, now=NOW, in_force_from=NOW)
    lotte.get(path)
    with django_assert_max_num_queries(MAX_QUERIES) as third:  # type: ignore[attr-defined]
        assert lotte.get(path).status_code == 200

    assert len(first.captured_queries) == len(third.captured_queries)


@pytest.mark.parametrize(
    "path",
    [
        "/handbook/",
        "/handbook/editions/",
        "/handbook/changes/",
        "/handbook/clause/rights/",
        "/handbook/2026.2/",
        "/handbook/2026.2/changes/",
        "/handbook/2026.2/clause/rights/",
        "/handbook/2026.2/download/pdf/",
    ],
)
def test_a_stranger_is_asked_to_sign_in(edition: EditionRow, client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer["Location"]) == (302, f"/sign-in/login/?next={path}")
    assert client.post(path).status_code in {302, 405}
