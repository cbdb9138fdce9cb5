"""A real program in its own process, and visitors with a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

import chromium
from afspraak.diagnostics import Lang

START_SECONDS = 60
Visitor = Callable[..., Page]


@dataclass(frozen=True, slots=True)
class Site:
    """A demo that runs: its address, its folder, and what it writes to its log."""

    url: str
    data: Path
    log: Path
    process: subprocess.Popen[bytes]


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(folder: Path, *, port: int | None = None) -> Site:
    """Starts `afspraak serve --demo` in `folder` and waits until it answers."""
    port = port or free_port()
    site = f"http://localhost:{port}"
    log = folder / "log"
    environment = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("AFSPRAAK", "DJANGO"))
    }
    with log.open("ab") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "afspraak", "serve", "--demo"],
            env={
                **environment,
                "AFSPRAAK_DATA": str(folder / "data"),
                "AFSPRAAK_ADDRESS": f"127.0.0.1:{port}",
                "AFSPRAAK_URL": site,
            },
            stdout=file,
            stderr=file,
        )
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{site}/demo/", timeout=5):
                return Site(site, folder / "data", log, process)
        except OSError:
            if process.poll() is not None:
                break
            time.sleep(0.1)
    process.kill()
    raise AssertionError(log.read_text("utf-8"))


def stop(site: Site) -> None:
    """Stops the program as a terminal would."""
    site.process.terminate()
    site.process.wait(timeout=30)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One demo for all tests of a process. What a test changes, another may see."""
    started = start(tmp_path_factory.mktemp("site"))
    yield started
    stop(started)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    opened = chromium.launch()
    yield opened
    opened.close()


@pytest.fixture
def visitor(site: Site, browser: Browser) -> Iterator[Visitor]:
    """An empty page of somebody who is signed in: `visitor("lotte", lang="en", width=360)`."""
    contexts = []

    def visit(
        handle: str,
        *,
        lang: Lang = "nl",
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
        worker: bool = False,
    ) -> Page:
        context = browser.new_context(
            base_url=site.url,
            locale=lang,
            # Each newcomer would install it anew, which takes longer than most tests do.
            service_workers="allow" if worker else "block",
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
        )
        contexts.append(context)
        for address, form in (
            ("/demo/sign-in/", {"person": handle}),
            ("/language/", {"language": lang}),
        ):
            answer = context.request.post(
                address,
                form={"csrfmiddlewaretoken": _token(context, site), **form},
                headers={"Referer": site.url},
                max_redirects=0,
            )
            assert answer.status == 302, answer.text()
        return context.new_page()

    yield visit
    for context in contexts:
        context.close()


def _token(context: BrowserContext, site: Site) -> str:
    """The value by which a form of the site knows its own; for a newcomer one is made."""
    for cookie in context.cookies():
        if cookie["name"] == "csrftoken":
            return cookie["value"]
    context.add_cookies([{"name": "csrftoken", "value": "a" * 32, "url": site.url}])
    return "a" * 32
