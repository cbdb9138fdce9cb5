"""A proposal of the bakery that differs from what holds: a clause, a rule more, a rule less."""

from collections.abc import Sequence
from importlib.resources import files

PROTOCOL = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()
SECRETS = ("Zonnebloem", "Nachtschade", "Filiaal Lombok")
"""The terms of the confidential list, as a reader would recognise them."""

_ON_BEHALF = """\
        severity: {severity}
        as: [professional, affiliated, private]
        message:
          en: "This sounds as if Bakkerij Jansen speaks."
"""
_PRICES = """\
  - id: prices
    title: {en: Prices, nl: Prijzen}
    text:
      en: |
        We name prices when they are in the shop.
      nl: |
        We noemen prijzen als ze in de winkel staan.
    rules:
      - id: no-prices-yet
        kind: terms
        severity: note
        terms: [nieuwe prijslijst, new price list]
        as: [corporate]
        message: {en: The prices are not out yet., nl: De prijzen zijn er nog niet.}
        advice: {en: Wait a day., nl: Wacht een dag.}
        examples:
          finds: [Morgen komt de nieuwe prijslijst!]
          clear: [Morgen komt de nieuwe folder!]

"""
_NEXT = "  - id: open-about-job\n"
_CHANGES: Sequence[tuple[str, str]] = (
    ('number: "2026.2"', 'number: "2027.1"'),
    ("in_force: 2026-11-02", "in_force: 2027-02-01"),
    (", consent: 2026-10-08, reference: OR-2026-14", ""),
    ("review_by: 2027-11-01", "review_by: 2028-02-01"),
    ("Are you proud of what we do? Do say so.", "Are you proud of what we do? Please say so."),
    ("Ben je trots op wat we doen?", "Ben je trots op wat we maken?"),
    (_ON_BEHALF.format(severity="ask"), _ON_BEHALF.format(severity="note")),
    ("Nachtschade, Filiaal Lombok]", "Nachtschade, Filiaal Lombok, Oven Zeven]"),
    (_NEXT, _PRICES + _NEXT),
)


def changed() -> bytes:
    """The bakery's next edition, not agreed on yet."""
    text = PROTOCOL.decode()
    for old, new in _CHANGES:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()
