"""How a replay was done, and what must be said beside its numbers."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from afspraak.documents import replay_report as report
from afspraak.engine.pack import Pack, PackRule
from afspraak.engine.post import PostAs
from afspraak.replaying import names
from afspraak.replaying.numbers import listed
from afspraak.replaying.voice import Voice


@dataclass(frozen=True, slots=True)
class Setting:
    """What was replayed and how: the two packs, the files, and what was said of their posts.

    `assumed` says that nobody said whose posts they are, `as_column` that a column says it of each,
    `timed` that somebody or a column said when they were out. `bad_rows` were no posts.
    """

    old: Pack
    new: Pack
    files: tuple[str, ...]
    as_: PostAs
    assumed: bool
    as_column: bool
    timed: bool
    now: dt.datetime
    bad_rows: int = 0


def does(say: Voice) -> report.Notes:
    """What the test does with posts, and what it never does."""
    return report.Notes(
        say(nl="Wat deze proef doet, en nooit doet", en="What this test does, and never does"),
        (
            say(
                nl="Een bevinding is advies aan wie schrijft. Niemand krijgt een score.",
                en="A finding is advice to the writer. Nobody gets a score.",
            ),
            say(
                nl="De proef is voor berichten van de organisatie zelf, of zonder namen. Een "
                "kolom met personen wordt geweigerd, tenzij die onleesbaar is gemaakt.",
                en="The test is for the organisation’s own posts, or posts without names. A column "
                "that holds persons is refused, unless it was made unreadable.",
            ),
            say(
                nl="Alleen deze bestanden zijn gelezen. Er is niets opgezocht of verstuurd.",
                en="Only these files were read. Nothing was looked up or sent.",
            ),
            say(
                nl="Dat een bericht over een recht gaat, zoals de vakbond of je loon, wordt niet "
                "geteld en niet getoond.",
                en="That a post is about a right, such as the union or your pay, is neither "
                "counted nor shown.",
            ),
        ),
    )


def cannot_tell(say: Voice, setting: Setting, now: str) -> report.Notes:
    """What nobody may read into the numbers; `now` is the time that was reckoned with."""
    lines = [
        say(
            nl="Of een bevinding terecht is. Dat zien mensen.",
            en="Whether a finding is right. People see that.",
        ),
        say(
            nl="Hoe het met andere berichten gaat dan deze.",
            en="How other posts than these will fare.",
        ),
        _whose(say, setting),
    ]
    media = _rules_that(setting, lambda rule: rule["kind"] == "media")
    clocked = _rules_that(setting, lambda rule: "clocks" in rule or "until" in rule)
    if media:
        lines.append(
            say(
                nl=f"Wat er op foto’s staat. {listed(say, media)} zegt hier daarom niets.",
                en=f"What is in pictures. So {listed(say, media)} says nothing here.",
            )
        )
    if clocked:
        lines.append(
            say(
                nl=f"Wanneer een bericht geplaatst is, als dat er niet bij staat. Voor "
                f"{listed(say, clocked)} telt dan {now}.",
                en=f"When a post was out, where nothing says so. For {listed(say, clocked)} it "
                f"then counts as {now}.",
            )
        )
    return report.Notes(say(nl="Wat deze proef niet weet", en="What it cannot tell"), tuple(lines))


def _whose(say: Voice, setting: Setting) -> str:
    name = f"{setting.as_} ({names.as_name(say, setting.as_)})"
    if setting.as_column:
        return say(
            nl=f"Van wie een bericht is, als dat er niet bij staat. Dan telt het als {name}.",
            en=f"Whose a post is, where nothing says so. Then it counts as {name}.",
        )
    if setting.assumed:
        return say(
            nl=f"Van wie de berichten zijn: dat is niet gezegd. Alle tellen als {name}.",
            en=f"Whose the posts are: nobody said. All count as {name}.",
        )
    return say(
        nl=f"Van wie de berichten zijn, behalve dat alle tellen als {name}.",
        en=f"Whose the posts are, besides that all count as {name}.",
    )


def unknown_hours(say: Voice, setting: Setting) -> str:
    """A warning where rules look at day and hour and nobody said when the posts were out."""
    clocked = _rules_that(setting, lambda rule: "clocks" in rule)
    if setting.timed or not clocked:
        return ""
    return say(
        nl=f"afspraak: {listed(say, clocked)} let op dag en uur, en de berichten hebben geen "
        "tijdstip; ze tellen als van nu\n  = hulp: geef --at-column of --at",
        en=f"afspraak: {listed(say, clocked)} looks at day and hour, and the posts have no time; "
        "they count as posted now\n  = help: give --at-column or --at",
    )


def _rules_that(setting: Setting, are: Callable[[PackRule], bool]) -> list[str]:
    """The rules of either pack that are such, by their ids in quotes."""
    rules = (*setting.old.data["rules"], *setting.new.data["rules"])
    found = dict.fromkeys(rule["id"] for rule in rules if are(rule))
    return [f"‘{rule_id}’" for rule_id in found]
