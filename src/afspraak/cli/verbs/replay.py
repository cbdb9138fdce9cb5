"""`afspraak replay`: what a changed protocol does to real posts, before anyone adopts it."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Never
from zoneinfo import ZoneInfo

import click

from afspraak.cli import disk, options, packs, post_files, scan_progress, terminal
from afspraak.cli.language import say, voice
from afspraak.cli.leaving import leave

if TYPE_CHECKING:
    from afspraak.bulk.replay import Batch, Replay
    from afspraak.replaying.notes import Setting

FORMS = ("html", "pdf", "json")
MOST_SAMPLES = 50


@click.command(
    help=say(
        nl="Zie wat een gewijzigd protocol doet met echte berichten, voordat het ingaat.\n\n"
        "OLD is het protocol van nu, NEW het voorstel. De berichten zijn van de organisatie zelf "
        "of zonder namen: een bestand waarin staat wie wat schreef, wordt geweigerd. De uitkomst "
        "komt op het scherm, of met -o als verslag: html, pdf of json.",
        en="See what a changed protocol does to real posts before it comes into force.\n\n"
        "OLD is the protocol of now, NEW the proposal. The posts are the organisation's own or "
        "have no names: a file that says who wrote what is refused. The outcome is printed, or "
        "with -o written as a report: html, pdf or json.",
    )
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.argument("more", nargs=-1, metavar="")
@click.option(
    "--posts",
    "posts",
    multiple=True,
    required=True,
    metavar=say(nl="BESTANDEN", en="FILES"),
    help=say(
        nl="Berichten: parquet, csv, jsonl of tekst met een bericht per regel; ook *.csv.",
        en="Posts: parquet, csv, jsonl, or text with one post per line; *.csv as well.",
    ),
)
@post_files.options
@click.option(
    "--samples",
    type=click.IntRange(0, MOST_SAMPLES),
    default=3,
    show_default=True,
    help=say(
        nl="Hoeveel voorbeelden per regel; 0: geen teksten.",
        en="How many samples for each rule; 0: no texts.",
    ),
)
@options.output()
@options.lang
@options.formats("text", "json")
def command(
    old: Path,
    new: Path,
    more: tuple[str, ...],
    posts: tuple[str, ...],
    said: post_files.Said,
    samples: int,
    target: Path | None,
    form: str,
) -> None:
    """Compares two protocols on posts; exit code 0, or 2 when something cannot be used."""
    written = _form(target) if target else ""
    before, after = packs.compiled(old), packs.compiled(new)
    try:
        from afspraak.bulk import replay as replays
        from afspraak.cli import column_checking
        from afspraak.replaying import notes

        files = post_files.PostFiles((*posts, *more), said, after)
    except ImportError as missing:
        _leave_without(missing, "bulk")
    at = files.at or dt.datetime.now(dt.UTC)
    now = at if at.tzinfo else at.replace(tzinfo=ZoneInfo(after.data["timezone"]))
    with scan_progress.shown(0) as tell:
        old_checker, new_checker = map(column_checking.checker, (before, after))
        outcome = replays.replay(
            old_checker, new_checker, _batches(files, tell), now=now, samples=samples
        )
    setting = notes.Setting(
        old=before,
        new=after,
        files=tuple(path.name for path in files.paths),
        as_=files.as_,
        assumed=files.assumed,
        as_column=said.as_column is not None,
        timed=said.at is not None or said.at_column is not None,
        now=now,
        bad_rows=files.bad_rows,
    )
    if warning := notes.unknown_hours(voice(), setting):
        click.echo(warning, err=True)
    if target:
        disk.write_bytes(target, _file(outcome, setting, written))
        click.echo(target)
    else:
        _print(outcome, setting, form)


def _form(target: Path) -> str:
    form = target.suffix.removeprefix(".").lower()
    if form not in FORMS:
        leave(
            say(nl=f"{target.name} is geen vorm die ik ken", en=f"{target.name} is no form I know"),
            say(nl="eindig de naam op ", en="end the name in ") + ", ".join(f".{f}" for f in FORMS),
        )
    if not target.parent.is_dir():
        # said now, and not when all posts have been checked
        leave(
            say(nl=f"de map {target.parent} is er niet", en=f"there is no folder {target.parent}"),
            say(
                nl=f"maak eerst de map voor {target.name}",
                en=f"first make the folder for {target.name}",
            ),
        )
    return form


def _batches(files: post_files.PostFiles, tell: scan_progress.Tell) -> Iterator["Batch"]:
    checked = 0
    for posts, share in files.batches():
        yield posts.texts, posts.facts
        checked += len(posts.texts) - posts.texts.null_count
        tell(checked, share)


def _file(outcome: "Replay", setting: "Setting", form: str) -> bytes:
    """The report as a file in the reader's language."""
    from afspraak.cli import replay_shows
    from afspraak.documents import replay_report
    from afspraak.replaying import telling

    if form == "json":
        return _json(replay_shows.as_json(outcome, setting))
    with terminal.working(say(nl="Het verslag wordt gemaakt …", en="Making the report …")):
        try:
            return replay_report.write(telling.told(voice(), outcome, setting), form)
        except ImportError as missing:
            _leave_without(missing, "documents")


def _print(outcome: "Replay", setting: "Setting", form: str) -> None:
    from afspraak.cli import replay_shows
    from afspraak.replaying import telling

    if form == "json":
        click.echo(_json(replay_shows.as_json(outcome, setting)), nl=False)
        return
    for part in replay_shows.as_text(telling.told(voice(), outcome, setting)):
        terminal.show(part)


def _json(said: object) -> bytes:
    """Text for programs is UTF-8 everywhere; half an emoji stays the escape JSON knows it by."""
    return f"{json.dumps(said, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")


def _leave_without(missing: ImportError, extra: str) -> Never:
    leave(
        say(
            nl=f"hiervoor ontbreekt een onderdeel ({missing.name})",
            en=f"a part is missing for this ({missing.name})",
        ),
        f'pip install "afspraak[{extra}]"',
    )
