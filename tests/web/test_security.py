"""What the whole application holds, whoever made the page: headers, forms, cookies, errors."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse

from afspraak.decisions.roles import Role
from afspraak.web.editions.queries import EditionRow
from afspraak.web.kit import views as kit
from afspraak.web.people.models import Person
from web.browsing import Site, Visitor
from web.test_access import ROWS, addresses

POLICY = ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Inline(HTMLParser):
    """Whatever a strict policy would refuse, and forms without a token."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._posts = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if tag == "style" or (tag == "script" and not _is_data(held)):
            self.found.append(self.get_starttag_text() or tag)
        for name, value in attrs:
            is_script = (value or "").strip().lower().startswith("javascript:")
            if name == "style" or name.startswith("on") or is_script:
                self.found.append(self.get_starttag_text() or name)
        if tag == "form":
            self._posts = (held.get("method") or "").lower() == "post"
        if tag == "input" and held.get("name") == "csrfmiddlewaretoken":
            self._posts = False

    def handle_endtag(self, tag: str) -> None:
        if tag == "form" and self._posts:
            self.found.append("a form without a token")
            self._posts = False


def _is_data(held: dict[str, str | None]) -> bool:
    kind = held.get("type") or ""
    return bool(held.get("src")) or kind.startswith("application/")


def inline_in(html: str) -> list[str]:
    parser = Inline()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_no_page_has_anything_inline_and_every_page_has_its_headers(
    lang: str, edition: EditionRow, client_of: Callable[..., Client]
) -> None:
    everybody = client_of(*(role for role in Role if role != Role.EMPLOYEE), language=lang)
    pages = 0
    for client in (everybody, Client()):
        for each in addresses():
            if each.pattern.regex.groupindex:
                continue
            response = client.get(reverse(str(each.name)))
            if not response.headers.get("Content-Type", "").startswith("text/html"):
                continue
            pages += bool(response.content)
            policy = response.headers["Content-Security-Policy"]
            assert inline_in(response.content.decode()) == [], each.name
            assert [part for part in POLICY if part not in policy] == [], each.name
            assert "unsafe" not in policy, each.name
            assert {name: response.headers.get(name) for name in HEADERS} == HEADERS, each.name
            assert response.headers["Referrer-Policy"] in {"same-origin", "no-referrer"}
            assert "camera=()" in response.headers["Permissions-Policy"]
            if client is everybody and response.status_code == 200:
                assert "no-store" in response.headers["Cache-Control"], each.name
        client.logout()
    assert pages > 40


def test_the_search_for_what_is_inline_finds_it() -> None:
    assert inline_in('<p style="x">') == ['<p style="x">']
    assert inline_in("<button onclick=x>") == ["<button onclick=x>"]
    assert inline_in("<script>x</script>") == ["<script>"]
    assert inline_in('<a href="javascript:x">') == ['<a href="javascript:x">']
    assert inline_in('<form method="post"></form>') == ["a form without a token"]
    assert inline_in('<form method="post"><input name="csrfmiddlewaretoken"></form>') == []


def test_every_post_asks_for_a_token(edition: EditionRow, somebody: Callable[..., Person]) -> None:
    client = Client(enforce_csrf_checks=True)
    person = somebody(*(role for role in Role if role != Role.EMPLOYEE))
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")

    assert [each.name for each in addresses() if getattr(each.callback, "csrf_exempt", False)] == []
    for each in addresses():
        if "post" not in ROWS[str(each.name)] or each.pattern.regex.groupindex:
            continue
        assert client.post(reverse(str(each.name))).status_code == 403, each.name


def test_a_strange_host_is_refused(db: None) -> None:
    assert Client().get("/sign-in/login/", headers={"host": "evil.example"}).status_code == 400


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "/\\evil.example"]
)
def test_no_redirect_leads_elsewhere(
    elsewhere: str, organisation: object, client_of: Callable[..., Client]
) -> None:
    client = client_of()
    after_language = client.post("/language/", {"language": "nl", "next": elsewhere})
    after_sign_in = client.get("/sign-in/login/", {"next": elsewhere})

    for response in (after_language, after_sign_in):
        assert response.status_code == 302
        assert "evil" not in response.headers["Location"]


