"""Files of posts: the options by which verbs are told how to read them, and their posts."""

import functools
import glob
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Never

import click

from afspraak.cli import facts
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave
from afspraak.cli.options import Decorator
from afspraak.engine.post import POST_AS, PostAs

if TYPE_CHECKING:  # pyarrow, which the option's texts can do without
    from afspraak.bulk.files import BadRow, UnableToRead
    from afspraak.bulk.files.posts import PostFile, Posts


@dataclass(frozen=True, slots=True)
class Said:
    """What the options said; each field is the argument of one."""

    column: str | None
    as_column: str | None
    network_column: str | None
    at_column: str | None
    as_: str | None
    network: str | None
    at: str | None
    on_bad_row: Literal["skip", "refuse"]


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options; the command gets them as one argument, `said`."""

    @functools.wraps(command)
    def with_said(**arguments: Any) -> Any:
        said = {each.name: arguments.pop(each.name) for each in fields(Said)}
        return command(said=Said(**said), **arguments)

    decorated: Callable[..., Any] = with_said
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated


def _column(name: str, *, nl: str, en: str) -> Decorator:
    return click.option(f"--{name}", metavar=say(nl="NAAM", en="NAME"), help=say(nl=nl, en=en))


_OPTIONS: tuple[Decorator, ...] = (
    _column(
        "column",
        nl="Kolom met de berichten; anders een met een gewone naam, zoals text of bericht.",
        en="Column that holds the posts; otherwise one with a usual name, such as text.",
    ),
    _column(
        "as-column",
        nl="Kolom die zegt wiens bericht het is: corporate, professional, affiliated of private.",
        en="Column that says whose post it is: corporate, professional, affiliated or private.",
    ),
    _column("network-column", nl="Kolom met het netwerk.", en="Column that holds the network."),
    _column(
        "at-column",
        nl="Kolom met het tijdstip van plaatsing.",
        en="Column that holds the time at which a post was out.",
    ),
    click.option(
        "--as",
        "as_",
        type=click.Choice(POST_AS),
        help=say(
            nl="Wiens berichten het zijn, waar een kolom het niet zegt; anders affiliated.",
            en="Whose posts they are, where no column says so; otherwise affiliated.",
        ),
    ),
    click.option(
        "--network",
        help=say(
            nl="Netwerk, waar een kolom het niet zegt.", en="Network, where no column says so."
        ),
    ),
    click.option(
        "--at",
        metavar="TIME",
        help=say(
            nl="Tijdstip, zoals 2027-03-01T09:00, waar een kolom het niet zegt; anders nu.",
            en="Time, such as 2027-03-01T09:00, where no column says so; otherwise now.",
        ),
    ),
    click.option(
        "--on-bad-row",
        type=click.Choice(("skip", "refuse")),
        default="skip",
        show_default=True,
        help=say(
            nl="Een rij die niet te lezen is: overslaan en tellen, of stoppen.",
            en="A row that cannot be read: skip and count it, or stop.",
        ),
    ),
)


class PostFiles:
    """The posts of several files. What cannot be used leaves with exit code 2.

    `bad_rows` counts the rows that were skipped so far.
    """

    def __init__(self, patterns: Sequence[str], said: Said, *, timezone: str) -> None:
        self.paths = _paths(patterns)
        self.assumed = said.as_ is None
        self.bad_rows = 0
        self._refuse = said.on_bad_row == "refuse"
        self._sizes = [max(_size(path), 1) for path in self.paths]
        try:
            self.as_: PostAs = facts.whose(said.as_) or facts.ASSUMED_AS
            self._network = facts.network(said.network)
            self.at = facts.moment(said.at)
        except facts.UnableToUse as unable:
            leave(unable.problem, unable.way_out)
        self._files = [self._opened(path, said, timezone) for path in self.paths]

    def batches(self) -> Iterator[tuple["Posts", float]]:
        """The posts by the batch, each with the part of all that was read by then, 0 to 1."""
        from afspraak.bulk.files import Place, UnableToRead

        whole = sum(self._sizes)
        for at, file in enumerate(self._files):
            before = sum(self._sizes[:at])
            try:
                for posts in file.batches(Place()):
                    self._count(file.path, posts.bad)
                    yield posts, (before + posts.share * self._sizes[at]) / whole
            except UnableToRead as unable:
                _leave_unable(unable)

    def _count(self, path: Path, bad: Sequence["BadRow"]) -> None:
        if bad and self._refuse:
            first = bad[0]
            where = (
                f":{first.line}"
                if first.line
                else say(nl=", rij ", en=", row ") + str(first.row + 1)
            )
            leave(
                f"{path}{where}: {first.problem[lang()]}",
                say(
                    nl="verbeter de rij, of sla zulke rijen over met --on-bad-row skip",
                    en="mend the row, or skip such rows with --on-bad-row skip",
                ),
            )
        self.bad_rows += len(bad)

    def _opened(self, path: Path, said: Said, timezone: str) -> "PostFile":
        from afspraak.bulk.facts import Facts
        from afspraak.bulk.files import UnableToRead, open_file
        from afspraak.bulk.files.choosing import Columns
        from afspraak.bulk.files.posts import Ask, PostFile
        from afspraak.engine import networks

        ask = Ask(
            columns=Columns(said.column, said.as_column, said.network_column, said.at_column),
            facts=Facts(self.as_, self._network),
            networks={name: name for name in networks.names()} | facts.ALSO_CALLED,
            timezone=timezone,
        )
        try:
            return PostFile(open_file(path), ask)
        except UnableToRead as unable:
            _leave_unable(unable)


def _paths(patterns: Sequence[str]) -> list[Path]:
    """The files that are meant, each once; a pattern that meets nothing leaves."""
    found: dict[Path, None] = {}
    for pattern in patterns:
        if Path(pattern).exists() or not glob.has_magic(pattern):
            found[Path(pattern)] = None
            continue
        met = sorted(Path(each) for each in glob.glob(pattern, recursive=True))  # noqa: PTH207
        if not met:
            leave(
                say(nl=f"er is geen bestand als {pattern}", en=f"there is no file like {pattern}"),
                say(nl="kijk de naam na", en="check the name"),
            )
        found |= dict.fromkeys(path for path in met if path.is_file())
    return list(found)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _leave_unable(unable: "UnableToRead") -> Never:
    where = f":{unable.line}" if unable.line else ""
    leave(f"{unable.path}{where}: {unable.problem[lang()]}", unable.way_out[lang()])
