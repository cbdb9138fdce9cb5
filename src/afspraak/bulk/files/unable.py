"""Why a file, or a row of it, cannot be used, in both languages."""

from dataclasses import dataclass
from pathlib import Path

from afspraak.diagnostics import Text


class UnableToRead(Exception):
    """A file cannot be read as what it is said to be; `way_out` says what can be done.

    `line` counts from 1 and is None where the trouble is not at one line. `passing` when the
    system refused and may not another time.
    """

    def __init__(
        self,
        path: Path,
        problem: Text,
        way_out: Text,
        *,
        line: int | None = None,
        passing: bool = False,
    ) -> None:
        super().__init__(f"{path}: {problem['en']}")
        self.path = path
        self.problem = problem
        self.way_out = way_out
        self.line = line
        self.passing = passing


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no post; `row` counts from 0, `line` from 1 where a file has lines.

    The row's own text is never in `problem`.
    """

    row: int
    line: int | None
    problem: Text


NOT_UTF8: Text = {"nl": "dit is geen UTF-8-tekst", "en": "this is not UTF-8 text"}
SAVE_AS_UTF8: Text = {
    "nl": "bewaar het bestand als UTF-8 (uit Excel: ‘CSV UTF-8’)",
    "en": "save the file as UTF-8 (from Excel: “CSV UTF-8”)",
}
LOOK_AT_IT: Text = {
    "nl": "kijk het bestand na, of laat het weg",
    "en": "look at the file, or leave it out",
}


def unreadable(path: Path, error: OSError) -> UnableToRead:
    """What the system said when it refused to read."""
    if isinstance(error, FileNotFoundError):
        why: Text = {"nl": "dat is er niet", "en": "it is not there"}
    elif isinstance(error, PermissionError):
        why = {"nl": "dat mag je niet lezen", "en": "you may not read it"}
    elif isinstance(error, IsADirectoryError):
        why = {"nl": "dat is een map", "en": "it is a folder"}
        inside = path / "*.parquet"
        return UnableToRead(
            path, why, {"nl": f"noem de bestanden: {inside}", "en": f"name the files: {inside}"}
        )
    else:
        detail = error.strerror or str(error)
        why = {
            "nl": f"het lezen mislukt ({detail})",
            "en": f"reading it fails ({detail})",
        }
    return UnableToRead(
        path,
        why,
        {"nl": "kijk de naam en de rechten na", "en": "check the name and the permissions"},
        passing=True,
    )


def broken(path: Path, what: str, error: Exception) -> UnableToRead:
    """A file that is not a whole `what`: cut short, damaged, or something else."""
    detail = str(error).strip().splitlines()[0][:160] if str(error).strip() else ""
    return UnableToRead(
        path,
        {
            "nl": f"dit is geen heel {what}-bestand ({detail})",
            "en": f"this is not a whole {what} file ({detail})",
        },
        {
            "nl": "het is afgekapt, beschadigd of iets anders; haal het opnieuw op",
            "en": "it is cut short, damaged or something else; fetch it again",
        },
    )
