"""How a replay was done, and what must be said beside its numbers."""

import datetime as dt
from dataclasses import dataclass

from afspraak.cli import shows
from afspraak.cli.language import say
from afspraak.cli.numbers import listed
from afspraak.documents import replay_report as report
from afspraak.engine.pack import Pack
from afspraak.engine.post import PostAs


@dataclass(frozen=True, slots=True)
class Setting:
    """What was replayed and how: the two packs, the files, and what was said of their posts.

    `assumed` says that nobody said whose posts they are. `own_facts` names what a column says of
    each post: `as`, `network`, `at`. `bad_rows` were no posts.
    """

    old: Pack
    new: Pack
    files: tuple[str, ...]
    as_: PostAs
    assumed: bool
    own_facts: frozenset[str]
    now: dt.datetime
    bad_rows: int = 0


def does() -> report.Notes:
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
                nl="Praten over een recht, zoals de vakbond of je loon, telt niet mee en staat "
                "nergens.",
                en="Talk about a right, such as the union or your pay, is not counted and shown "
                "nowhere.",
            ),
        ),
    )


def cannot_tell(setting: Setting, now: str) -> report.Notes:
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
        _whose(setting),
    ]
    media, clocked = _rules_that(setting, "media"), _rules_that(setting, "clocks")
    if media:
        lines.append(
            say(
                nl=f"Wat er op foto’s staat. {listed(media)} zegt hier daarom niets.",
                en=f"What is in pictures. So {listed(media)} says nothing here.",
            )
        )
    if clocked:
        lines.append(
            say(
                nl=f"Wanneer een bericht geplaatst is, als dat er niet bij staat. Voor "
                f"{listed(clocked)} telt dan {now}.",
                en=f"When a post was out, where nothing says so. For {listed(clocked)} it then "
                f"counts as {now}.",
            )
        )
    return report.Notes(say(nl="Wat deze proef niet weet", en="What it cannot tell"), tuple(lines))


def _whose(setting: Setting) -> str:
    name = f"{setting.as_} ({shows.as_name(setting.as_)})"
    if "as" in setting.own_facts:
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


def _rules_that(setting: Setting, what: str) -> list[str]:
    """The rules of either pack that look at pictures, or at day and hour."""
    found = {
        rule["id"]: None
        for pack in (setting.old, setting.new)
        for rule in pack.data["rules"]
        if (rule["kind"] == what if what == "media" else "clocks" in rule or "until" in rule)
        and rule["kind"] != "protected"
    }
    return [f"‘{rule_id}’" for rule_id in found]
