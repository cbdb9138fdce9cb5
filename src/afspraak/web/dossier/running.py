"""A trial, done: the posts against the edition in force and against the proposal.

Needs the extra `bulk`; `operations` imports it only when there is something to run.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from afspraak.bulk import replay as replays
from afspraak.bulk import scanner
from afspraak.bulk.column import ColumnChecker
from afspraak.bulk.facts import Facts
from afspraak.bulk.files import Place, UnableToRead, open_file
from afspraak.bulk.files.choosing import Columns
from afspraak.bulk.files.posts import Ask, PostFile
from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.documents.replay_report import Report
from afspraak.engine import networks
from afspraak.engine.pack import Pack
from afspraak.replaying import telling
from afspraak.replaying.notes import Setting
from afspraak.replaying.voice import Voice

MAX_POSTS = 200_000
SAMPLES = 3

Tell = Callable[[int, float], None]
"""Hears how many posts were checked, and which part of the file was read by then."""


class UnableToTry(Exception):
    """These posts cannot be tried: what is wrong, and what can be done."""

    def __init__(self, problem: Text, way_out: Text) -> None:
        super().__init__(problem["en"])
        self.problem = problem
        self.way_out = way_out


@dataclass(frozen=True, slots=True)
class Asked:
    """How the posts are read; empty where nobody said."""

    column: str = ""
    at_column: str = ""


@dataclass(frozen=True, slots=True)
class Tried:
    """What a trial came to: the report in each language."""

    posts: int
    reports: Mapping[Lang, Report]


def opened(path: Path, asked: Asked, timezone: str) -> PostFile:
    """The posts of a file. Raises `UnableToTry`, also where it says who wrote what."""
    ask = Ask(
        Columns(text=asked.column or None, at=asked.at_column or None),
        Facts("corporate", None, None),
        {name: name for name in networks.names()},
        timezone,
    )
    try:
        return PostFile(open_file(path), ask)
    except UnableToRead as unable:
        raise _of(unable) from unable


def tried(path: Path, asked: Asked, old: Pack, new: Pack, *, now: dt.datetime, tell: Tell) -> Tried:
    """The trial, done. Raises `UnableToTry`."""
    file = opened(path, asked, new.data["timezone"])
    counted = _Counted(file, tell)
    cache = scanner.default_cache()
    before, after = (ColumnChecker(pack, cache=cache) for pack in (old, new))
    here = now.astimezone(ZoneInfo(new.data["timezone"]))
    try:
        outcome = replays.replay(before, after, counted.batches(), now=here, samples=SAMPLES)
    except UnableToRead as unable:
        raise _of(unable) from unable
    if not outcome.posts:
        raise UnableToTry(
            {"nl": "Er staat geen enkel bericht in.", "en": "There is no post in it."},
            {
                "nl": "Kijk of de berichten in de goede kolom staan.",
                "en": "See whether the posts are in the right column.",
            },
        )
    reports: dict[Lang, Report] = {}
    for lang in LANGUAGES:
        say = Voice(lang)
        setting = Setting(
            old=old,
            new=new,
            files=(say(nl="berichten", en="posts") + "".join(path.suffixes),),
            as_="corporate",
            assumed=False,
            as_column=False,
            timed=bool(asked.at_column),
            now=here,
            bad_rows=counted.bad_rows,
        )
        reports[lang] = telling.told(say, outcome, setting)
    return Tried(outcome.posts, reports)


class _Counted:
    """The batches of a file, counted and told of; rows that are no posts are skipped."""

    def __init__(self, file: PostFile, tell: Tell) -> None:
        self.bad_rows = 0
        self._file = file
        self._tell = tell

    def batches(self) -> Iterator[replays.Batch]:
        checked = 0
        for posts in self._file.batches(Place()):
            self.bad_rows += len(posts.bad)
            if checked + len(posts.texts) > MAX_POSTS:
                raise UnableToTry(
                    {
                        "nl": "Er staan meer dan 200.000 berichten in.",
                        "en": "There are more than 200,000 posts in it.",
                    },
                    {
                        "nl": "Bied een deel aan, zoals die van het laatste jaar; of gebruik "
                        "`afspraak replay` op je eigen computer.",
                        "en": "Offer a part, such as those of the last year; or use `afspraak "
                        "replay` on your own computer.",
                    },
                )
            yield posts.texts, posts.facts
            checked += len(posts.texts)
            self._tell(checked, posts.share)


def _of(unable: UnableToRead) -> UnableToTry:
    where = {"nl": f"Regel {unable.line}: ", "en": f"Line {unable.line}: "} if unable.line else {}
    problem: Text = {
        lang: where.get(lang, "") + unable.problem[lang][:1].upper() + unable.problem[lang][1:]
        for lang in LANGUAGES
    }
    return UnableToTry(problem, unable.way_out)
