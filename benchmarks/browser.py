"""One post at a time in Chromium, with the module a page loads and the pack made for a page.

The page is isolated from other origins, so that its clock ticks every five microseconds; short
calls are repeated between two ticks.
"""

import gzip
import re
import shutil
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from afspraak.engine import page
from benchmarks import packs
from benchmarks.serve import UnableToMeasure
from benchmarks.timing import Outcome, Runs, percentiles

SCRIPT = Path(__file__).with_name("browser.js")
MODULES = Path(page.__file__).parent / "browser"
CORE = ("check.js", "hits.js", "reading.js")
"""Folding, finding and logic; the other modules are for single kinds of rule and for wording."""
ORIGIN = "http://localhost/"
PAGE = '<!doctype html><title>Benchmark</title><script type="module" src="/bench.js"></script>'
ISOLATED = {
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
}
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")


def prepare(task: dict[str, Any]) -> Runs:
    """A round over the posts, and what a page must fetch, in bytes after gzip."""
    from playwright.sync_api import Route, sync_playwright  # noqa: PLC0415

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise UnableToMeasure("there is no Chromium on this machine")
    pack = page.page_pack(packs.read(task["pack"])).content
    posts = pq.read_table(task["posts"])["text"].to_pylist()

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN)
        if not name:
            route.fulfill(body=PAGE, content_type="text/html", headers=ISOLATED)
        elif name == "pack.json":
            route.fulfill(body=pack, content_type="application/json")
        else:
            path = SCRIPT if name == "bench.js" else MODULES / name.removeprefix("browser/")
            route.fulfill(path=path, content_type="text/javascript", headers=ISOLATED)

    browser = sync_playwright().start().chromium.launch(executable_path=chromium, args=list(QUIET))
    window = browser.new_page()
    window.route("**/*", serve)
    window.goto(ORIGIN)
    window.wait_for_function("() => globalThis.round !== undefined")
    about = window.evaluate("now => start(now)", packs.NOW.isoformat())
    sizes = {"pack_bytes": len(pack), "pack_gzip": zipped(pack), **module_sizes()}
    if not window.evaluate("crossOriginIsolated"):
        raise UnableToMeasure("the clock of this Chromium ticks too slowly")
    best: list[float] = []

    def check() -> Outcome:
        nonlocal best
        told = window.evaluate("given => round(given)", [posts, task["attempts"], task["repeat"]])
        best = [min(pair) for pair in zip(best or told["best"], told["best"], strict=True)]
        spent = {"cpu": 0.0, "wall": told["seconds"], "items": len(posts)}
        return {**spent, **about, **sizes, **percentiles(best, best, told["once"])}

    return {"browser": check}


def module_sizes() -> dict[str, int]:
    """What `check.js` needs: its core as one file, and all it loads but the hash it vendors."""
    names, seen = ["check.js"], {}
    while names:
        name = names.pop()
        if name not in seen:
            source = (MODULES / name).read_bytes()
            seen[name] = zipped(source)
            folder = Path(name).parent
            found = re.findall(rb'^(?:import|export)\b[^;]*?from "(\./[^"]+)"', source, re.M)
            names += [str(folder / each.decode()) for each in found]
    core = zipped(b"".join((MODULES / name).read_bytes() for name in CORE))
    own = sum(size for name, size in seen.items() if not name.startswith("vendor/"))
    return {"core_gzip": core, "modules_gzip": own}


def zipped(content: bytes) -> int:
    """How many bytes travel."""
    return len(gzip.compress(content, 9, mtime=0))
