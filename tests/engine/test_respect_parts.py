"""Every part of the kind `respect` finds its own example, and a near miss is left alone."""

import datetime as dt
from functools import cache

import pytest

from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from engine import building

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
EXAMPLES = {
    "threat": ("Ik weet waar je woont.", "Vertel eens waar je woont."),
    "threat-now": ("Ik maak je kapot.", "De afwas maak je af."),
    "threat-verb": ("Ik vermoord jullie.", "Ik vermoord voor een kop koffie."),
    "threat-end": ("Jij gaat eraan.", "De oude oven gaat eraan."),
    "threat-plan": ("Ik ga hem neersteken.", "Ik ga hem missen."),
    "threat-plan-group": ("We gaan de moslims uitroeien.", "We gaan de polio uitroeien."),
    "threat-plan-role": ("Ik ga die agent neerschieten.", "De agent moest neerschieten."),
    "threat-hands": ("Ik ga je afmaken.", "Ik ga je verslag afmaken."),
    "threat-hands-group": ("Ik ga die joden ophangen.", "Ik ga die slingers ophangen."),
    "threat-en": ("I will kill you.", "This heat will kill you."),
    "threat-en-group": ("Let's kill all the Jews.", "Let's kill the lights."),
    "threat-soft-group": ("We should gas the Jews.", "We should gas the wasps."),
    "threat-soft": ("Someone should shoot them.", "Someone should shoot a photo."),
    "wish": ("Val dood!", "Ik val dood neer."),
    "wish-ill": ("Krijg toch de tyfus.", "Krijg je daar kanker van?"),
    "wish-harm": ("Ik hoop dat je snel doodgaat.", "Ik hoop dat je niet doodgaat."),
    "must-die": ("Ze moeten allemaal dood.", "Ze moeten allemaal mee."),
    "group-must-die": ("Homo's moeten dood.", "Homo's moeten niet dood."),
    "group-must-go": ("Moslims moeten het land uit.", "Moslims mogen het land in."),
    "group-wish": ("Ik wou dat alle joden dood waren.", "Ik wou dat alle joden veilig waren."),
    "group-is": ("Vrouwen zijn dom.", "Grappen over vrouwen zijn dom."),
    "group-called": ("Polen zijn dieven.", "Polen zijn bang voor dieven."),
    "group-is-not": ("Turken zijn niet te vertrouwen.", "Turken zijn te vertrouwen."),
    "role-is": ("Politie is tuig.", "Politie is nodig."),
    "group-against": ("Belgen deugen niet.", "Belgen deugen."),
    "group-hate": ("Ik haat vrouwen.", "Ik haat vrouwen niet."),
    "group-hate-all": ("Ik haat al die Duitsers.", "Ik haat al die files."),
    "group-stand": ("Ik kan Belgen niet uitstaan.", "Ik kan Belgen niet verstaan."),
    "they-hate": ("Weer Turken hiernaast. Ik haat ze.", "Weer regenbuien. Ik haat ze."),
    "group-dirty": ("Vuile Turken.", "Vuile lakens."),
    "they-are": ("Daar wonen Polen. Het zijn ratten.", "Daar woont iets. Het zijn ratten."),
    "group-feel": ("Ik heb een hekel aan Belgen.", "Ik heb een hekel aan bellen."),
    "group-shun": ("Niemand houdt van Belgen.", "Niemand houdt van bellen."),
    "group-unwanted": (
        "Ik wil geen vluchtelingen in mijn straat.",
        "Ik wil geen vluchtelingen uitsluiten in mijn bedrijf.",
    ),
    "group-belongs": ("Vrouwen horen achter het aanrecht.", "Vrouwen horen achter het stuur."),
    "group-barred": (
        "Vrouwen zouden niet mogen stemmen.",
        "Vrouwen zouden meer mogen stemmen.",
    ),
    "group-rid": ("Tijd om van de Polen af te komen.", "Tijd om van de Polen te winnen."),
    "group-rid-how": ("Hoe komen we van de Polen af?", "Hoe wonnen we van de Polen?"),
    "group-why": (
        "Waarom moeten we Duitsers tolereren?",
        "Waarom moeten we Duitsers mailen?",
    ),
    "group-order": ("Gooi alle Duitsers het land uit.", "Gooi alle dozen het raam uit."),
    "group-order-kill": ("Vergas de joden.", "Hier werden vermoord de joden uit onze stad."),
    "group-could": ("Laten we Duitsers slaan.", "Laten we Duitsers helpen."),
    "group-see": ("Ik wil vrouwen zien lijden.", "Ik wil vrouwen zien slagen."),
    "group-together": ("Ikhaatvrouwen!", "Ikhaatvergaderen!"),
    "group-it-is": (
        "Als ik iets niet kan uitstaan, zijn het Belgen.",
        "Als ik iets niet kan uitstaan, zijn het files.",
    ),
    "each-is": ("Elke jood is een dief.", "Elke jood is een mens."),
    "each-is-not": ("Een moslim is geen mens.", "Een moslim is geen toerist."),
    "each-must": ("Elke moslim verdient de doodstraf.", "Elke moslim verdient respect."),
    "they-against": ("Ik ken veel Turken. Ze deugen niet.", "Ik ken veel Turken. Ze deugen."),
    "they-all": ("Veel Turken hier. Ze zijn gewoon lui.", "Veel Turken. Ze zijn nooit lui."),
    "group-does": ("Moslims liegen.", "Moslims liegen niet."),
    "they-do": ("Daar wonen Polen. Ze stinken.", "Daar wonen Polen. Ze stinken niet."),
    "they-order": ("Overal Turken. Stuur ze terug.", "Lege flessen? Stuur ze terug."),
    "slur": ("Kutmarokkanen!", "Kutweer!"),
    "insult": ("Wat een klootzak.", "Hij is geen klootzak."),
    "insult-mention": ("@jan.p idioot!", "@jan.p dank!"),
    "insult-you": ("Jij bent een varken.", "Jij hebt een varken."),
    "insult-mild": ("Jij bent een oen.", "Ik ben een oen."),
    "insult-mild-you": ("Wat een prutsers zijn jullie.", "Wat een bakkers zijn jullie."),
    "insult-mild-role": ("Mijn chef is een sukkel.", "Mijn chef is een schat."),
    "insult-adjective": ("Je bent achterlijk.", "De bus is achterlijk."),
    "rude": ("Hou je bek.", "Hou je taai."),
}


@cache
def checker() -> Checker:
    return Checker(building.pack_with([{"id": "toon", "kind": "respect", "severity": "ask"}]))


def parts_that_find(text: str) -> set[str]:
    parts = checker().pack.data["rules"][0]["parts"]
    return {parts[hit.part]["name"] for hit in checker().check(Post(text), now=NOW)}


def test_every_part_has_an_example() -> None:
    assert {part["name"] for part in checker().pack.data["rules"][0]["parts"]} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_part_finds_its_example_and_not_the_near_miss(name: str) -> None:
    example, near_miss = EXAMPLES[name]

    assert name in parts_that_find(example)
    assert parts_that_find(near_miss) == set()
