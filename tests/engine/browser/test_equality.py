"""The browser executor says exactly what the draft executor says, in Node and in Chromium."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine import findings
from afspraak.engine.draft import Checker
from afspraak.engine.length import cut_at, length_on
from afspraak.engine.networks import all_networks
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from engine import building
from engine.browser.executor import ChromiumExecutor, Executor, NodeExecutor
from gate import packs
from gate.posts import NOW, batch

IN_NODE, IN_CHROMIUM, BATCH = 600, 200, 100
SURROGATE = re.compile("[\ud800-\udfff]")
NETWORKS = (None, "x", "threads", "youtube", "linkedin", "mastodon")
HALF_PAIRS = "pas \ud83d op \ud83d\u200b\ude00 prutsers \ude00! #\ud83dblijebakkersdag \ud83d\u0301"
"""Halves of surrogate pairs: two that folding would bring together, and some by themselves."""


def said(checker: Checker, post: Post, lang: Lang) -> list[dict[str, Any]]:
    """What the draft executor finds, as JavaScript tells it."""
    told = []
    for hit in checker.check(post, now=NOW):
        finding = findings.describe(checker.pack, hit, post.text, lang)
        units = hit.span.utf16(post.text)
        told.append(
            {
                **dataclasses.asdict(finding),
                "part": hit.part,
                "startUtf16": units.start,
                "endUtf16": units.end,
            }
        )
    return told


def assert_equal(executor: Executor, pack: Pack, posts: Sequence[Post], lang: Lang) -> None:
    checker, touched = Checker(pack), 0
    for start in range(0, len(posts), BATCH):
        some = posts[start : start + BATCH]
        for post, found in zip(some, executor.findings_of(some, NOW, lang), strict=True):
            wanted = said(checker, post, lang)
            touched += bool(wanted)

            assert found == wanted, ascii(post)
    assert touched > len(posts) / 10


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", packs.NAMES)
def test_node_says_what_the_draft_says(name: str, lang: Lang) -> None:
    posts = batch(name, 20_000_000 + LANGUAGES.index(lang), IN_NODE).posts

    with NodeExecutor(packs.by_name(name)) as node:
        assert_equal(node, packs.by_name(name), posts, lang)


@pytest.mark.parametrize("name", ["everything", "page", "bakery"])
def test_chromium_says_what_the_draft_says(name: str) -> None:
    posts = batch(name, 30_000_000, IN_CHROMIUM).posts

    with ChromiumExecutor(packs.by_name(name)) as chromium:
        assert_equal(chromium, packs.by_name(name), posts, "en")

        assert chromium.errors == []


@pytest.mark.parametrize("executor", [NodeExecutor, ChromiumExecutor])
def test_half_surrogate_pairs_are_code_points(executor: type[NodeExecutor]) -> None:
    pack = packs.by_name("everything")
    posts = [Post(HALF_PAIRS * times, network=net) for net in NETWORKS for times in (1, 4, 12)]

    with executor(pack) as javascript:
        assert_equal(javascript, pack, posts, "nl")


def test_node_counts_as_every_network_counts() -> None:
    pack = packs.by_name("everything")
    posts = [post.text for post in batch("everything", 40_000_000, IN_NODE).posts]
    texts = [text for text in posts if not SURROGATE.search(text)]
    texts += [" ".join(texts[i : i + 20]) for i in range(0, len(texts), 20)]
    networks = all_networks()

    with NodeExecutor(pack) as node:
        found = node.counted(texts)

    for text, told in zip(texts, found, strict=True):
        wanted = {name: (length_on(name, text), cut_at(name, text)) for name in networks}
        assert told == wanted, ascii(text)
    assert any(cut is not None for told in found for _, cut in told.values())


def test_a_time_may_have_any_zone_or_none() -> None:
    quiet = [{"from": "2026-07-01T11:00", "until": "2026-07-01T21:00"}]
    rule = {"id": "late", "kind": "timing", "severity": "note", "quiet": quiet}
    pack = building.pack_with([rule])
    noon = dt.datetime(2026, 7, 1, 12)  # noqa: DTZ001 - on the organisation's clock
    zones = [dt.timezone(dt.timedelta(hours=hours)) for hours in (-11, -1, 0, 2, 9, 14)]
    posts = [Post("x", at=noon), *(Post("x", at=noon.replace(tzinfo=zone)) for zone in zones)]

    with NodeExecutor(pack) as node:
        assert_equal(node, pack, posts, "nl")
