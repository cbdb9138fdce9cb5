"""Protocols for the tests of documents: a bakery in full, and companies that are hard to set."""

import datetime as dt
from typing import Any

from afspraak.protocol.model import Protocol

HOSTILE = (
    '#let x = 1 $x^2$ [a] \\ \\* *stars* _under_ @name <b onclick="x">bold</b> <script>alert(1)'
    '</script> "quoted" ~tilde~ `code` // comment /* more */ #import {{ jinja }} {% raw %} & &amp;'
)
KEPT_INSIDE = "Project Zonnebloem"


def bakery() -> dict[str, Any]:
    """A protocol with every part in use, in both languages."""
    return {
        "afspraak": 1,
        "organisation": {
            "name": "Bakkerij Jansen",
            "people": 40,
            "sector": "shop",
            "contacts": ["info@bakkerijjansen.nl"],
            "aliases": ["Jansen"],
            "brands": ["Zonnebrood"],
        },
        "languages": ["nl", "en"],
        "edition": {
            "number": "2026.1",
            "in_force": dt.date(2027, 1, 1),
            "representation": {
                "body": "or",
                "consent": dt.date(2026, 12, 10),
                "reference": "OR-2026-14",
            },
            "review_by": dt.date(2028, 1, 1),
        },
        "values": [
            {
                "name": {"nl": "Vakmanschap", "en": "Craftsmanship"},
                "online": {
                    "nl": "We laten zien hoe we het maken.",
                    "en": "We show how we make it.",
                },
            },
            {
                "name": {"nl": "Eerlijkheid", "en": "Honesty"},
                "online": {
                    "nl": "Is iets mislukt? Dan zeggen we dat, **ook online**.",
                    "en": "Did something fail? Then we say so, **online too**.",
                },
            },
            {
                "name": {"nl": "Aandacht", "en": "Attention"},
                "online": {
                    "nl": "Wie iets vraagt, krijgt antwoord van een mens.",
                    "en": "Whoever asks gets an answer from a human being.",
                },
            },
        ],
        "people": {
            "manager": {"name": "Sanne de Wit", "reach": "social@bakkerijjansen.nl"},
            "deputy": {"name": "Ali Kaya", "reach": "social@bakkerijjansen.nl"},
            "press": {"name": "Sanne de Wit", "reach": "pers@bakkerijjansen.nl"},
            "confidant": {"name": "Vertrouwenspersoon Zorgzaam", "reach": "030 123 45 67"},
            "second_reader": {"name": "Fatma Yildiz", "reach": "fatma@bakkerijjansen.nl"},
            "leaders": [{"name": "Jan Jansen"}, {"name": "Sanne de Wit"}],
        },
        "work_time": {
            "stance": "reasonable",
            "where": {
                "nl": "Overal, maar niet achter de toonbank.",
                "en": "Anywhere, but not behind the counter.",
            },
            "note": {
                "nl": "Even kijken mag, zolang de winkel draait.",
                "en": "A quick look is fine while the shop runs.",
            },
        },
        "lists": {
            "projects": {"confidential": True, "terms": [KEPT_INSIDE, "Nachtschade"]},
            "rivals": {"terms": ["Bakkerij Pietersen"]},
        },
        "clauses": _clauses(),
        "accounts": {
            "professional": {
                "handle": "{person}_{organisation}",
                "bio": {"nl": "{functie} bij {organisation}", "en": "{role} at {organisation}"},
            },
            "disclaimer": {"nl": "Ik schrijf hier voor mezelf", "en": "Views are my own"},
        },
        "desk": {"channels": ["Mastodon", "Bluesky", "LinkedIn"]},
    }


