"""Key press to mark in the check page, in Chromium: `python -m benchmarks.web.check`.

Real key presses in the real page of a running server, which gets a pack of as many rules as asked
for. Each press ends a term that must then be marked. Measured is from the moment that the browser
gives the key to the moment that the frame with the mark in it was drawn. The browser draws as often
as it can, so no waiting for a screen is in it. Also: what a first visit fetches, in bytes as sent.

Run it on a quiet machine with Chromium; `python -m benchmarks.web.run` measures the other pages.
Each writes its results into this folder.
"""

import argparse
import datetime as dt
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, Route, sync_playwright

from afspraak.engine import page as pages
from afspraak.web.checks.script import pack_script
from benchmarks import compiled, corpus, machine
from benchmarks.web import seeding

HERE = Path(__file__).parent
ADDRESS = "127.0.0.1:8767"
SITE = f"http://{ADDRESS}"
START_SECONDS = 60
FRAME_MS = 16.0
"""A mark must be there within a frame of a screen that shows sixty a second, at p95."""
MOST_KB = 150
"""A first visit may fetch so much, without the pack."""
WARM = 10
SETTLE_MS = 80
READY = "[data-check][data-ready]"
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-frame-rate-limit",
    "--disable-gpu-vsync",
)


def main() -> None:
    """Measures, prints, and writes check.json beside this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rules", type=int, default=3_000)
    parser.add_argument("--chars", type=int, nargs="+", default=[280, 10_000])
    parser.add_argument("--presses", type=int, default=200)
    parser.add_argument("--output", type=Path, default=HERE / "check.json")
    asked = parser.parse_args()
    results: dict[str, Any] = {
        "measured_on": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": machine.machine(),
        "rules": asked.rules,
        "presses": asked.presses,
    }
    terms = corpus.terms(asked.rules)
    script = pack_script(pages.page_pack(compiled.of_terms(asked.rules)).data)
    with tempfile.TemporaryDirectory() as folder, _visitor(Path(folder)) as context:
        results["first_visit"] = _first_visit(context)
        context.route("**/check/pack/*.js", lambda route: _give(route, script))
        for chars in asked.chars:
            for name, between in _BETWEEN.items():
                page = _opened(context)
                took = _presses(page, terms, (chars, between), asked.presses)
                late = int(page.evaluate("long.length"))
                results[f"{chars}_chars{name}"] = {**_told(took), "tasks_over_50_ms": late}
    asked.output.write_text(json.dumps(results, indent=2) + "\n", "utf-8")
    print(json.dumps(results, indent=2))


_BETWEEN = {"": "\n", "_in_one_paragraph": " "}


def _presses(page: Page, terms: Sequence[str], size: tuple[int, str], count: int) -> list[float]:
    """Milliseconds of each press that ended a term, in a text of so many characters."""
    chars, between = size
    page.evaluate((HERE / "check.js").read_text("utf-8"))
    text = between.join(corpus.posts(2 + chars // 60, ()))
    took = []
    for number in range(count + WARM):
        term = terms[number % len(terms)]
        before = text[number % 40 :][: chars - len(term) - 2].rsplit(" ", 1)[0]
        page.evaluate("countNoMore()")
        page.locator("[data-text]").fill(f"{before}{between}{term[:-1]}")
        page.wait_for_timeout(SETTLE_MS)
        page.evaluate("isCounted => expectKey(isCounted)", number >= WARM)
        page.keyboard.press(term[-1])
        told = page.evaluate("answer")
        took.append(told["ms"])
        page.wait_for_timeout(SETTLE_MS)
    return took[WARM:]


def _told(took: Sequence[float]) -> Mapping[str, float]:
    ordered = sorted(took)
    at = {name: ordered[int(share * (len(ordered) - 1))] for name, share in _SHARES.items()}
    return {**{name: round(ms, 2) for name, ms in at.items()}, "within": FRAME_MS}


_SHARES = {"p50_ms": 0.5, "p95_ms": 0.95, "p99_ms": 0.99}


def _first_visit(context: BrowserContext) -> Mapping[str, int]:
    """Bytes as sent, headers and all, of the page with all that it loads; and of the pack."""
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    names: dict[str, str] = {}
    sent: dict[str, int] = {}
    devtools.on(
        "Network.responseReceived",
        lambda event: names.__setitem__(event["requestId"], event["response"]["url"]),
    )
    devtools.on(
        "Network.loadingFinished",
        lambda event: sent.__setitem__(event["requestId"], int(event["encodedDataLength"])),
    )
    page.goto("/check/")
    page.wait_for_selector(READY)
    page.wait_for_timeout(500)
    pack = sum(size for each, size in sent.items() if "/check/pack/" in names.get(each, ""))
    page.close()
    return {"bytes": sum(sent.values()) - pack, "pack_bytes": pack, "at_most": MOST_KB * 1000}


def _opened(context: BrowserContext) -> Page:
    page = context.new_page()
    page.goto("/check/")
    page.wait_for_selector(READY)
    return page


def _give(route: Route, script: bytes) -> None:
    route.fulfill(body=script, content_type="text/javascript")


@contextmanager
def _visitor(folder: Path) -> Iterator[BrowserContext]:
    """Somebody who is signed in at a server of their own."""
    data = folder / "data"
    session = seeding.seed(data, ADDRESS, persons=1, protocols=1)
    server = subprocess.Popen(
        [sys.executable, "-m", "afspraak", "serve"],
        env={
            **os.environ,
            "AFSPRAAK_DATA": str(data),
            "AFSPRAAK_ADDRESS": ADDRESS,
            "AFSPRAAK_URL": SITE,
            "AFSPRAAK_WORKER": "false",
        },
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"{SITE}/manifest.webmanifest")
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
            context = browser.new_context(base_url=SITE, service_workers="block")
            context.add_cookies([{"name": "session", "value": session, "url": SITE}])
            yield context
            browser.close()
    finally:
        server.terminate()
        server.wait(timeout=30)


def _wait_for(url: str) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 - our own address
                return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