def test_what_is_too_large_is_refused(
    edition: EditionRow, client_of: Callable[..., Client]
) -> None:
    client = client_of(Role.ADMINISTRATOR, Role.EDITOR)
    fields = {f"field{number}": "x" for number in range(2_100)}
    files = {f"file{number}": SimpleUploadedFile("x.csv", b"x") for number in range(6)}

    assert client.post("/people/add/", {"name": "x" * 3_000_000}).status_code in {400, 413}
    assert client.post("/people/add/", fields).status_code in {400, 413}
    assert client.post("/people/import/", files).status_code in {400, 413}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_errors_say_how_to_go_on_and_leak_nothing(
    lang: str,
    organisation: object,
    client_of: Callable[..., Client],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = client_of(language=lang)
    client.raise_request_exception = False
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": lang})

    def breaks(*_: object) -> None:
        raise RuntimeError("kanariegeel")

    monkeypatch.setattr("afspraak.web.transparency.queries.openness", breaks)
    answers = {
        404: client.get("/nowhere/kanariegeel/"),
        403: client.get("/people/"),
        500: client.get("/transparency/"),
        -403: strict.post("/language/", {"language": "kanariegeel"}),
    }

    for status, response in answers.items():
        page = response.content.decode()
        assert response.status_code == abs(status)
        assert f'<html lang="{lang}"' in page, status
        assert "kanariegeel" not in page, status
        assert not re.search(r"Traceback|Django|RuntimeError|settings|/src/|urlpatterns", page)
        assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_a_broken_page_needs_no_database(rf: RequestFactory) -> None:
    assert kit.failed(rf.get("/")).status_code == 500


def test_cookies_are_for_https_alone_when_the_address_is() -> None:
    ask = (
        "from afspraak.web import settings as s; print(s.SESSION_COOKIE_SECURE,"
        " s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE,"
        " s.CSRF_COOKIE_SECURE, s.CSRF_COOKIE_HTTPONLY, s.CSRF_COOKIE_SAMESITE,"
        " s.SECURE_HSTS_SECONDS, s.DEBUG)"
    )
    said = {}
    for url in ("https://afspraak.example", "http://localhost:8000"):
        ran = subprocess.run(
            [sys.executable, "-c", ask],
            env={"PATH": os.environ["PATH"], "AFSPRAAK_URL": url},
            capture_output=True,
            text=True,
            check=True,
        )
        said[url] = ran.stdout.strip()

    safe = "True __Host-session True Lax True True Strict 31536000 False"
    plain = "False session True Lax False True Strict 0 False"
    assert said == {
        "https://afspraak.example": safe,
        "http://localhost:8000": plain,
    }


def test_signing_in_gives_a_new_session(
    organisation: object, somebody: Callable[..., Person]
) -> None:
    person = somebody()
    person.set_password("een-heel-lang-wachtwoord")
    person.save()
    client = Client()
    session = client.session
    session["planted"] = "x"
    session.save()
    before = session.session_key
    client.cookies["session"] = str(before)

    answer = client.post(
        "/sign-in/login/", {"login": str(person.email), "password": "een-heel-lang-wachtwoord"}
    )

    assert answer.status_code == 302
    assert client.cookies["session"].value != before
    assert client.get("/").status_code == 200


@pytest.mark.promise(2)
def test_the_log_of_the_program_names_nobody(site: Site, visitor: Visitor) -> None:
    page = visitor("lotte")
    for address in (
        "/",
        "/handbook/",
        "/read/",
        "/check/",
        "/my-data/",
        "/transparency/",
        "/nope/",
    ):
        page.goto(address)
    page.goto("/check/")
    page.keyboard.type("kanariegeel")
    page.goto("/people/?q=kanariegeel")
    _, greeting, written = site.log.read_text("utf-8").partition("Ctrl-C")

    assert greeting
    assert "/nope/" in written
    for word in ("lotte", "visser", "bakkerijjansen.nl", "kanariegeel"):
        assert word not in written.lower(), written
