"""The text of mails. A kind of mail is one template, `<feature>/mail/<kind>.md`.

Its first line is the subject. Plain text and HTML are made from the same words; an address to click
on is written as `<{{ url }}/read/>`. A campaign sends the same words to thousands, so a letter is
made once and the receiver's name put in afterwards: a template shows `{{ name }}` and decides
nothing by it. What else there is to say of a kind (what goes with it, when
it is no longer needed) a feature declares in its `mailing.py`.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.template import Context, engines
from django.template.backends.django import DjangoTemplates
from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.module_loading import autodiscover_modules
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt

from afspraak.web.mail.models import OutgoingMail

Values = Mapping[str, object]
Attachment = tuple[str, bytes, str]
Attaching = Callable[[Values], Iterable[Attachment]]
Dropping = Callable[[Sequence[OutgoingMail], dt.datetime], Collection[int]]

_NAME = "\ue000"  # a character that is nobody's: no value and no template has it
_ATTACHING: dict[str, Attaching] = {}
_DROPPING: dict[str, Dropping] = {}


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail's words: a subject, and the same text twice."""

    subject: str
    text: str
    html: str


def write(kind: str, lang: str, values: Values) -> Letter:
    """The mail of `kind` (`reading.asked`) in `lang`, with `values` filled in."""
    name = str(values.get("name", ""))
    others = {key: value for key, value in values.items() if key != "name"}
    site = settings.CONFIG.url.rstrip("/")
    made = _made(kind, lang, json.dumps(others, sort_keys=True), site)
    return Letter(
        # A name with a line break in it adds no header.
        " ".join(made.subject.replace(_NAME, name).split()),
        made.text.replace(_NAME, name),
        made.html.replace(_NAME, escape(name)),
    )


@lru_cache(maxsize=32)
def _made(kind: str, lang: str, values: str, site: str) -> Letter:
    """The mail with a mark where the name goes."""
    feature, _, name = kind.partition(".")
    backend = engines["django"]
    assert isinstance(backend, DjangoTemplates)  # noqa: S101 - settings name no other
    template = backend.get_template(f"{feature}/mail/{name}.md").template
    context = {**json.loads(values), "url": site, "name": _NAME}
    with translation.override(lang):
        # Not escaped: this is plain text, and what is in it is escaped when it becomes HTML.
        made = template.render(Context(context, autoescape=False))
    subject, _, text = made.strip().partition("\n")
    text = text.strip() + "\n"
    # Markdown's own rules keep HTML in a value from being HTML in a mail.
    body = mark_safe(_markdown().render(text))  # noqa: S308
    html = format_html(
        '<!doctype html><html lang="{}"><meta charset="utf-8"><title>{}</title>'
        '<body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 1em auto">{}</body>'
        "</html>",
        lang,
        " ".join(subject.split()),
        body,
    )
    return Letter(subject, text, html)


def message_id(key: str) -> str:
    """The Message-ID of the mail about `key`: the same whenever it is sent."""
    host = urlsplit(settings.CONFIG.url).hostname or "localhost"
    seed = f"{settings.KEYS.audit}{key}".encode()
    return f"<{hashlib.sha256(seed).hexdigest()[:40]}@{host}>"


def attaching(kind: str, make: Attaching) -> None:
    """Has `make` give the attachments of every mail of `kind`: name, bytes, media type."""
    _ATTACHING[kind] = make


def dropping(kind: str, find: Dropping) -> None:
    """Has `find` say, just before mails of `kind` go out, which ones are no longer needed."""
    _DROPPING[kind] = find


def attachments(kind: str, values: Values) -> Iterable[Attachment]:
    """What goes with a mail of `kind`."""
    _discover()
    return _ATTACHING[kind](values) if kind in _ATTACHING else ()


def dropped(mails: Sequence[OutgoingMail], now: dt.datetime) -> Collection[int]:
    """The keys of those mails that need not go out any more."""
    _discover()
    found: set[int] = set()
    for kind in sorted({mail.kind for mail in mails} & set(_DROPPING)):
        found.update(_DROPPING[kind]([mail for mail in mails if mail.kind == kind], now))
    return found


@cache
def _discover() -> None:
    """Reads every feature's `mailing.py`, once."""
    autodiscover_modules("mailing")


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("js-default")
