"""How an account reading is shown to a person."""

import click

from afspraak.cli.language import say
from afspraak.diagnostics import Lang, pick
from afspraak.diagnostics.display import shown
from afspraak.engine.account import AccountReading


def as_text(reading: AccountReading, lang: Lang) -> str:
    """The reading, its evidence, what to change and better names, in that order."""
    lines = [click.style(reading_name(reading.reading), bold=True)]
    for each in reading.evidence:
        says = pick(each.says, lang)
        quoted = "" if each.text in says else f" ‘{each.text}’"
        lines.append(shown(f"  {where_name(each.where)}{quoted}: {says}"))
    lines += [f"\n{shown(pick(advice, lang))}" for advice in reading.advice]
    if reading.handles:
        lines.append(f"\n{say(nl='Duidelijker namen', en='Clearer names')}:")
        lines += [f"  @{handle}" for handle in reading.handles]
    if reading.bio:
        lines.append(f"\n{say(nl='Profielregel', en='Profile line')}:\n  {pick(reading.bio, lang)}")
    return "\n".join(lines)


def reading_name(reading: str) -> str:
    """How a reader will take the account."""
    return {
        "corporate": say(nl="Leest als: de organisatie zelf", en="Reads as: the organisation"),
        "professional": say(nl="Leest als: iemand in zijn werk", en="Reads as: someone at work"),
        "affiliated": say(
            nl="Leest als: privé, met de werkgever in beeld",
            en="Reads as: private, with the employer in view",
        ),
        "private": say(nl="Leest als: privé", en="Reads as: private"),
        "unclear": say(nl="Onduidelijk: vraag het even na", en="Unclear: better ask"),
    }[reading]


def where_name(where: str) -> str:
    """The part of the profile a piece of evidence stands in."""
    return {
        "handle": say(nl="accountnaam", en="handle"),
        "name": say(nl="naam", en="name"),
        "bio": say(nl="profieltekst", en="profile text"),
        "link": say(nl="link", en="link"),
    }[where]
