"""The handbook of a protocol as the interview writes it, with the whole clause library."""

import datetime as dt
from functools import cache

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.documents import render
from afspraak.engine.kinds import options_of_kinds
from afspraak.protocol.handbook import handbook
from afspraak.protocol.interview import defaults
from afspraak.protocol.loader import load
from afspraak.protocol.model import Protocol
from afspraak.protocol.write import write_protocol


@cache
def protocol() -> Protocol:
    written = write_protocol(defaults("Bakkerij Jansen"), today=dt.date(2026, 11, 22))
    return load(written, kinds=options_of_kinds())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_in_the_readers_language_and_filled_in(lang: Lang) -> None:
    text = render(handbook(protocol(), lang), "md").decode()
    page = render(handbook(protocol(), lang), "html").decode()

    assert "{" not in text
    assert 'class="prose" lang=' not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_whole_library_makes_a_pdf_and_a_word_document(lang: Lang) -> None:
    book = handbook(protocol(), lang)

    assert render(book, "pdf").startswith(b"%PDF-")
    assert render(book, "docx").startswith(b"PK")
