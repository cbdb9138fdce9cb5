"""What is shipped to a page: small, pure, and the vendored hash as it was released."""

import gzip
import hashlib
from pathlib import Path

import pytest

from afspraak.engine import page
from gate import packs

FOLDER = Path(page.__file__).parent / "browser"
CORE = ("check.js", "hits.js", "reading.js")
"""Folding, finding and logic. The rest is what some packs ask for, and what a finding says."""
WHOLE = (*CORE, "checks.js", "clocks.js", "findings.js", "known.js", "measures.js", "signs.js")
VENDORED = {
    "LICENSE": "4f221aee6e072336700c408c68ab3b96a3fc09f6aebe6f48f1bd99e5ef13faec",
    "_md.js": "a112f0fe1b15db00f2638618c436a17be1c5e13baf19d02fcc29016ae1db2233",
    "_u64.js": "e48c0cfc10810439a4807b46db136ce603a3fa09b62584f513ef2f3ca496af54",
    "sha2.js": "3ddc587c588283cbceed4dd9929cefcce06a0c231b54d4c6f0f99c478c686c00",
    "utils.js": "11319ec0a8132a0c2ced8c98af33ae9274c001d6baf4f4709c4a6115e031a3c5",
}


def zipped(content: bytes) -> int:
    return len(gzip.compress(content, 9))


def test_the_core_is_under_six_kilobytes() -> None:
    assert zipped(b"".join((FOLDER / name).read_bytes() for name in CORE)) < 6000


def test_all_modules_are_under_sixteen_kilobytes_each_compressed_by_itself() -> None:
    assert sum(zipped((FOLDER / name).read_bytes()) for name in WHOLE) < 16_000


def test_the_bakerys_page_pack_is_under_250_kilobytes() -> None:
    assert zipped(page.page_pack(packs.by_name("bakery")).content) < 250_000


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_of_a_page_or_machine_is_used(name: str) -> None:
    source = (FOLDER / name).read_text("utf-8")

    for word in ("document", "window", "fetch(", "eval(", "Function(", "Date.now", "import("):
        assert word not in source


@pytest.mark.parametrize("name", VENDORED)
def test_vendored_file_is_as_it_was_released(name: str) -> None:
    content = (FOLDER / "vendor/noble-hashes" / name).read_bytes()

    assert hashlib.sha256(content).hexdigest() == VENDORED[name]
