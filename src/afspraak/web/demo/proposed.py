"""The edition that is being agreed on: the protocol of today with what is to change."""

import datetime as dt

from afspraak.web.demo import earlier

NUMBER = "2027.1"
HOLDS_FROM = dt.date(2027, 2, 1)
CHANGES: tuple[tuple[str, str], ...] = (
    ('number: "2026.2"', f'number: "{NUMBER}"'),
    ("in_force: 2026-11-02", f"in_force: {HOLDS_FROM}"),
    ("review_by: 2027-11-01", "review_by: 2028-02-01"),
    ("You get an answer within 8 hours.", "You get an answer within 4 hours."),
    ("Je krijgt binnen 8 uur antwoord.", "Je krijgt binnen 4 uur antwoord."),
    ("questions: {answer_within_hours: 8}", "questions: {answer_within_hours: 4}"),
    (
        "        - We never ask you to show us a group.\n",
        "        - We never ask you to show us a group or a chat.\n",
    ),
    (
        "        - Wij vragen je nooit om een groep te laten zien.\n",
        "        - Wij vragen je nooit om een groep of een chat te laten zien.\n",
    ),
)
"""What stands there today, and what is proposed."""

REQUEST = (
    "We willen vragen sneller beantwoorden, en vastleggen dat we nooit een chat te zien vragen."
    " Voor jullie verandert er verder niets. Graag jullie instemming."
)


def proposal() -> bytes:
    """The protocol file that was offered."""
    text = earlier.today().decode()
    for now, then in CHANGES:
        if now not in text:
            raise ValueError(f"the bakery’s protocol no longer says {now!r}")
        text = text.replace(now, then)
    return text.encode()
