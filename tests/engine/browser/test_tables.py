"""Every code point is read alike in Python and in JavaScript, whatever Unicode each of them has."""

from collections.abc import Callable, Sequence

import pytest

from afspraak.engine import graphemes, signs
from afspraak.engine.fold import standard_folder
from engine import building
from engine.browser.executor import ChromiumExecutor, NodeExecutor

FOLDER = standard_folder()
POINTS = [
    chr(point)
    for first, last in ((0, 0xD7FF), (0xE000, 0x323FF), (0xE0000, 0xE01FF), (0x10FFFE, 0x10FFFF))
    for point in range(first, last + 1)
]
"""All that Unicode 17 assigns, and what lies between; halves of surrogate pairs are no points."""


def sort(point: str) -> str:
    """What a code point is in a folded text."""
    if FOLDER.is_mark(point):
        return "m"
    return "w" if FOLDER.fold(point).text == point and FOLDER.is_word(point) else "-"


HERE: dict[str, Callable[[str], str]] = {
    "folds": lambda point: FOLDER.fold(point).text,
    "sorts": sort,
    "signs": signs.sign,
    "classes": graphemes.class_of,
}


@pytest.fixture(scope="module", params=[NodeExecutor, ChromiumExecutor])
def there(request: pytest.FixtureRequest) -> dict[str, Sequence[str]]:
    """What the modules of the page make of every code point, in order."""
    pack = building.pack_with([{"id": "form", "kind": "format", "severity": "note"}])
    with request.param(pack) as executor:
        told: dict[str, Sequence[str]] = executor.readings_of(POINTS)
        return told


@pytest.mark.parametrize("what", HERE)
def test_every_code_point_is_read_alike(what: str, there: dict[str, Sequence[str]]) -> None:
    differing = [
        (hex(ord(point)), answer)
        for point, answer in zip(POINTS, there[what], strict=True)
        if HERE[what](point) != answer
    ]

    assert not differing, differing[:5]
