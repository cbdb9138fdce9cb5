"""The posts that a person tries: made from the edition in force, the same ones every time."""

import datetime as dt
import uuid
from collections.abc import Sequence
from functools import lru_cache

from afspraak.decisions import practice
from afspraak.decisions.practice import Exercise
from afspraak.diagnostics import Lang
from afspraak.engine.draft import Checker
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow

KEPT = 8


def exercises_for(
    person: uuid.UUID, edition: EditionRow, lang: Lang, now: dt.datetime
) -> Sequence[Exercise]:
    """Three posts at most. Nothing of them is kept: they follow from the person and the text."""
    return practice.chosen(_all(edition, lang, now.date()), f"{person} {edition.text_hash}")


@lru_cache(maxsize=KEPT)
def _all(edition: EditionRow, lang: Lang, day: dt.date) -> tuple[Exercise, ...]:
    checker = Checker(editions.pack_of(edition))
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return practice.exercises(editions.protocol_of(edition), practice.Reader(checker, lang, noon))
