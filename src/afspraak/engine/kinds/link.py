"""Finds links that hide something, follow people, or lead where we ask first.

## What it checks
Web addresses, with or without `https://`, by their host; a domain also covers its subdomains, and
look-alikes of letters count as those letters. `ask` names domains to ask about first, `internal`
those that only colleagues can open. `shorteners` finds links by services that hide where they lead,
`tracking` links with parts such as `utm_source` or `fbclid`; both are on unless switched off with
`false`. An e-mail address is no link, nor is an account such as `@nos.nl`.

## Why
People should see where a link leads before they click, and should not be followed because they
trusted us.

## Example
> Schrijf je in via bit.ly/brooddag

## Use instead
> Schrijf je in via bakkerijjansen.nl/brooddag
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from afspraak.diagnostics import Text
from afspraak.engine import patterns
from afspraak.engine.rule import Body, Condition, Context, Part, Pattern, UnableToCompile, WordSet

CERTAINTY = "certain"
MESSAGES = {
    "nl": "Over de link ‘{match}’ hebben we iets afgesproken.",
    "en": "We agreed something about the link ‘{match}’.",
}
ADVICE: Text = {
    "nl": "Deel het adres zelf, zodat mensen zien waar ze heen gaan.",
    "en": "Share the address itself, so that people see where they go.",
}

# Neither an e-mail address nor an account is a link, though a host stands in both.
_NO_LINK = Condition(
    WordSet(
        patterns=(
            patterns.EMAIL,
            Pattern("@[a-z0-9._-]{1,253}", "", ""),
        )
    ),
    "inside",
    absent=True,
)


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a `link` rule."""

    ask: tuple[str, ...] = ()
    internal: tuple[str, ...] = ()
    shorteners: bool = True
    tracking: bool = True


def compile_rule(options: Options, _context: Context) -> Body:
    """One part for each sort of link."""
    parts = [
        _part(name, _to(name, domains), domains)
        for name, domains in (("ask", options.ask), ("internal", options.internal))
        if domains
    ]
    if options.shorteners:
        # A short link is nothing without its path.
        shorteners = _known()["shorteners"]
        short = patterns.web_address(shorteners, path_is_needed=True)
        parts.append(_part("shortener", short, shorteners))
    if options.tracking:
        parts.append(
            _part(
                "tracking",
                Pattern(_tracking(), check="host"),
            )
        )
    if not parts:
        raise UnableToCompile(
            "ask",
            {
                "nl": "noem domeinen bij `ask` of `internal`, of zet een van de andere aan",
                "en": "name domains in `ask` or `internal`, or switch on one of the others",
            },
        )
    return Body(tuple(parts))


def _to(option: str, domains: tuple[str, ...]) -> Pattern:
    try:
        return patterns.web_address(domains)
    except ValueError as error:
        raise patterns.no_domain(option, error) from None


def _tracking() -> str:
    names = "|".join(_known()["tracking"])
    return f"{patterns.WEB_HOST}(?:[/?#][!#-;=?-~]{{0,300}})?[?&#](?:{names})=[!#-;=?-~]{{0,300}}"


def _part(name: str, pattern: Pattern, domains: tuple[str, ...] = ()) -> Part:
    message, advice = _TEXTS[name]
    # Looked up as words, the names spare nearly every post the search for the address.
    named = tuple(Condition(WordSet(domains), "around") for _ in domains[:1])
    return Part(
        name,
        words=WordSet(patterns=(pattern,)),
        when=(*named, _NO_LINK),
        message=message,
        advice=advice,
    )


@cache
def _known() -> dict[str, tuple[str, ...]]:
    text = files("afspraak.engine").joinpath("links.toml").read_text("ascii")
    return {name: tuple(each) for name, each in tomllib.loads(text).items()}


_TEXTS: dict[str, tuple[Text, Text]] = {
    "ask": (
        {
            "nl": "Naar ‘{match}’ verwijzen we pas na overleg.",
            "en": "We refer to ‘{match}’ only after asking.",
        },
        {
            "nl": "Vraag het eerst, of verwijs naar iets anders.",
            "en": "Ask first, or refer to something else.",
        },
    ),
    "internal": (
        {
            "nl": "‘{match}’ kan alleen van binnen worden geopend.",
            "en": "Only colleagues can open ‘{match}’.",
        },
        {
            "nl": "Deel een pagina die iedereen kan lezen.",
            "en": "Share a page that everybody can read.",
        },
    ),
    "shortener": (
        {
            "nl": "Aan ‘{match}’ is niet te zien waar de link heen gaat.",
            "en": "‘{match}’ does not show where the link goes.",
        },
        ADVICE,
    ),
    "tracking": (
        {
            "nl": "Met ‘{match}’ is te volgen wie er klikt.",
            "en": "‘{match}’ lets others follow who clicks.",
        },
        {
            "nl": "Haal weg wat in de link na het vraagteken staat.",
            "en": "Take out what follows the question mark in the link.",
        },
    ),
}
