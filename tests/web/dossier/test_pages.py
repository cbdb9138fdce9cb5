import datetime as dt
import io
import re
import uuid
from collections.abc import Callable
from pathlib import Path

import outloud
import pdfua
import pypdf
import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.people.models import Person
from web.dossier import proposals


def language(client: Client, lang: str) -> None:
    Person.objects.filter(pk=client.person.pk).update(language=lang)  # type: ignore[attr-defined]


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_tells_what_there_is_to_judge_by(
    client_of: Callable[..., Client], proceeding: uuid.UUID, lang: str
) -> None:
    client = client_of(Role.REPRESENTATION)
    language(client, lang)

    page = client.get(f"/agreeing/{proceeding}/dossier/").content.decode()
    found = re.findall(r'<section id="([\w-]+)" class="level-2"', page)

    assert found == [
        "short",
        "asked",
        "changes",
        "rules",
        "never",
        "who",
        "terms",
        "switches",
        "overruled",
        "replay",
        "dpia",
        "text",
    ]
    assert len(set(re.findall(r'id="([^"]+)"', page))) == len(re.findall(r'id="([^"]+)"', page))


def test_a_rule_is_told_with_what_it_finds_whose_posts_and_how_certain(
    client_of: Callable[..., Client], proceeding: uuid.UUID
) -> None:
    client = client_of(Role.REPRESENTATION)
    language(client, "en")

    page = client.get(f"/agreeing/{proceeding}/dossier/").content.decode()
    row = next(each for each in re.findall(r"<tr>(.*?)</tr>", page) if "no-prices-yet" in each)

    assert words(row) == (
        "no-prices-yet Prices new Finds words and phrases that the protocol names. Words: nieuwe "
        "prijslijst, new price list. “The prices are not out yet.” Weighs: take care. our own "
        "channels certain"
    )


def test_no_word_of_a_confidential_list_is_in_the_dossier(
    client_of: Callable[..., Client], proceeding: uuid.UUID
) -> None:
    client = client_of(Role.REPRESENTATION)
    page = client.get(f"/agreeing/{proceeding}/dossier/").content.decode()
    file = client.get(f"/agreeing/{proceeding}/dossier.pdf").content
    paper = " ".join(each.extract_text() for each in pypdf.PdfReader(io.BytesIO(file)).pages)

    for secret in (*proposals.SECRETS, "Oven Zeven"):
        assert secret.casefold() not in page.casefold()
        assert secret.casefold() not in " ".join(paper.split()).casefold()
    assert "samen 4 woorden" in words(page)


def test_the_file_can_be_heard_as_well_as_seen(
    client_of: Callable[..., Client], proceeding: uuid.UUID, tmp_path: Path
) -> None:
    answer = client_of(Role.REPRESENTATION).get(f"/agreeing/{proceeding}/dossier.pdf?in=en")
    path = tmp_path / "dossier.pdf"
    path.write_bytes(answer.content)
    heard = outloud.check(str(path))

    name = "dossier-proposal-20271.en.pdf"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert heard.error is None
    assert (heard.verdict in {"pass", "review"}, heard.errors) == (True, 0)
    assert [finding.message for finding in pdfua.validate(str(path)).findings] == []


@pytest.mark.parametrize("role", [Role.LEADER, Role.ADMINISTRATOR, Role.HANDLER])
@pytest.mark.parametrize("what", ["dossier/", "dossier.pdf"])
def test_others_than_those_who_judge_it_do_not_see_the_dossier(
    client_of: Callable[..., Client], proceeding: uuid.UUID, role: Role, what: str
) -> None:
    assert client_of(role).get(f"/agreeing/{proceeding}/{what}").status_code == 403


def test_the_privacy_officer_sees_it_and_is_not_asked_for_posts(
    client_of: Callable[..., Client], proceeding: uuid.UUID
) -> None:
    page = client_of(Role.PRIVACY_OFFICER).get(f"/agreeing/{proceeding}/dossier/").content.decode()

    assert f"/agreeing/{proceeding}/try/" not in page


def test_there_is_no_dossier_on_what_is_no_proposal(
    client_of: Callable[..., Client], proceeding: uuid.UUID
) -> None:
    other = uuid.uuid4()

    assert client_of(Role.EDITOR).get(f"/agreeing/{other}/dossier/").status_code == 404


def test_a_first_proposal_has_nothing_to_compare_with(
    client_of: Callable[..., Client], organisation: object, now: dt.datetime
) -> None:
    from afspraak.web.agreeing import operations as agreeing

    client = client_of(Role.EDITOR)
    language(client, "en")
    key = agreeing.offer(source=proposals.changed(), now=now, actor=client.person.pk)  # type: ignore[attr-defined]

    page = words(client.get(f"/agreeing/{key}/dossier/").content.decode())

    assert "No edition is in force yet. So everything in this proposal is new" in page
    assert "there is nothing to compare with" in words(
        client.get(f"/agreeing/{key}/try/").content.decode()
    )
