"""What grows beside the interview is what the handbook will be."""

import datetime as dt
from collections.abc import Mapping

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol.handbook import handbook
from afspraak.protocol.write import write_protocol
from afspraak.web.drafting import asking, growing
from afspraak.web.drafting.growing import Book, Glance
from afspraak.web.drafting.sources import told

TODAY = dt.date(2026, 11, 23)
TYPED: tuple[Mapping[str, str | list[str]], ...] = (
    {},
    {"people": "1", "languages": "en", "values": ["craft", "open", "together"]},
    {
        "sector": "listed",
        "closed_periods": "2027-01-15 tot 2027-02-10",
        "in_force": "2027-03-01",
        "projects": "Nachtschade",
        "stance": "breaks",
        "where-nl": "Bij Nachtschade, in de hal",
        "where-en": "",
        "manager-name": "Sanne",
        "manager-reach": "winkel",
        "values": [],
        "values-own": "A: b\nC: d\nE: f",
    },
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("typed", TYPED)
def test_it_is_page_one_and_the_contents_of_the_handbook(
    typed: Mapping[str, str | list[str]], lang: Lang
) -> None:
    answers = asking.so_far(typed, {}, name="Bakkerij Jansen", lang="nl").answers
    protocol = told(write_protocol(answers, today=TODAY).encode()).protocol
    assert protocol
    made = handbook(protocol, lang)

    assert growing.book(answers, TODAY, lang) == Book(
        organisation=made.cover.organisation,
        in_force=made.cover.in_force,
        glances=tuple(
            Glance(
                each.label,
                each.headline.text if each.headline else "",
                tuple(line.text for line in each.lines),
            )
            for each in made.cover.glances
        ),
        clauses=tuple(each.title.text for each in made.sections if each.number is not None),
    )


def test_an_answer_tells_which_clauses_it_touched() -> None:
    before, after = (
        asking.so_far(typed, {}, name="Bakkerij Jansen", lang="nl").answers
        for typed in ({}, {"stance": "breaks"})
    )

    assert growing.touched(before, after, "nl") == ["Onder werktijd"]
    assert growing.touched(before, before, "nl") == []
