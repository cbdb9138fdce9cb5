"""The edition that is still being written: what was offered, with something for the summer."""

import datetime as dt

from afspraak.web.demo import proposed

NUMBER = "2027.2"
HOLDS_FROM = dt.date(2027, 7, 1)
CHANGES: tuple[tuple[str, str], ...] = (
    (f'number: "{proposed.NUMBER}"', f'number: "{NUMBER}"'),
    (f"in_force: {proposed.HOLDS_FROM}", f"in_force: {HOLDS_FROM}"),
    ("review_by: 2028-02-01", "review_by: 2028-07-01"),
    (", consent: 2026-10-08, reference: OR-2026-14}", "}"),
    ("maar niet achter de toonbank.", "maar niet achter de toonbank of op het terras."),
    ("but not behind the counter.", "but not behind the counter or on the terrace."),
)
"""What stands in what was offered, and what the editor has made of it so far."""


def draft() -> bytes:
    """The draft as it is now."""
    text = proposed.proposal().decode()
    for was, is_ in CHANGES:
        if was not in text:
            raise ValueError(f"the bakery’s protocol no longer says {was!r}")
        text = text.replace(was, is_)
    return text.encode()
