"""Whether the database answers, is ours, and is as old as the program."""

import functools
from dataclasses import dataclass

from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from afspraak.diagnostics import Text


class UnableToUseDatabase(Exception):
    """The database cannot be used as it is; `says` tells why and `way_out` what to do."""

    def __init__(self, says: Text, way_out: Text) -> None:
        super().__init__(says["en"])
        self.says = says
        self.way_out = way_out


@dataclass(frozen=True, slots=True)
class State:
    """How the tables stand to the program: what is still to be done, and what it does not know."""

    is_empty: bool
    to_do: int
    unknown: tuple[tuple[str, str], ...]
    strange_tables: tuple[str, ...]


def state(alias: str = "default") -> State:
    """How the tables are. Raises `UnableToUseDatabase` when the database does not answer."""
    connection = connections[alias]
    try:
        connection.ensure_connection()
        applied = frozenset(MigrationRecorder(connection).applied_migrations())
        to_do, unknown = _beside_the_program(alias, applied)
        tables = set() if applied else set(connection.introspection.table_names())
    except DatabaseError as error:
        raise _refusal(error, connection.vendor) from error
    return State(
        is_empty=not applied and not tables,
        to_do=to_do,
        unknown=unknown,
        strange_tables=tuple(sorted(tables)),
    )


@functools.lru_cache(maxsize=8)
def _beside_the_program(
    alias: str, applied: frozenset[tuple[str, str]]
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """How many migrations are to be done, and which applied ones the program does not know.

    Its own are read from many files, which stay as they are while it runs.
    """
    executor = MigrationExecutor(connections[alias])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return len(plan), tuple(sorted(applied - set(executor.loader.disk_migrations)))


def usable(alias: str = "default") -> State:
    """The state of a database that is ours or empty. Raises `UnableToUseDatabase` for others."""
    found = state(alias)
    known = connections[alias].introspection.django_table_names()
    if found.unknown and all(app in _apps() for app, _ in found.unknown):
        raise UnableToUseDatabase(
            {
                "nl": "deze database is van een nieuwere versie van Afspraak",
                "en": "this database is of a newer version of Afspraak",
            },
            {
                "nl": "start die versie, of zet met `afspraak restore` een reservekopie terug die "
                "deze versie maakte",
                "en": "start that version, or use `afspraak restore` with a backup that this "
                "version made",
            },
        )
    if found.unknown or set(found.strange_tables) - set(known):
        raise UnableToUseDatabase(
            {
                "nl": "in deze database staan tabellen van een ander programma",
                "en": "this database holds tables of another program",
            },
            {
                "nl": "maak een eigen database: `createdb --owner=afspraak afspraak`",
                "en": "make one of its own: `createdb --owner=afspraak afspraak`",
            },
        )
    return found


def _apps() -> frozenset[str]:
    from django.apps import apps  # noqa: PLC0415 - filled once Django is ready

    return frozenset(each.label for each in apps.get_app_configs())


# What the driver says, in the order in which it is looked for, and what to do about it.
_REASONS: tuple[tuple[str, Text, Text], ...] = (
    (
        "does not exist",
        {
            "nl": "de database of de naam bestaat niet",
            "en": "the database or the name is not there",
        },
        {
            "nl": "maak ze: `createuser --pwprompt afspraak` en "
            "`createdb --owner=afspraak afspraak`",
            "en": "make them: `createuser --pwprompt afspraak` and "
            "`createdb --owner=afspraak afspraak`",
        },
    ),
    (
        "authentication failed",
        {"nl": "de database weigert dit wachtwoord", "en": "the database refuses this password"},
        {
            "nl": "kijk naam en wachtwoord na in AFSPRAAK_DATABASE",
            "en": "check the name and the password in AFSPRAAK_DATABASE",
        },
    ),
    (
        "no password supplied",
        {"nl": "de database vraagt om een wachtwoord", "en": "the database asks for a password"},
        {
            "nl": "zet het in AFSPRAAK_DATABASE: `postgresql://naam:wachtwoord@host/afspraak`",
            "en": "put it in AFSPRAAK_DATABASE: `postgresql://name:password@host/afspraak`",
        },
    ),
    (
        "permission denied",
        {"nl": "deze naam mag dit niet in de database", "en": "this name may not do this there"},
        {
            "nl": "maak de naam eigenaar: `alter database afspraak owner to afspraak`",
            "en": "make the name the owner: `alter database afspraak owner to afspraak`",
        },
    ),
    (
        "not a database",
        {"nl": "dit bestand is geen SQLite-database", "en": "this file is no SQLite database"},
        {
            "nl": "kies een andere map met --data, of haal het bestand weg",
            "en": "choose another folder with --data, or take the file away",
        },
    ),
    (
        "malformed",
        {"nl": "dit databasebestand is beschadigd", "en": "this database file is damaged"},
        {
            "nl": "zet de laatste reservekopie terug: `afspraak restore --replace BESTAND`",
            "en": "put the last backup back: `afspraak restore --replace FILE`",
        },
    ),
    (
        "locked",
        {"nl": "een ander programma houdt de database bezet", "en": "another program holds it"},
        {
            "nl": "sluit wat het bestand open heeft en probeer het opnieuw",
            "en": "close what has the file open and try again",
        },
    ),
    (
        "unable to open",
        {"nl": "het databasebestand gaat niet open", "en": "the database file does not open"},
        {
            "nl": "kijk of de map er is en of je er mag schrijven",
            "en": "see that the folder is there and that you may write in it",
        },
    ),
    (
        "readonly",
        {"nl": "het databasebestand mag niet veranderen", "en": "the database file is read-only"},
        {
            "nl": "kijk wie de eigenaar is van het bestand en de map",
            "en": "see who owns the file and the folder",
        },
    ),
)


def _refusal(error: DatabaseError, vendor: str) -> UnableToUseDatabase:
    said = str(error)
    for part, says, way_out in _REASONS:
        if part in said:
            return UnableToUseDatabase(says, way_out)
    last = said.strip().splitlines()[-1].strip() if said.strip() else type(error).__name__
    return UnableToUseDatabase(
        {
            "nl": f"de database antwoordt niet ({vendor}: {last})",
            "en": f"the database does not answer ({vendor}: {last})",
        },
        {
            "nl": "kijk of ze aanstaat en of adres en poort in AFSPRAAK_DATABASE kloppen",
            "en": "see that it is on and that address and port in AFSPRAAK_DATABASE are right",
        },
    )
