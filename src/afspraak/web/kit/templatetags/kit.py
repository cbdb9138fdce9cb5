"""Components: one tag each, arguments by name, values escaped. `/kit/` shows them all."""

from collections.abc import Mapping, Sequence
from typing import Literal

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.http import QueryDict
from django.utils.translation import get_language

from afspraak.web.kit import severity as severities
from afspraak.web.kit import styles
from afspraak.web.kit.component import Values, component

register = template.Library()


@register.simple_tag
def in_language(text: Mapping[str, str]) -> str:
    """A text that exists in both languages, in the page's."""
    return text["en" if (get_language() or "nl").startswith("en") else "nl"]


@register.filter
def first_word(text: str) -> str:
    """The first word of a text: of a name, what people are called."""
    return text.partition(" ")[0]


@component(register)
def stylesheets(*, accent: str = "") -> Values:
    """The style sheets of every page, with the company's own accent colour after them."""
    return {"sheets": styles.SHEETS, "accent": styles.accent_in_address(accent)}


@component(register, around=True)
def notice(*, tone: Literal["info", "good", "care", "stop"], title: str = "") -> Values:
    """A few lines that stand out: to know, done, take care, or stop."""
    return {"tone": tone, "title": title}


@component(register)
def badge(
    *, says: str, tone: Literal["plain", "info", "good", "care", "ask", "stop"] = "plain"
) -> Values:
    """A word about what it stands beside."""
    return {"says": says, "tone": tone}


@component(register)
def severity(*, level: Literal["stop", "ask", "note", "info"]) -> Values:
    """How heavily a rule weighs, in the words of the check."""
    return {"says": severities.WORDS[level], "tone": severities.TONES[level]}


@component(register)
def empty_state(*, title: str, text: str = "", url: str = "", action: str = "") -> Values:
    """What to say where there is nothing yet, and where to go from there."""
    return {"title": title, "text": text, "url": url, "action": action}


@component(register)
def fields(form: BaseForm) -> Values:
    """All fields of a form. After a mistake it opens with a list of what to mend."""
    return {"form": form}


@component(register)
def field(*, of: object) -> Values:
    """One field of a form, for a form that is laid out by hand."""
    return {"field": of}


@component(register)
def mistakes(*, form: BaseForm) -> Values:
    """What to mend in a form, each with a link to its field. `fields` holds it already."""
    return {"form": form}


@component(register, around=True)
def rows(*, caption: str, is_shown: bool = True) -> Values:
    """A table: `thead` and `tbody` stand between the tags.

    On a phone each row becomes a block. A cell says what it is in `data-label`, as its column does.
    """
    return {"caption": caption, "is_shown": is_shown}


@component(register)
def pager(*, page: Page[object], query: QueryDict) -> Values:
    """The way to the page before and after, with what was searched for kept."""

    def to(number: int) -> str:
        asked = query.copy()
        asked["page"] = str(number)
        return f"?{asked.urlencode()}"

    return {
        "page": page,
        "before": to(page.previous_page_number()) if page.has_previous() else "",
        "after": to(page.next_page_number()) if page.has_next() else "",
    }


@component(register)
def steps(*, of: Sequence[str], now: int) -> Values:
    """Where one is in something that takes a few steps; the first step is 1."""
    return {"steps": [{"says": says, "number": at} for at, says in enumerate(of, 1)], "now": now}


@component(register)
def progress(*, label: str, value: int, of: int) -> Values:
    """How many of how many, as a bar and in figures."""
    return {"label": label, "value": value, "of": of}


@component(register)
def trail(*, url: str, says: str) -> Values:
    """The way up: to the page that this one belongs to."""
    return {"url": url, "says": says}


@component(register)
def contact(*, name: str, role: str = "", email: str = "", phone: str = "") -> Values:
    """Somebody to ask, and how."""
    return {"name": name, "role": role, "email": email, "phone": phone}


@component(register)
def copyable(*, text: str, label: str) -> Values:
    """A piece of text to take along. The button is there when the browser can copy."""
    return {"text": text, "label": label}


@component(register, around=True)
def disclosure(*, says: str, is_open: bool = False) -> Values:
    """More for who wants it: one line that opens."""
    return {"says": says, "is_open": is_open}


@component(register)
def choice(
    *, legend: str, name: str, options: Sequence[tuple[str, str]], chosen: str = ""
) -> Values:
    """One of a few, side by side: radio buttons that look like one switch."""
    return {"legend": legend, "name": name, "options": options, "chosen": chosen}
