"""Runs the browser executor from Python: in Node, and in Chromium under a strict policy.

Both take a pack and posts, and give what `check.js` says. A pack without the engine's tables gets
them first, so that server packs run too.
"""

import datetime as dt
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from playwright.sync_api import Route

import chromium
from afspraak.diagnostics import Lang
from afspraak.engine import page
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post

HERE = Path(__file__).parent
MODULES = Path(page.__file__).parent / "browser"
NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)

Findings = list[dict[str, Any]]
Placed = list[tuple[str, int, int]]


class Executor:
    """What both have in common: batches of posts in, findings out."""

    def __init__(self, pack: Pack) -> None:
        self._pack = (pack if "facts" in pack.data else page.with_facts(pack)).content.decode()

    def check_many(self, posts: Sequence[Post], now: dt.datetime = NOW) -> list[Placed]:
        """For each post the rules with their stretch in code points, by place and then rule."""
        return [placed(each) for each in self.findings_of(posts, now)]

    def findings_of(
        self, posts: Sequence[Post], now: dt.datetime = NOW, lang: Lang = "nl"
    ) -> list[Findings]:
        """For each post the findings as JavaScript gives them."""
        batch = {"posts": [as_json(post, now) for post in posts], "lang": lang}
        found: list[Findings] = json.loads(self._ask(json.dumps(batch)))
        return found

    def readings_of(self, points: Sequence[str]) -> dict[str, Sequence[str]]:
        """What the modules make of code points: see points.js."""
        told: dict[str, Sequence[str]] = json.loads(self._ask(json.dumps({"points": points})))
        return told

    def counted(self, texts: Sequence[str]) -> list[dict[str, tuple[int, int | None]]]:
        """For each text what it counts on each network, and where it would be cut; Node only."""
        told = json.loads(self._ask(json.dumps({"counted": texts})))
        return [{name: (used, cut) for name, (used, cut) in each.items()} for each in told]

    def _ask(self, batch: str) -> str:
        raise NotImplementedError


class NodeExecutor(Executor):
    """The executor in Node, for as long as the context lasts."""

    def __enter__(self) -> Self:
        self._node = subprocess.Popen(
            ["node", str(HERE / "run.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._send(self._pack)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._node.communicate()

    def _ask(self, batch: str) -> str:
        self._send(batch)
        assert self._node.stdout is not None
        answer = self._node.stdout.readline()
        assert answer, "Node stopped; its error stands above"
        return answer

    def _send(self, line: str) -> None:
        assert self._node.stdin is not None
        self._node.stdin.write(f"{line}\n")
        self._node.stdin.flush()


class ChromiumExecutor(Executor):
    """The executor in a page of Chromium that may run nothing but modules of its own origin."""

    def __enter__(self) -> Self:
        self._browser = chromium.launch()
        self._page = self._browser.new_page()
        self.errors: list[str] = []
        self._page.on("pageerror", lambda error: self.errors.append(str(error)))
        self._page.on("console", lambda message: self.errors.append(message.text))
        self._page.route("**/*", _serve)
        self._page.goto(ORIGIN)
        self._page.wait_for_function("() => globalThis.usePack !== undefined")
        self._page.evaluate("pack => usePack(pack)", self._pack)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._browser.close()

    def _ask(self, batch: str) -> str:
        answer: str = self._page.evaluate("batch => answer(batch)", batch)
        return answer


ORIGIN = "http://page.test/"
POLICY = "default-src 'none'; script-src 'self'"
PAGE = '<!doctype html><title>Test</title><script type="module" src="/page.js"></script>'


def _serve(route: Route) -> None:
    """Answers from the disk: the page, its script, and the modules under /browser/."""
    name = route.request.url.removeprefix(ORIGIN)
    headers = {"content-security-policy": POLICY}
    if not name:
        route.fulfill(body=PAGE, content_type="text/html", headers=headers)
    elif name in {"page.js", "points.js"}:
        route.fulfill(path=HERE / name, content_type="text/javascript", headers=headers)
    elif name.startswith("browser/"):
        path = MODULES / name.removeprefix("browser/")
        route.fulfill(path=path, content_type="text/javascript", headers=headers)
    else:
        route.abort()


def as_json(post: Post, now: dt.datetime) -> dict[str, Any]:
    """A post as the page gives it."""
    return {
        "text": post.text,
        "as": post.as_,
        "network": post.network,
        "at": post.at and post.at.isoformat(),
        "media": [
            {"alt": each.alt, "gps": each.gps, "people_asked": each.people_asked}
            for each in post.media
        ],
        "now": now.isoformat(),
    }


def placed(findings: Findings) -> Placed:
    """The rules with their stretch, by place and then rule."""
    found = [(each["rule"], each["start"], each["end"]) for each in findings]
    return sorted(found, key=lambda each: (each[1], each[2], each[0]))
