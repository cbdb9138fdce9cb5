"""The rule pack: the same bytes everywhere, and nothing confidential in the page's pack."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from afspraak.engine import compiler, kinds, pack, page
from afspraak.protocol import loader
from engine import building

BAKERY = Path(__file__).parents[2] / "examples/bakery.yaml"
PRINT_HASH = """
import sys
from pathlib import Path
from afspraak.engine import compiler, kinds
from afspraak.protocol import loader
content = Path(sys.argv[1]).read_bytes()
print(compiler.compile_pack(loader.load(content, kinds=kinds.options_of_kinds())).hash)
"""


def bakery_pack() -> pack.Pack:
    protocol = loader.load(BAKERY.read_bytes(), kinds=kinds.options_of_kinds())
    return compiler.compile_pack(protocol)


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_pack_is_the_same_in_another_process_with_another_hash_seed(seed: str) -> None:
    printed = subprocess.run(
        [sys.executable, "-c", PRINT_HASH, str(BAKERY)],
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    )

    assert printed.stdout.strip() == bakery_pack().hash


def test_pack_survives_writing_and_reading() -> None:
    made = bakery_pack()

    assert pack.read(made.content).hash == made.hash


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'{"format": 2}', b"\xff"])
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any ValueError sends the caller to compiling
        pack.read(content)


def test_page_pack_holds_no_confidential_word_in_any_spelling() -> None:
    lists = {"geheim": {"confidential": True, "terms": ["Project Zonnebloem", "Nachtschade"]}}
    rules = [{"id": "geheim", "kind": "terms", "severity": "stop", "lists": ["geheim"]}]
    server = building.pack_with(rules, lists=lists)
    content = page.page_pack(server).content.lower()

    assert b"zonnebloem" in server.content
    assert b"zonnebloem" not in content
    assert b"nachtschade" not in content


def test_both_packs_name_the_same_protocol() -> None:
    made = bakery_pack()

    assert page.page_pack(made).data["protocol"] == made.data["protocol"]


def test_confidential_terms_refuse_what_cannot_be_hashed() -> None:
    lists = {"geheim": {"confidential": True, "terms": ["Zonnebloem"]}}
    rule = {"id": "geheim", "kind": "terms", "severity": "stop", "lists": ["geheim"]}

    with pytest.raises(compiler.UnableToCompileProtocol) as refused:
        building.pack_with([{**rule, "exact": "case"}], lists=lists)
    assert refused.value.problems[0][0] == ("clauses", 0, "rules", 0, "exact")
