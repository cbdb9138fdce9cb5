"""Files of posts: the options by which verbs are told how to read them, and their posts."""

import functools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from afspraak.cli import facts, scan_inputs
from afspraak.cli.language import say
from afspraak.cli.leaving import leave
from afspraak.cli.options import Decorator
from afspraak.engine.pack import Pack
from afspraak.engine.post import POST_AS

if TYPE_CHECKING:  # pyarrow, which the option's texts can do without
    from afspraak.bulk.files import BadRow
    from afspraak.bulk.files.posts import Ask, PostFile, Posts


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
        type=click.Choice(("refuse", "skip")),
        default="refuse",
        show_default=True,
        help=say(
            nl="Bij een rij die geen bericht is: stop en zeg waar, of sla haar over en tel haar.",
            en="At a row that is no post: stop and say where, or skip and count it.",
        ),
    ),
)


class PostFiles:
    """The posts of several files. What cannot be used leaves with exit code 2.

    `bad_rows` counts the rows that were skipped so far.
    """

    def __init__(self, patterns: Sequence[str], said: Said, pack: Pack) -> None:
        from afspraak.bulk.files.choosing import Columns
        from afspraak.cli import scan_run

        try:
            known = facts.Facts(facts.whose(said.as_), facts.network(said.network))
            self.at = facts.moment(said.at)
        except facts.UnableToUse as unable:
            leave(unable.problem, unable.way_out)
        self.paths = scan_inputs.files_or_leave(patterns)
        self.as_ = known.as_ or facts.ASSUMED_AS
        self.assumed = known.as_ is None
        self.bad_rows = 0
        self._refuse = said.on_bad_row == "refuse"
        columns = Columns(said.column, said.as_column, said.network_column, said.at_column)
        ask = scan_run.asked(pack, columns, known)
        self._files = [_opened(path, ask) for path in self.paths]
        self._sizes = [max(path.stat().st_size, 1) for path in self.paths]

    def batches(self) -> Iterator[tuple["Posts", float]]:
        """The posts by the batch, each with the part of all that was read by then, 0 to 1."""
        from afspraak.bulk.files import Place, UnableToRead
        from afspraak.cli import scan_trouble

        whole = sum(self._sizes)
        for at, file in enumerate(self._files):
            before = sum(self._sizes[:at])
            try:
                for posts in file.batches(Place()):
                    self._count(file.path, posts.bad)
                    yield posts, (before + posts.share * self._sizes[at]) / whole
            except UnableToRead as unable:
                scan_trouble.leave_unread(unable)

    def _count(self, path: Path, bad: "tuple[BadRow, ...]") -> None:
        from afspraak.bulk.scan_counts import Counts
        from afspraak.bulk.scanning import UnableToUseRows
        from afspraak.cli import scan_trouble

        self.bad_rows += len(bad)
        if bad and self._refuse:
            refused = Counts()
            refused.add_bad(str(path), bad)
            scan_trouble.leave_with_rows(UnableToUseRows(refused.first_bad, refused.bad_rows))


def _opened(path: Path, ask: "Ask") -> "PostFile":
    from afspraak.bulk.files import UnableToRead, open_file
    from afspraak.bulk.files.posts import PostFile
    from afspraak.cli import scan_trouble

    try:
        return PostFile(open_file(path), ask)
    except UnableToRead as unable:
        scan_trouble.leave_unread(unable)
