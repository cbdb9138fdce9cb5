"""What agreeing writes into the protocol file: from when it holds, and what the staff said.

People do not sign these, so the text hash stays as it was.
"""

import datetime as dt
from collections.abc import Mapping

from django.utils import formats, translation

from afspraak.decisions.agreeing import Answer, Ground
from afspraak.diagnostics import Lang, Text
from afspraak.protocol import editing
from afspraak.protocol.model import Protocol
from afspraak.web.agreeing.queries import OutcomeRow

Facts = Mapping[str, editing.Value]


def agreed(protocol: Protocol, *, body: str, outcome: OutcomeRow, before: Protocol | None) -> Facts:
    """What the file says of the staff, in its own keys."""
    match Answer(outcome.answer):
        case Answer.CONSENT | Answer.CONDITIONS:
            held: dict[str, editing.Value] = {"body": body, "consent": outcome.on}
            return held | ({"reference": outcome.reference} if outcome.reference else {})
        case Answer.PERMISSION:
            return {"body": "none", "reason": _plain(_judge(outcome, protocol))}
    if outcome.ground == Ground.SAME_TEXT and before is not None:
        spoke = before.edition.representation
        held = {"body": spoke.body}
        held |= {"consent": spoke.consent} if spoke.consent else {}
        held |= {"reference": spoke.reference} if spoke.reference else {}
        return held | ({"reason": _plain(spoke.reason)} if spoke.reason else {})
    if outcome.ground == Ground.COLLECTIVE:
        return {"body": "none", "reason": _plain(_collective(outcome, protocol))}
    return {"body": "none"} | ({"reason": outcome.says} if outcome.says else {})


def written(source: bytes, *, holds_from: dt.date, agreed: Facts) -> bytes:
    """The file with these facts in it. Raises `UnableToEdit` when its layout does not allow it."""
    text = source.decode()
    changes: dict[tuple[str | int, ...], editing.Value] = {
        ("edition", "in_force"): holds_from,
        ("edition", "representation"): agreed,
    }
    return editing.edit(text, changes).encode()


def holding(source: bytes, holds_from: dt.date) -> bytes:
    """The file with the day on which it came to hold."""
    return editing.edit(source.decode(), {("edition", "in_force"): holds_from}).encode()


def overruled(source: bytes, *, clause: str, code: str, reason: str) -> bytes:
    """The file with the reason why a passage of a clause stays."""
    path: tuple[str | int, ...] = ("clauses", clause, "overruled", code)
    return editing.edit(source.decode(), {path: reason}).encode()


def _plain(words: Text) -> Mapping[str, editing.Value]:
    return {str(lang): text for lang, text in words.items()}


def _judge(outcome: OutcomeRow, protocol: Protocol) -> Text:
    return _in_languages(
        {
            "nl": "De kantonrechter gaf op {date} toestemming ({reference}), nadat het personeel "
            "niet had ingestemd.",
            "en": "The judge gave permission on {date} ({reference}), after the staff had not "
            "consented.",
        },
        outcome,
        protocol,
    )


def _collective(outcome: OutcomeRow, protocol: Protocol) -> Text:
    return _in_languages(
        {
            "nl": "Een cao regelt dit al ({reference}): {says}",
            "en": "A collective agreement settles this already ({reference}): {says}",
        },
        outcome,
        protocol,
    )


def _in_languages(words: Text, outcome: OutcomeRow, protocol: Protocol) -> Text:
    return {
        lang: words[lang].format(
            date=_day(outcome.on, lang), reference=outcome.reference, says=outcome.says
        )
        for lang in protocol.languages
    }


def _day(day: dt.date, lang: Lang) -> str:
    with translation.override(lang):
        return formats.date_format(day, "j F Y")
