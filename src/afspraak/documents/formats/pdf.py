"""The handbook as an accessible PDF (PDF/UA-1), set by typst from `templates/handbook.typ`."""

from dataclasses import asdict

from afspraak.diagnostics import Lang
from afspraak.documents import nodes, prose, typesetting
from afspraak.documents.nodes import Node
from afspraak.protocol.handbook.content import Handbook, Section
from afspraak.protocol.handbook.wording import say

MAX_HEADER_CHARS = 60


def write(handbook: Handbook) -> bytes:
    """The PDF. The same handbook gives the same bytes: its date is the day it comes into force.

    What the fonts that come along cannot show is set in a font of this machine, and as an
    empty square where there is none.
    """
    return typesetting.typeset("handbook", _document(handbook), handbook.in_force)


def _document(handbook: Handbook) -> Node:
    cover, lang = handbook.cover, handbook.lang
    name = cover.organisation
    return {
        "lang": lang,
        "title": cover.title,
        "organisation": name,
        "header": name if len(name) <= MAX_HEADER_CHARS else f"{name[:MAX_HEADER_CHARS].rstrip()}…",
        "edition": cover.edition,
        "in_force": cover.in_force,
        "date": [handbook.in_force.year, handbook.in_force.month, handbook.in_force.day],
        "representation": nodes.line(cover.representation),
        "glances": [
            {
                "label": glance.label,
                "headline": glance.headline and asdict(glance.headline),
                "lines": [
                    nodes.line(passage) | {"link": prose.address(passage.text)}
                    for passage in glance.lines
                ],
            }
            for glance in cover.glances
        ],
        "contents": say("contents", lang),
        "advises": say("check.advises", lang),
        "mark": say("mark", lang, hash=handbook.short_hash),
        "sections": [_section(section, lang) for section in handbook.sections],
    }


def _section(section: Section, lang: Lang) -> Node:
    return {
        "id": section.id,
        "title": asdict(section.title),
        "level": section.level - 1,
        "number": section.number,
        "parts": [nodes.part(part, section.level, lang) for part in section.parts],
    }
