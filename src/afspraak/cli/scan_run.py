"""A scan from the command line: it begins or goes on, shows how far it is, and ends with a word."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import click

from afspraak.bulk.facts import Facts
from afspraak.bulk.files import UnableToRead
from afspraak.bulk.files.choosing import Columns
from afspraak.bulk.files.posts import Ask
from afspraak.bulk.files.unable import unreadable
from afspraak.bulk.scan_state import Identity, Partial
from afspraak.bulk.scan_writers import WRITERS
from afspraak.bulk.scanning import Scan, UnableToUseRows
from afspraak.cli import column_checking, facts, scan_inputs, scan_progress, scan_trouble
from afspraak.cli.language import say
from afspraak.cli.scan_shows import Outcome
from afspraak.engine import networks
from afspraak.engine.pack import Pack


@dataclass(frozen=True, slots=True)
class How:
    """Where the findings go, and what to do about rows and files that stand in the way."""

    target: Path | None
    on_bad_row: Literal["refuse", "skip"]
    force: bool
    restart: bool


def asked(pack: Pack, columns: Columns, known: facts.Facts) -> Ask:
    """How the files are read."""
    names = {name: name for name in networks.names()} | facts.ALSO_CALLED
    said = Facts(known.as_ or facts.ASSUMED_AS, known.network, known.at)
    return Ask(columns, said, names, pack.data["timezone"])


def run(
    pack: Pack,
    files: Sequence[Path],
    ask: Ask,
    how: How,
) -> Outcome:
    """The scan, done. Leaves with exit code 2 when it cannot be; what can be kept is kept."""
    began = time.monotonic()
    target = how.target
    partial = None if target is None else Partial(target, _identity(pack, files, ask))
    try:
        with scan_trouble.explained():
            if partial:
                _begin(partial, how)
            scan = Scan(
                column_checking.checker(pack),
                files,
                ask,
                on_bad_row=how.on_bad_row,
                partial=partial,
            )
            before = scan.counts.posts
            if before:
                _say_goes_on(before)
            _do(scan, partial)
    except KeyboardInterrupt:
        if partial:
            _say_stopped()
        raise
    finally:
        if partial:
            partial.release()
    seconds = time.monotonic() - began
    return Outcome(pack, tuple(files), target, scan.counts, seconds, scan.counts.posts - before)


def _identity(pack: Pack, files: Sequence[Path], ask: Ask) -> Identity:
    inputs: dict[str, tuple[int, int]] = {}
    for path in files:
        try:
            about = path.stat()
        except OSError as error:
            scan_trouble.leave_unread(unreadable(path, error))
        inputs[str(path)] = (about.st_size, about.st_mtime_ns)
    said = ask.facts
    options = {
        "column": ask.columns.text,
        "as-column": ask.columns.as_,
        "network-column": ask.columns.network,
        "at-column": ask.columns.at,
        "as": str(said.as_),
        "network": None if said.network is None else str(said.network),
        "at": None if said.at is None else str(said.at),
    }
    return Identity(inputs, pack.hash, options)


def _begin(partial: Partial, how: How) -> None:
    # an output that is there while work is unfinished was looked at when that work began
    if not how.force and (how.restart or not partial.is_kept):
        scan_inputs.refuse_existing(partial.goal)
    partial.begin(restart=how.restart)


def _do(scan: Scan, partial: Partial | None) -> None:
    try:
        scan.look()
        with scan_progress.shown(scan.counts.posts) as tell:
            scan.run(lambda progress: tell(progress.posts, progress.share))
    except (UnableToRead, UnableToUseRows) as unable:
        # a file that must change makes what was found in it worth nothing
        of_no_use = isinstance(unable, UnableToRead) and not unable.passing
        if partial and (of_no_use or not scan.has_begun):
            partial.discard()
        raise
    if partial:
        partial.finish(WRITERS[partial.goal.suffix.lower()])


def _say_goes_on(before: int) -> None:
    done = scan_progress.number(before)
    click.echo(
        say(
            nl=f"Gaat verder na {done} berichten die al nagekeken zijn.",
            en=f"Goes on after {done} posts that were checked before.",
        ),
        err=True,
    )


def _say_stopped() -> None:
    click.echo(
        say(
            nl="\nGeef dezelfde opdracht nog eens: hij gaat verder waar hij was.",
            en="\nGive the same command again: it goes on where it was.",
        ),
        err=True,
    )
