"""Nothing that Hypothesis thinks of breaks the loader, the fold, the pack reader or an executor."""

import contextlib
import datetime as dt
import json
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from afspraak.engine import compiler, fold, kinds, networks, pack
from afspraak.engine.compiler import UnableToCompileProtocol
from afspraak.engine.post import POST_AS, Post
from afspraak.protocol import loader
from afspraak.protocol.problems import UnableToLoad
from engine.reference import Reference
from engine.reference_reading import Reading
from gate import executors, packs
from gate.executors import Executor
from gate.oddities import ODD
from gate.posts import NOW
from gate.texts import case_texts

PIECES = st.sampled_from(ODD["yaml"]) | st.just("\ud800")


@st.composite
def broken_protocols(draw: st.DrawFn) -> str:
    """The bakery's protocol with some pieces taken out, put in or put elsewhere."""
    text = packs.BAKERY.read_text("utf-8")
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(text)))
        last = min(len(text), first + draw(st.sampled_from([0, 0, 1, 5, 40, 400])))
        middle = draw(st.one_of(PIECES, st.just(text[first:last] * 2), st.text(max_size=8)))
        text = text[:first] + middle + text[last:]
    return text


@given(st.one_of(broken_protocols(), st.lists(PIECES, max_size=30).map("".join), st.text()))
@example("[" * 5000)
@example("a: " * 5000)
@example("afspraak: 1\n" * 3)
@settings(max_examples=150)
def test_loader_says_what_is_wrong_and_never_breaks(text: str) -> None:
    with contextlib.suppress(UnableToLoad, UnableToCompileProtocol):
        protocol = loader.load(text, kinds=kinds.options_of_kinds(), networks=networks.names())
        compiler.compile_pack(protocol)


@given(st.binary(max_size=200))
@settings(max_examples=150)
def test_loader_takes_any_bytes(content: bytes) -> None:
    with pytest.raises(UnableToLoad):
        loader.load(content, kinds=kinds.options_of_kinds(), networks=networks.names())


@given(st.text() | st.sampled_from(case_texts()))
@example("\u0301a\u0301ß\u0301ﬃ\u200b\u0301")
@example("ﷺ\u200dﷺ")
def test_every_folded_stretch_leads_back_to_what_it_came_from(text: str) -> None:
    folded, reading = fold.fold(text), Reading(text)

    assert folded.text == reading.text
    for start in range(min(len(folded.text), 25)):
        for end in range(start + 1, min(len(folded.text), start + 25) + 1):
            span = folded.span(start, end)

            assert (span.start, span.end) == reading.original_span(start, end)
            assert folded.text[start:end] in fold.fold(text[span.start : span.end]).text


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold.fold(text).text

    assert fold.fold(folded).text == folded


@given(st.binary() | st.text().map(str.encode) | st.just(b"[" * 20_000))
def test_pack_reader_refuses_what_is_no_pack(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        pack.read(content)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(JSON)
def test_pack_reader_refuses_any_other_json(value: object) -> None:
    with pytest.raises(ValueError, match=r"^not a rule pack of format 1$"):
        pack.read(json.dumps(value).encode())


@cache
def reference() -> Reference:
    return Reference(packs.by_name("everything"))


@cache
def executor(name: str) -> Executor:
    return executors.ALL[name](packs.by_name("everything"))


YEARS = (dt.datetime(1971, 1, 1), dt.datetime(2100, 1, 1))  # noqa: DTZ001 - local times too
POSTS = st.builds(
    Post,
    text=st.text(max_size=80),
    as_=st.sampled_from(POST_AS),
    network=st.sampled_from([None, *networks.names()]),
    at=st.none() | st.datetimes(*YEARS),
)


@pytest.mark.parametrize("name", executors.ALL)
@given(posts=st.lists(POSTS, min_size=1, max_size=5))
@settings(max_examples=60)
def test_executors_agree_on_any_text(name: str, posts: list[Post]) -> None:
    expected = [sorted(reference().check(post, NOW)) for post in posts]

    for wanted, found in zip(expected, executor(name)(posts, NOW), strict=True):
        if found is not None:
            assert sorted(found) == wanted
