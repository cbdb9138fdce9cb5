"""Who works at the bakery. All of them are invented."""

from dataclasses import dataclass

from afspraak.decisions.roles import Role
from afspraak.diagnostics import Lang, Text


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the bakery. `read` says which editions: the earlier one, the one of today."""

    name: str
    handle: str
    team: str
    roles: tuple[Role, ...] = ()
    language: Lang = "nl"
    read: tuple[bool, bool] = (True, False)
    is_new: bool = False
    is_away: bool = False


BOTH = (True, True)
NEITHER = (False, False)

CAST: tuple[Member, ...] = (
    Member("Jan Jansen", "jan", "Directie", (Role.LEADER, Role.ADMINISTRATOR), read=BOTH),
    Member("Sanne de Wit", "sanne", "Winkel", (Role.LEADER, Role.MANAGER), read=BOTH),
    Member("Ali Kaya", "ali", "Winkel", (Role.DEPUTY,), read=BOTH),
    Member(
        "Fatma Yildiz", "fatma", "Kantoor", (Role.SECOND_READER, Role.PRIVACY_OFFICER), read=BOTH
    ),
    Member("Henk Mulder", "henk", "Kantoor", (Role.EDITOR,), read=BOTH),
    Member("Ingrid Bos", "ingrid", "Kantoor", (Role.HANDLER,)),
    Member("Karel Fransen", "karel", "Bakkerij", (Role.REPRESENTATION,), read=BOTH),
    Member("Lotte Visser", "lotte", "Bakkerij"),
    Member("Tom Baker", "tom", "Bakkerij", language="en", read=NEITHER, is_new=True),
    Member("Aïsha Bennani", "aisha", "Bakkerij", read=BOTH),
    Member("Anouk Verhoeven", "anouk", "Winkel", read=BOTH),
    Member("Bart Kuipers", "bart", "Bezorging"),
    Member("Bram van der Veen", "bram", "Bakkerij", read=BOTH),
    Member("Carla Smit", "carla", "Winkel", read=BOTH),
    Member("Chantal de Boer", "chantal", "Winkel"),
    Member("Daan Hoekstra", "daan", "Bakkerij", read=NEITHER, is_new=True),
    Member("Dewi Pattinama", "dewi", "Winkel", read=BOTH),
    Member("Eline Postma", "eline", "Winkel", read=BOTH),
    Member("Emre Demir", "emre", "Bezorging", read=BOTH),
    Member("Femke Dijkstra", "femke", "Winkel", is_away=True),
    Member("Gerrit Bakker", "gerrit", "Bakkerij", read=BOTH),
    Member("Hanneke Prins", "hanneke", "Kantoor", read=BOTH),
    Member("Iris Schouten", "iris", "Winkel"),
    Member("Jasmijn Koster", "jasmijn", "Winkel", read=BOTH),
    Member("Joost Wolters", "joost", "Bakkerij"),
    Member("Kees Verbeek", "", "Bezorging", read=NEITHER),
    Member("Kim Nguyen", "kim", "Winkel", read=BOTH),
    Member("Lars Peeters", "lars", "Bezorging", read=BOTH),
    Member("Maria Santos", "maria", "Bakkerij", language="en", read=BOTH),
    Member("Mehmet Aydin", "mehmet", "Bakkerij", read=BOTH),
    Member("Mieke van Leeuwen", "mieke", "Winkel", read=BOTH),
    Member("Naomi Linger", "naomi", "Winkel", read=NEITHER, is_new=True),
    Member("Olga Kowalska", "olga", "Bakkerij", language="en"),
    Member("Pieter Hendriks", "pieter", "Bakkerij", read=BOTH),
    Member("Rachida El Amrani", "rachida", "Winkel", read=BOTH),
    Member("Ruben Maas", "ruben", "Bezorging"),
    Member("Saskia Timmermans", "saskia", "Winkel", read=BOTH),
    Member("Thijs Brouwer", "thijs", "Bakkerij", read=BOTH),
    Member("Wilma Groen", "wilma", "Winkel"),
    Member("Yusuf Abdi", "yusuf", "Bakkerij"),
)

PARTS: tuple[tuple[str, Text], ...] = (
    (
        "lotte",
        {
            "nl": "Bakker. Moet de nieuwe uitgave nog lezen.",
            "en": "Baker. Has not read the new edition yet.",
        },
    ),
    (
        "henk",
        {
            "nl": "Redacteur. Ziet wie nog niet las, en zet een uitgave klaar.",
            "en": "Editor. Sees who has not read yet, and prepares an edition.",
        },
    ),
    (
        "karel",
        {
            "nl": "Zit in de ondernemingsraad. Ziet aantallen en wat er verwijderd is, geen namen.",
            "en": "Sits on the works council. Sees counts and what was deleted, no names.",
        },
    ),
    (
        "jan",
        {
            "nl": "Baas en beheerder. Las als eerste, en leest van niemand iets mee.",
            "en": "Boss and administrator. Read first, and reads nothing of anybody's.",
        },
    ),
    (
        "sanne",
        {
            "nl": "Socialmediamanager. Aan haar vraag je of iets mag.",
            "en": "Social media manager. The one to ask whether something is fine.",
        },
    ),
    ("ali", {"nl": "Vervangt Sanne als zij er niet is.", "en": "Stands in when Sanne is away."}),
    (
        "fatma",
        {
            "nl": "Privacyfunctionaris en tweede lezer. Ziet het logboek.",
            "en": "Privacy officer and second reader. Sees the log.",
        },
    ),
    (
        "ingrid",
        {
            "nl": "Behandelt het als er iets misgaat.",
            "en": "Takes care of it when something goes wrong.",
        },
    ),
    (
        "tom",
        {
            "nl": "Bakker, net begonnen. Leest Engels.",
            "en": "Baker, has just started. Reads English.",
        },
    ),
)
"""Whom one can be with one click, in the order in which they are worth a visit."""
