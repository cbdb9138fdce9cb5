"""Cells of a section: a value as people read it."""

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django import template
from django.utils.translation import get_language

from afspraak.diagnostics import Lang
from afspraak.protocol.handbook.wording import say_date
from afspraak.web.contributions import Section
from afspraak.web.organisation import queries as organisation

register = template.Library()

Value = str | int | bool | None
Cell = tuple[str, str]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:?\d\d|Z)?")


@register.simple_tag
def cells(section: Section, row: Mapping[str, Value]) -> list[Cell]:
    """The cells of a row in the order of the section's labels, each with its label."""
    lang: Lang = "en" if (get_language() or "nl").startswith("en") else "nl"
    zone = ZoneInfo(organisation.chosen().timezone)
    return [
        (label[lang], word[lang] if word else said(row.get(key), lang, zone))
        for key, label in section.labels.items()
        for word in (section.words.get(key, {}).get(str(row.get(key))),)
    ]


def said(value: Value, lang: Lang, zone: ZoneInfo) -> str:
    """Yes and no in words, days and moments as dates, nothing as a dash."""
    if isinstance(value, bool):
        return {"nl": ("nee", "ja"), "en": ("no", "yes")}[lang][value]
    text = "–" if value is None or value == "" else str(value)
    try:
        if _DAY.fullmatch(text):
            return say_date(dt.date.fromisoformat(text), lang)
        if _MOMENT.fullmatch(text):
            at = dt.datetime.fromisoformat(text)
            here = at.astimezone(zone) if at.tzinfo else at
            return f"{say_date(here.date(), lang)}, {here:%H:%M}"
    except ValueError:
        pass  # it only looks like a date
    return text
