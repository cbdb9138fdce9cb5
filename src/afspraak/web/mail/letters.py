"""The text of mails. A kind of mail is one template, `<feature>/mail/<kind>.md`.

Its first line is the subject. Plain text and HTML are made from the same words.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

Values = Mapping[str, object]
Attachment = tuple[str, bytes, str]

_ATTACHING: dict[str, Callable[[Values], Iterable[Attachment]]] = {}


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words: a subject, and the same text twice."""

    subject: str
    text: str
    html: str


def write(kind: str, lang: str, values: Values) -> Letter:
    """The mail of `kind` (`reading.asked`) in `lang`, with `values` filled in."""
    feature, _, name = kind.partition(".")
    with translation.override(lang):
        made = render_to_string(
            f"{feature}/mail/{name}.md", {**values, "url": settings.CONFIG.url.rstrip("/")}
        )
    subject, _, text = made.strip().partition("\n")
    text = text.strip() + "\n"
    # Markdown's own rules keep HTML in a value from being HTML in a mail.
    body = mark_safe(MarkdownIt("js-default").render(text))  # noqa: S308
    html = format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title>'
        "<body>{}</body></html>",
        lang,
        subject,
        body,
    )
    return Letter(subject.strip(), text, html)


def message_id(key: str) -> str:
    """The Message-ID of the mail about `key`: the same whenever it is sent."""
    host = urlsplit(settings.CONFIG.url).hostname or "localhost"
    seed = f"{settings.KEYS.audit}{key}".encode()
    return f"<{hashlib.sha256(seed).hexdigest()[:40]}@{host}>"


def attaching(kind: str, make: Callable[[Values], Iterable[Attachment]]) -> None:
    """Has `make` give the attachments of every mail of `kind`: name, bytes, media type."""
    _ATTACHING[kind] = make


def attachments(kind: str, values: Values) -> Iterable[Attachment]:
    """What goes with a mail of `kind`."""
    return _ATTACHING[kind](values) if kind in _ATTACHING else ()
