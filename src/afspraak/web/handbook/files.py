"""The handbook as a file to keep: made once for each edition file, language and format."""

import threading
from functools import lru_cache

from django.utils.text import slugify

from afspraak.diagnostics import Lang
from afspraak.documents import render
from afspraak.web.editions import queries
from afspraak.web.editions.queries import EditionRow

KEPT = 12
"""How many files a process keeps: those of the edition in force and a few more. Half a MB each."""

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
}
NAMES = {"nl": "afspraken", "en": "handbook"}

_one_at_a_time = threading.Lock()


def made(edition: EditionRow, form: str, lang: Lang) -> bytes:
    """The file; making it again for everybody who asks meanwhile would only take longer."""
    with _one_at_a_time:
        return _made(edition, form, lang)


def name(edition: EditionRow, form: str, lang: Lang) -> str:
    """What to call the file: afspraken-bakkerij-jansen-2026.2.nl.pdf."""
    organisation = slugify(queries.protocol_of(edition).organisation.name)
    return "-".join(filter(None, (NAMES[lang], organisation, edition.address))) + f".{lang}.{form}"


@lru_cache(maxsize=KEPT)
def _made(edition: EditionRow, form: str, lang: Lang) -> bytes:
    return render(queries.handbook_of(edition, lang), form)