def _clauses() -> list[dict[str, Any]]:
    return [
        {
            "id": "confidential",
            "title": {"nl": "Wat binnen blijft", "en": "What stays inside"},
            "ask": "manager",
            "text": {
                "nl": "Sommige dingen zijn *nog* niet voor buiten:\n\n1. plannen;\n2. prijzen;\n"
                "3. namen van klanten.\n\n> Twijfel je? Wacht dan even.",
                "en": "Some things are not *yet* for outside:\n\n1. plans;\n2. prices;\n"
                "3. names of customers.\n\n> In doubt? Wait a moment.",
            },
            "may": [
                {"nl": "Vertellen dat er iets aankomt.", "en": "Say that something is coming."}
            ],
            "may_not": [{"nl": "Vertellen wat het is.", "en": "Say what it is."}],
            "rules": [
                {
                    "id": "projects",
                    "kind": "terms",
                    "severity": "stop",
                    "message": {
                        "nl": "Dit project is nog niet openbaar.",
                        "en": "This project is not public yet.",
                    },
                    "advice": {"nl": f"Noem {KEPT_INSIDE} niet.", "en": "Wait, or ask Sanne."},
                    "examples": {
                        "finds": ["We starten met project-zonnebloem!"],
                        "clear": ["De zonnebloemen in de etalage staan er mooi bij."],
                    },
                    "options": {"lists": ["projects"]},
                },
                {
                    "id": "rivals",
                    "kind": "terms",
                    "severity": "ask",
                    "as": ["corporate", "professional"],
                    "networks": ["linkedin"],
                    "until": dt.date(2027, 3, 1),
                    "message": {
                        "nl": "‘{match}’ is een andere bakker.",
                        "en": "‘{match}’ is another baker.",
                    },
                    "advice": {"nl": "Vraag het even.", "en": "Just ask."},
                    "examples": {
                        "finds": [
                            "Het brood van Bakkerij Pietersen is droog.",
                            "The bread at Bakkerij Pietersen is dry.",
                            "Zelfs met #projectzonnebloem wint Bakkerij Pietersen niet.",
                        ],
                        "clear": ["Het brood van ons is vandaag op z'n best."],
                    },
                    "options": {"lists": ["rivals"]},
                },
            ],
        },
        {
            "id": "incident",
            "title": {"nl": "Als er iets misgaat", "en": "When something goes wrong"},
            "ask": "confidant",
            "text": {
                "nl": "Iedereen plaatst weleens iets dat beter kan. Dan praten we.",
                "en": "Everybody posts something less than perfect once. Then we talk.",
            },
        },
        {
            "id": "rights",
            "title": {"nl": "Eerst jouw rechten", "en": "Your rights first"},
            "ask": "confidant",
            "text": {
                "nl": "Je mag:\n\n- zeggen wat je vindt;\n- vertellen wat je verdient.",
                "en": "You may:\n\n- say what you think;\n- tell what you earn.",
            },
            "rules": [
                {
                    "id": "protected",
                    "kind": "protected",
                    "severity": "info",
                    "message": {"nl": "Dit is jouw recht.", "en": "This is your right."},
                    "advice": {"nl": "Je mag dit zeggen.", "en": "You may say this."},
                    "examples": {
                        "finds": [
                            "Morgen staken we met de vakbond.",
                            "Tomorrow we strike with the union.",
                        ],
                        "clear": ["Morgen gaan we met het team uit eten."],
                    },
                }
            ],
        },
    ]


def build(**changes: Any) -> Protocol:
    """The bakery's protocol with some parts replaced."""
    return Protocol.model_validate(bakery() | changes)


def one_person() -> Protocol:
    """Somebody who works alone, in one language, with as little as the format allows."""
    return Protocol.model_validate(
        {
            "afspraak": 1,
            "organisation": {"name": "Studio Vos", "people": 1},
            "languages": ["nl"],
            "edition": {
                "number": "1",
                "in_force": dt.date(2027, 5, 31),
                "representation": {"body": "none"},
            },
            "people": {"manager": {"name": "Noor Vos"}},
            "work_time": {"stance": "open"},
            "clauses": [
                {"id": "respect", "title": {"nl": "Respect"}, "text": {"nl": "Wees aardig."}}
            ],
        }
    )


def demanding() -> Protocol:
    """Forty long clauses, a very long name, hostile characters, emoji and other scripts."""
    long_text = " ".join(["Een arbeidsongeschiktheidsverzekeringsmaatschappij schrijft veel."] * 40)
    heading = (
        "# Kop\n\nTekst met [een koppeling](https://example.org/a_b?c=1&d=2), "
        "[een valse](javascript:alert(1)) en ![een plaat](https://example.org/x.png).\n\n"
        "| Wat | Hoe |\n| --- | --- |\n| *een* | `twee` |\n\n```\n#set page(fill: red)\n```\n\n"
        "3. drie\n4. vier\n   - dieper\n\n> zei iemand"
    )
    clause = {"text": {"nl": f"{long_text}\n\n{HOSTILE}"}, "ask": "press"}
    return build(
        organisation={
            "name": "Koninklijke Nederlandse Maatschappij tot Exploitatie van Zeer Lange Namen "
            "en Aanverwante Bedrijvigheid B.V., handelend onder de naam #Lang & <Zoon>",
            "people": 50_000,
        },
        edition={
            "number": "2027.1 #concept",
            "in_force": dt.date(2027, 12, 31),
            "representation": {"body": "none", "reason": {"nl": f"Nog *niet* gekozen. {HOSTILE}"}},
        },
        people={"manager": {"name": HOSTILE, "reach": "a_b*c@example.org"}},
        values=[],
        accounts={},
        work_time={"stance": "not-while-working"},
        languages=["nl"],
        clauses=[
            {
                "id": "rights",
                "title": {"nl": "Emoji 🥖 in een titel"},
                "text": {
                    "nl": "Fijn 😀 👩‍💻 ❤️ 🇳🇱, 中文, العربية, עברית, "
                    "\x07bel, \ue000, \u202eomgekeerd."
                },
                "may": [{"nl": HOSTILE}],
                "may_not": [{"nl": "🙈🙉🙊"}],
            },
            {"id": "markdown", "title": {"nl": HOSTILE}, "text": {"nl": heading}},
            *(
                clause | {"id": f"clause-{n}", "title": {"nl": f"Artikel over onderwerp {n}"}}
                for n in range(38)
            ),
        ],
    )
