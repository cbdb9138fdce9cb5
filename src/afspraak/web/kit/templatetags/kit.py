"""Components: one tag each, arguments by name, values escaped. `/kit/` shows them all."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def in_language(text: Mapping[str, str]) -> str:
    """A text that exists in both languages, in the page's."""
    return text["en" if (get_language() or "nl").startswith("en") else "nl"]
