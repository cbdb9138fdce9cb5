"""Components: one tag each, arguments by name, values escaped. `/kit/` shows them all."""

from collections.abc import Mapping
from typing import Literal

from django import template
from django.forms import BaseForm
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
