"""A proposal of the bakery that differs from what holds: a clause, a rule more, a rule less."""

from collections.abc import Sequence
from importlib.resources import files

PROTOCOL = files("afspraak.web.demo").joinpath("protocol.yaml").read_bytes()
SECRETS = ("Zonnebloem", "Nachtschade", "Filiaal Lombok")
"""The terms of the confidential list, as a reader would recognise them."""

_CHANGES: Sequence[tuple[str, str]] = (
    ('number: "2026.2"', 'number: "2027.1"'),
    ("in_force: 2026-11-02", "in_force: 2027-02-01"),
    (", consent: 2026-10-08, reference: OR-2026-14", ""),
    ("review_by: 2027-11-01", "review_by: 2028-02-01"),
    (
        "        Are you proud of what we do? Do say so. Then add that you work here.",
        "        Are you proud of what we do? Please say so. Then add that you work here.",
    ),
    (
        "        Ben je trots op wat we doen? Zeg het gerust. Zeg er dan bij dat je hier werkt.",
        "        Ben je trots op wat we maken? Zeg het gerust. Zeg er dan bij dat je hier werkt.",
    ),
    (
        "        severity: ask\n        as: [professional, affiliated, private]\n        message:\n"
        '          en: "This sounds as if Bakkerij Jansen speaks."',
        "        severity: note\n        as: [professional, affiliated, private]\n        message:\n"
        '          en: "This sounds as if Bakkerij Jansen speaks."',
    ),
    (
        "Nachtschade, Filiaal Lombok]",
        "Nachtschade, Filiaal Lombok, Oven Zeven]",
    ),
    (
        "  - id: open-about-job\n",
        "  - id: prices\n"
        "    title: {en: Prices, nl: Prijzen}\n"
        "    text:\n"
        "      en: |\n        We name prices when they are in the shop.\n"
        "      nl: |\n        We noemen prijzen als ze in de winkel staan.\n"
        "    rules:\n"
        "      - id: no-prices-yet\n"
        "        kind: terms\n"
        "        severity: note\n"
        "        terms: [nieuwe prijslijst, new price list]\n"
        "        as: [corporate]\n"
        "        message: {en: The prices are not out yet., nl: De prijzen zijn er nog niet.}\n"
        "        advice: {en: Wait a day., nl: Wacht een dag.}\n"
        "        examples:\n"
        "          finds: [Morgen komt de nieuwe prijslijst!]\n"
        "          clear: [Morgen komt de nieuwe folder!]\n"
        "\n"
        "  - id: open-about-job\n",
    ),
)


def changed() -> bytes:
    """The bakery's next edition, not agreed on yet."""
    text = PROTOCOL.decode()
    for old, new in _CHANGES:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()
