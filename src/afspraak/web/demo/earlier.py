"""The edition before: the protocol of today with what changed since then turned back."""

import datetime as dt
from importlib.resources import files
from zoneinfo import ZoneInfo

_ZONE = ZoneInfo("Europe/Amsterdam")
BEFORE_STARTS = dt.datetime(2026, 1, 5, tzinfo=_ZONE)
TODAY_STARTS = dt.datetime(2026, 11, 2, tzinfo=_ZONE)

CHANGES: tuple[tuple[str, str], ...] = (
    ('number: "2026.2"', 'number: "2026.1"'),
    ("in_force: 2026-11-02", "in_force: 2026-01-05"),
    (
        "{body: or, consent: 2026-10-08, reference: OR-2026-14}",
        "{body: or, consent: 2025-12-04, reference: OR-2025-21}",
    ),
    ("review_by: 2027-11-01", "review_by: 2026-11-02"),
    ("stance: reasonable", "stance: breaks"),
    (
        (
            "        A quick look or a quick post is fine, also while you work. See to it that"
            " your work and your\n"
            "        team do not suffer. There are no more rules than that.\n"
        ),
        (
            "        A quick look or a quick post is for your break. While you work, your phone"
            " stays in your\n        locker.\n"
        ),
    ),
    (
        (
            "        Even kijken of even iets plaatsen mag, ook onder werktijd. Zorg dat je werk"
            " en je collega's\n"
            "        er geen last van hebben. Meer regels zijn er niet.\n"
        ),
        (
            "        Even kijken of even iets plaatsen doe je in je pauze. Onder het werk blijft"
            " je telefoon in\n        je kluisje.\n"
        ),
    ),
    ("        - We never ask you to show us a group.\n", ""),
    ("        - Wij vragen je nooit om een groep te laten zien.\n", ""),
    ("You get an answer within 8 hours.", "You get an answer within 24 hours."),
    ("Je krijgt binnen 8 uur antwoord.", "Je krijgt binnen 24 uur antwoord."),
    ("{answer_within_hours: 8}", "{answer_within_hours: 24}"),
    (
        """      - id: discount-code
        kind: terms
        severity: note
""",
        """      - id: discount-code
        kind: terms
        severity: ask
""",
    ),
)
"""What stands there today, and what stood there before."""

NEW_CLAUSES: tuple[tuple[str, str], ...] = (("ai-content", "work-time"),)
"""Clauses that were not there yet, each with the clause that follows it."""


def today() -> bytes:
    """The protocol in force."""
    return files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()


def before() -> bytes:
    """The edition before it."""
    text = today().decode()
    for now, then in CHANGES:
        text = text.replace(now, then)
    for clause, following in NEW_CLAUSES:
        start, end = (text.index(f"  - id: {name}\n") for name in (clause, following))
        text = text[:start] + text[end:]
    return text.encode()
