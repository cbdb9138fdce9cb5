"""What makes a leak impossible to build by accident: there is nothing that takes a text."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

import afspraak.web.checks
from afspraak.web.editions.queries import EditionRow

FOLDER = Path(afspraak.web.checks.__file__).parent
PAGES = ("/check/", "/account/")
TYPED = FOLDER.joinpath("templates/checks/_typed.html").read_text("utf-8").split()


def addresses(
    entries: list[URLPattern | URLResolver], before: str = ""
) -> Iterator[tuple[str, Callable[..., object]]]:
    for entry in entries:
        here = f"{before}{entry.pattern}"
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, here)
        else:
            yield here, entry.callback


def of_checks() -> dict[str, Callable[..., object]]:
    return {
        address: view
        for address, view in addresses(get_resolver().url_patterns)
        if view.__module__.startswith("afspraak.web.checks.")
    }


def test_these_are_all_the_addresses_of_the_check() -> None:
    assert sorted(of_checks()) == [
        "account/",
        "check/",
        "check/language/",
        "check/pack/<slug:name>.js",
        "manifest.webmanifest",
        "sw.js",
    ]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_no_address_of_the_check_takes_anything(
    client_of: Callable[..., Client], edition: EditionRow, method: str
) -> None:
    client = client_of()
    paths = [f"/{each}".replace("<slug:name>", "a") for each in of_checks()]

    answers = {
        path: client.generic(
            method, path, "text=x", "application/x-www-form-urlencoded"
        ).status_code
        for path in paths
    }

    assert answers == dict.fromkeys(paths, 405)


def test_check_has_no_table_and_no_table_points_to_it() -> None:
    tables = [model for model in apps.get_models() if "checks" in model.__module__.split(".")]
    pointed = [
        f"{model.__name__}.{each.name}"
        for model in apps.get_models()
        for each in model._meta.get_fields()
        if each.is_relation
        and each.related_model
        and "checks" in each.related_model.__module__.split(".")
    ]

    assert (tables, pointed) == ([], [])
    assert not FOLDER.joinpath("models.py").exists()
    assert not FOLDER.joinpath("migrations").exists()


def test_check_reads_nothing_of_a_request_that_could_hold_a_text() -> None:
    carriers = r"request\.(GET|POST|FILES|COOKIES|META|body|read\w*|session|get_full_path)\b"
    code = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.py")}

    assert len(code) > 5
    assert {name: re.findall(carriers, text) for name, text in code.items()} == {
        each: [] for each in code
    }


@pytest.mark.parametrize("address", PAGES)
def test_policy_of_the_page_leaves_no_way_out(
    client_of: Callable[..., Client], edition: EditionRow, address: str
) -> None:
    headers = client_of().get(address).headers

    policy = {
        name: sorted(values.split())
        for name, _, values in (
            each.strip().partition(" ")
            for each in headers["Content-Security-Policy"].strip("; ").split(";")
        )
    }
    assert policy == {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["blob:", "data:"],
        "connect-src": ["'none'"],
        "form-action": ["'none'"],
        "frame-src": ["'none'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "media-src": ["'none'"],
        "font-src": ["'none'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["afspraak-worker"],
    }
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("no-referrer", "no-store")


@pytest.mark.parametrize("address", PAGES)
def test_everything_to_type_in_asks_browsers_to_keep_out(
    client_of: Callable[..., Client], edition: EditionRow, address: str
) -> None:
    page = client_of().get(address).content.decode()
    fields = re.findall(r"<textarea[^>]*>|<input(?![^>]*type=)[^>]*>|<[^>]*contenteditable", page)

    assert fields
    assert [(field, each) for field in fields for each in TYPED if each not in field] == []


@pytest.mark.parametrize("address", PAGES)
def test_page_has_no_form_that_goes_anywhere(
    client_of: Callable[..., Client], edition: EditionRow, address: str
) -> None:
    page = client_of().get(address).content.decode()

    assert re.findall(r"\b(?:action|method|ping|formaction)=", page) == []
    assert "csrfmiddlewaretoken" not in page


def test_service_worker_listens_to_no_page() -> None:
    worker = FOLDER.joinpath("worker.js").read_text("utf-8")

    assert re.findall(r'addEventListener\("(\w+)"', worker) == ["install", "activate", "fetch"]
    assert "importScripts" not in worker


def test_scripts_of_the_pages_have_no_word_for_a_connection() -> None:
    scripts = {
        path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
        for path in FOLDER.joinpath("static").rglob("*.js")
    }
    words = r"\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|WebTransport|RTC\w+|eval)\b"

    assert len(scripts) > 10
    assert {name: re.findall(words, text) for name, text in scripts.items()} == {
        each: [] for each in scripts
    }
