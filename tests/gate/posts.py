"""Posts in columns: texts with what is known about them, and rows that run into each other."""

import datetime as dt
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from afspraak.engine import networks
from afspraak.engine.post import POST_AS, Media, Post
from gate import packs
from gate.oddities import ODD
from gate.texts import Maker

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
NETWORKS = (None, None, None, "instagram", *networks.names())
ALTS = (None, "", " ", "Een taart", "a" * 1001, "é" * 1500 + "!", "b" * 2001)
A_MINUTE = dt.timedelta(minutes=1)
DAYS = ("2026-12-01", "2027-03-28", "2027-10-31", "2026-12-31", "2027-02-28")
"""An ordinary day, the two on which the clock changes, and ends of a year and a month."""


@dataclass(frozen=True)
class Batch:
    """Posts to be checked as one column, and how to make them again."""

    pack: str
    seed: int
    posts: tuple[Post, ...]


def batch(pack: str, seed: int, size: int) -> Batch:
    """`size` posts for a pack. The same seed gives the same posts."""
    chance = random.Random(f"{pack} {seed}")
    made = _maker_of_posts(pack, chance)
    rows = _rows(maker_of(packs.SERVER[pack]), chance)
    return Batch(pack, seed, tuple(made(next(rows)) for _ in range(size)))


@cache
def maker_of(pack: str) -> Maker:
    """The maker of texts for a pack."""
    return Maker.of(packs.by_name(pack))


def _rows(maker: Maker, chance: random.Random) -> Iterator[str]:
    """Texts, some of them cut in two rows, joined, empty, or with what rows are joined by."""
    while True:
        text = maker.text(chance)
        edge = chance.random()
        if edge < 0.12:
            at = chance.randint(0, len(text))
            yield from (text[:at], text[at:])
        elif edge < 0.17:
            yield chance.choice([text + "\x00", "\x00" + text, f"{text}\x00{maker.text(chance)}"])
        elif edge < 0.20:
            yield from (text, chance.choice(ODD["rows_after"]))
        elif edge < 0.24:
            # a term that fills its row, between rows that begin and end with one
            yield from chance.choices(maker.words, k=3)
        elif edge < 0.26:
            # rows that are folded, of which one ends with a term and the next begins with a mark
            yield from (f"é {chance.choice(maker.words)}", f"\u0301{text}")
        elif edge < 0.27:
            at = chance.randint(0, len(text))
            yield text[:at] + chance.choice("\ud83d\udc4d") + text[at:]
        else:
            yield text


def _maker_of_posts(pack: str, chance: random.Random) -> Callable[[str], Post]:
    """One function from text to post: a column's times have a zone all of them, or none."""
    # few in a column, so that rules that seldom hold do so for many of its posts
    moments = chance.sample(moments_of(pack), 3)
    zone = dt.UTC if chance.random() < 0.5 else None

    def made(text: str) -> Post:
        media: tuple[Media, ...] = ()
        if chance.random() < 0.06:
            asked = chance.choice([None, True, False])
            media = (Media(chance.choice(ALTS), gps=chance.random() < 0.3, people_asked=asked),)
        return Post(
            text,
            as_=chance.choice(POST_AS),
            network=chance.choice(NETWORKS),
            at=_moved(chance.choice(moments), zone, chance) if chance.random() < 0.6 else None,
            media=media,
        )

    return made


def _moved(moment: dt.datetime, zone: dt.tzinfo | None, chance: random.Random) -> dt.datetime:
    """A minute before, at or after the moment; with a zone, the same instant told in it."""
    moved = moment + A_MINUTE * chance.choice([-1, 0, 0, 1, 30, chance.randrange(10_000)])
    return moved.replace(tzinfo=None) if zone is None else moved.astimezone(zone)


@cache
def moments_of(pack: str) -> list[dt.datetime]:
    """The local moments at which rules of the pack begin and stop to hold, and other edges."""
    data = packs.by_name(pack).data
    zone = ZoneInfo(data["timezone"])
    days, minutes = set(DAYS), {0, 120, 150, 180, 720}
    for rule in data["rules"]:
        days |= {rule["until"]} if "until" in rule else set()
        for clock in rule.get("clocks", []):
            days |= {clock[key] for key in ("first", "last") if key in clock}
            minutes |= set(clock.get("minutes", []))
    dates = [
        dt.date.fromisoformat(day) + dt.timedelta(n) for day in sorted(days) for n in (0, 1, 6)
    ]
    return [
        dt.datetime.combine(date, dt.time(minute // 60 % 24, minute % 60), zone)
        for date in dates
        for minute in sorted(minutes)
    ]
