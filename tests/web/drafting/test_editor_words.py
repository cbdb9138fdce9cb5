"""The editor's own words and small judgements, apart from any page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.documents import markup
from afspraak.engine import kinds
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.model import Clause, Protocol, Rule, TermList
from afspraak.web.drafting.editor import prose
from afspraak.web.drafting.editor.fields import Field, Known, fields_of, of_model
from afspraak.web.drafting.editor.merging import merged
from afspraak.web.drafting.editor.naming import as_name, free
from afspraak.web.drafting.editor.words import choice
from afspraak.web.drafting.views.editor.opening import PARTS

KNOWN = Known(("nl", "en"))


def every_field() -> list[Field]:
    """Each field that any form of the editor has."""
    found = [
        *of_model(Clause, KNOWN, leave=("id", "overruled", "rules")),
        *of_model(Rule, KNOWN, leave=("id", "kind", "examples", "options")),
        *of_model(TermList, KNOWN),
    ]
    for part in PARTS:
        if part != "lists":
            annotation = Protocol.model_fields[part].rebuild_annotation()
            found += fields_of(annotation, "Protocol", part, KNOWN)
    for name, kind in kinds.all_kinds().items():
        found += of_model(kind.options, KNOWN, owner=name)
    return [*found, *(column for field in found for column in field.columns)]


def test_every_field_and_choice_has_words_of_its_own() -> None:
    fields = every_field()
    assert len(fields) > 80
    assert [field.name for field in fields if field.label["nl"] == field.key] == []
    assert [
        (field.name, value)
        for field in fields
        for value in field.choices
        if choice(field.owner, field.key, value)["nl"] == value
    ] == []


_words = st.sampled_from(["een", "twee.", "drie,", "- vier", "1. vijf", "#", "> zes", "|", "`x`"])
_lines = st.lists(_words, max_size=30).map(" ".join)


@given(st.lists(_lines | st.just("") | st.just("    code"), max_size=12).map("\n".join))
def test_flowing_and_broken_text_say_the_same(text: str) -> None:
    for made in (prose.flowing(text), prose.broken(text), prose.broken(prose.flowing(text))):
        assert markup.text(Passage(made, "nl"), 3) == markup.text(Passage(text, "nl"), 3)


_text = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=8).map("\n".join)


@given(_text, _text, _text)
def test_no_line_is_lost_in_bringing_together(base: str, mine: str, theirs: str) -> None:
    both, _fits = merged(base, mine, theirs)
    for text in (mine, theirs):
        new = set(text.split("\n")) - set(base.split("\n"))
        assert new <= set(both.split("\n"))
    assert merged(base, base, theirs) == (theirs, True)
    assert merged(base, mine, base) == (mine, True)
    assert merged(base, mine, mine) == (mine, True)


def test_sentences_of_one_paragraph_go_together() -> None:
    base = "Eerst dit. Dan dat. Ten slotte zo."
    assert merged(
        base,
        "Eerst dit! Dan dat. Ten slotte zo.",
        "Eerst dit. Dan dat. Ten slotte anders.",
        is_prose=True,
    ) == ("Eerst dit! Dan dat. Ten slotte anders.", True)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ons café & meer", "ons-cafe-meer"),
        ("2027: nieuw", "nieuw"),
        ("…", ""),
        ("日本", ""),
        ("a" * 500, "a" * 40),
    ],
)
def test_title_becomes_a_name(typed: str, name: str) -> None:
    assert as_name(typed) == name


def test_name_that_is_taken_gets_a_number() -> None:
    assert [free("a", taken) for taken in (set(), {"a"}, {"a", "a-2"})] == ["a", "a-2", "a-3"]
