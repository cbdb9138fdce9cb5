import json
import re
from collections.abc import Callable

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.editions.queries import EditionRow


def owner_left_out(page: str) -> str:
    """The page without the code by which a text that is kept on a device knows whose it is."""
    return re.sub(r'data-owner="[0-9a-f]*"', "", page)


@pytest.mark.parametrize("address", ["/check/", "/account/"])
def test_page_is_the_same_for_everybody(
    client_of: Callable[..., Client], edition: EditionRow, address: str
) -> None:
    pages = [
        owner_left_out(client_of(*roles, name=name).get(address).content.decode())
        for roles, name in (((), "Lotte"), (tuple(Role), "Jan"))
    ]

    assert pages[0] == pages[1]
    assert "Lotte" not in pages[0]


def test_worker_changes_with_the_edition(client: Client, edition: EditionRow) -> None:
    answer = client.get("/sw.js")
    script = answer.content.decode()
    plan = json.loads(re.findall(r"const PLAN = (.*);", script)[0])

    assert plan["pages"] == ["/check/", "/account/"]
    assert [each for each in plan["files"] if each.startswith("/check/pack/")]
    assert [each for each in plan["files"] if each.endswith("/checks/offline.js")]
    assert [each for each in plan["files"] if each.endswith("/engine/account.js")]
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert sorted(policy) == ["connect-src 'self'", "default-src 'none'"]
    assert client.get("/sw.js").content.decode() == script


def test_worker_without_an_edition_keeps_no_pack(client: Client, organisation: object) -> None:
    script = client.get("/sw.js").content.decode()

    assert "/check/pack/" not in script


def test_manifest_names_the_organisation_in_both_languages(
    client_of: Callable[..., Client], edition: EditionRow
) -> None:
    named = {
        lang: client_of(language=lang).get("/manifest.webmanifest").json() for lang in ("nl", "en")
    }

    assert {lang: (each["name"], each["lang"]) for lang, each in named.items()} == {
        "nl": ("Mag dit? · Bakkerij Jansen", "nl"),
        "en": ("Check · Bakkerij Jansen", "en"),
    }
    assert {each["start_url"] for each in named.values()} == {"/check/"}
    assert {icon["src"][:5] for icon in named["nl"]["icons"]} == {"data:"}
    # A way to share something to the app would send it to the server.
    assert "share_target" not in named["nl"]
