"""Why a backup cannot be made or put back, and what to do about it."""

from pathlib import Path

from afspraak.diagnostics import Text


class UnableToBackUp(Exception):
    """The backup was not made; `says` tells why, `why` what the system said."""

    def __init__(self, says: Text, way_out: Text, why: OSError | None = None) -> None:
        super().__init__(says["en"])
        self.says = says
        self.way_out = way_out
        self.why = why


class UnableToRestore(UnableToBackUp):
    """The backup was not put back; what was there is as it was."""


def exists_already(goal: Path) -> UnableToBackUp:
    """A file is never written over: it may be the only good backup."""
    return UnableToBackUp(
        {"nl": f"{goal} bestaat al", "en": f"{goal} exists already"},
        {
            "nl": "kies een andere naam, of geef een map: dan komt de datum in de naam",
            "en": "choose another name, or give a folder: then the date is in the name",
        },
    )


def unwritable(goal: Path, why: OSError) -> UnableToBackUp:
    """The disk is full, or the folder is not ours."""
    return UnableToBackUp(
        {
            "nl": f"de reservekopie {goal} kan niet geschreven worden",
            "en": f"the backup {goal} cannot be written",
        },
        {
            "nl": "kies een map die bestaat, waarin je mag schrijven en waar ruimte is; er is "
            "niets achtergebleven",
            "en": "choose a folder that exists, that you may write in and that has room; nothing "
            "was left behind",
        },
        why,
    )


def unreadable(file: Path, why: OSError) -> UnableToRestore:
    """There is no such file, or it may not be read."""
    return UnableToRestore(
        {"nl": f"{file} kan niet gelezen worden", "en": f"{file} cannot be read"},
        {"nl": "kijk de naam en de rechten na", "en": "check the name and the permissions"},
        why,
    )


def no_backup(file: Path) -> UnableToRestore:
    """Some other file."""
    return UnableToRestore(
        {
            "nl": f"{file} is geen reservekopie van Afspraak",
            "en": f"{file} is no backup of Afspraak",
        },
        {
            "nl": "kies een bestand dat `afspraak backup` maakte",
            "en": "choose a file that `afspraak backup` made",
        },
    )


def damaged(file: Path, part: str) -> UnableToRestore:
    """A backup that is not as it was made."""
    return UnableToRestore(
        {
            "nl": f"{file} is beschadigd of niet compleet (bij {part})",
            "en": f"{file} is damaged or not complete (at {part})",
        },
        {
            "nl": "neem een andere reservekopie; er is niets veranderd",
            "en": "take another backup; nothing was changed",
        },
    )


def newer(file: Path, version: str) -> UnableToRestore:
    """A backup that this version does not understand."""
    return UnableToRestore(
        {
            "nl": f"{file} is gemaakt door een nieuwere versie van Afspraak ({version})",
            "en": f"{file} was made by a newer version of Afspraak ({version})",
        },
        {
            "nl": f"installeer Afspraak {version} of nieuwer en probeer het opnieuw",
            "en": f"install Afspraak {version} or newer and try again",
        },
    )


def not_empty(where: str) -> UnableToRestore:
    """There are people here already."""
    return UnableToRestore(
        {
            "nl": f"hier staan al gegevens ({where})",
            "en": f"there is data here already ({where})",
        },
        {
            "nl": "zeg --replace om ze te vervangen, of kies een andere map of database",
            "en": "say --replace to replace it, or choose another folder or database",
        },
    )


def still_running() -> UnableToRestore:
    """Somebody would be working in what is being replaced."""
    return UnableToRestore(
        {
            "nl": "Afspraak draait nog op deze gegevens",
            "en": "Afspraak is still running on this data",
        },
        {
            "nl": "stop `afspraak serve` en `afspraak worker` en probeer het opnieuw",
            "en": "stop `afspraak serve` and `afspraak worker` and try again",
        },
    )


def misfit(table: str, said: str) -> UnableToRestore:
    """A row that the new database does not take."""
    return UnableToRestore(
        {
            "nl": f"een rij van {table} past niet in deze database: {said}",
            "en": f"a row of {table} does not fit in this database: {said}",
        },
        {
            "nl": "zet de kopie terug in hetzelfde soort database als waar ze vandaan komt; er is "
            "niets veranderd",
            "en": "restore into the same kind of database that it came from; nothing was changed",
        },
    )
