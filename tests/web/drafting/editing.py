"""A draft that is open in the editor, for tests: who writes, what is in it, and a filled form."""

import html
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.protocol import editing
from afspraak.web.drafting import operations, queries
from afspraak.web.editions.queries import EditionRow
from web.conftest import NOW, PROTOCOL

_FIELD = re.compile(
    r"<textarea[^>]*\bname=\"(?P<area>[^\"]+)\"[^>]*>\n?(?P<text>.*?)</textarea>"
    r"|<input(?P<input>[^>]*)>"
    r"|<select[^>]*\bname=\"(?P<select>[^\"]+)\"[^>]*>(?P<options>.*?)</select>",
    re.DOTALL,
)
KEPT = ("rights", "why", "scope", "confidential", "respect", "work-time")


def _small() -> bytes:
    """The bakery's protocol with a few of its clauses, so that it is judged in a moment."""
    text = PROTOCOL.decode("utf-8")
    clauses = editing.value_at(editing.read(text), ("clauses",))
    assert isinstance(clauses, list)
    kept = [each for each in clauses if each["id"] in KEPT]
    return editing.edit(text, {("clauses",): kept}).encode("utf-8")


SMALL = _small()
Typed = Mapping[str, str | list[str]]


@pytest.fixture
def henk(client_of: Callable[..., Client]) -> Client:
    """Somebody who may write."""
    return client_of(Role.EDITOR, name="Henk de Boer")


@pytest.fixture
def ingrid(client_of: Callable[..., Client]) -> Client:
    """Somebody else who may write."""
    return client_of(Role.EDITOR, name="Ingrid Smit")


@pytest.fixture
def draft(edition: EditionRow) -> uuid.UUID:
    """A draft that says some of what the edition in force says."""
    return start(SMALL)


def start(source: bytes) -> uuid.UUID:
    """A new draft with this file."""
    return operations.start_draft(source=source, now=NOW, actor=None)


def text_of(draft: uuid.UUID) -> str:
    """The draft's file as it is now."""
    row = queries.draft(draft)
    assert row
    return row.source.decode("utf-8")


def at(draft: uuid.UUID, *path: str | int) -> Any:
    """What stands at a path of the draft."""
    return editing.value_at(editing.read(text_of(draft)), path)


def form_of(answer: Any) -> dict[str, list[str]]:
    """Everything that a browser would send of the first form for writing on a page."""
    page = answer.content.decode("utf-8")
    form = page[page.index("data-editor") : page.index("</form>", page.index("data-editor"))]
    found: dict[str, list[str]] = {}
    for match in _FIELD.finditer(form):
        if match["area"]:
            found.setdefault(match["area"], []).append(html.unescape(match["text"]))
        elif match["select"]:
            chosen = re.search(r"<option value=\"([^\"]*)\" selected", match["options"])
            first = re.search(r"<option value=\"([^\"]*)\"", match["options"])
            picked = chosen or first
            found.setdefault(match["select"], []).append(picked[1] if picked else "")
        else:
            _input(match["input"], found)
    return found


def _input(written: str, found: dict[str, list[str]]) -> None:
    name = re.search(r"\bname=\"([^\"]+)\"", written)
    value = re.search(r"\bvalue=\"([^\"]*)\"", written)
    is_box = re.search(r"type=\"(?:checkbox|radio)\"", written)
    if name and (not is_box or re.search(r"\bchecked\b", written)):
        found.setdefault(name[1], []).append(html.unescape(value[1]) if value else "on")


def save(client: Client, address: str, changes: Typed, *, page: Any = None) -> Any:
    """Opens a page (or takes one that was opened), fills some fields in, and saves."""
    opened = page or client.get(address)
    assert opened.status_code in {200, 422}
    return client.post(address.partition("?")[0], {**form_of(opened), **changes})
