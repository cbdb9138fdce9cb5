"""What changes in the rules of a clause, in words for the people they speak to."""

from collections.abc import Iterator, Mapping

from afspraak.diagnostics import Text
from afspraak.protocol.changes.change import Change, Path, date, fresh, in_and_out, listed, quoted
from afspraak.protocol.changes.wording import rewordings
from afspraak.protocol.handbook.secrecy import Secrets
from afspraak.protocol.model import POST_AS, SEVERITIES, Protocol, Rule, Words
from afspraak.protocol.text_hash import Json, written_options

_SEVERITY: Mapping[str, Text] = {
    "stop": {"nl": "niet doen", "en": "stop"},
    "ask": {"nl": "eerst vragen", "en": "ask first"},
    "note": {"nl": "let op", "en": "take care"},
    "info": {"nl": "goed om te weten", "en": "good to know"},
}
_AS: Mapping[str, Text] = {
    "corporate": {"nl": "zakelijke kanalen", "en": "corporate channels"},
    "professional": {"nl": "werkaccounts", "en": "professional accounts"},
    "affiliated": {
        "nl": "privéaccounts waarop te zien is waar je werkt",
        "en": "private accounts that show where you work",
    },
    "private": {"nl": "andere privéaccounts", "en": "other private accounts"},
}
_REWORDED: Mapping[str, Text] = {
    "message": {"nl": "zegt het anders", "en": "says it differently"},
    "advice": {"nl": "geeft ander advies", "en": "gives other advice"},
}


def rule_changes(
    *, about: Text, path: Path, old: Rule, new: Rule, protocols: tuple[Protocol, Protocol]
) -> Iterator[Change]:
    """What is different about a rule that was there and still is."""
    secret = any(
        Secrets.of(protocol).guard(rule)
        for protocol, rule in zip(protocols, (old, new), strict=True)
    )
    told: list[tuple[str, Text]] = [
        *_kind(old, new),
        *_severity(old, new),
        *_whose(old, new),
        *_networks(old, new),
        *_until(old, new, secret=secret),
        *_options(old, new),
        *_examples(old, new, secret=secret),
    ]
    for field, text in told:
        says = _of_rule(new, text)
        yield Change((*path, field), "changed", about, says, material=True)
    for field, before, after in _texts(old, new):
        if before != after:
            says = _of_rule(new, _REWORDED[field])
            details = rewordings(before, after)
            yield Change((*path, field), "reworded", about, says, material=True, details=details)


def _of_rule(rule: Rule, text: Text) -> Text:
    return {
        "nl": f"de regel `{rule.id}` {text['nl']}",
        "en": f"the rule `{rule.id}` {text['en']}",
    }


def new_rule(rule: Rule) -> Text:
    """What a rule that was not there before does."""
    word = _SEVERITY[rule.severity]
    return {
        "nl": f"nieuwe regel `{rule.id}` (‘{word['nl']}’)",
        "en": f"new rule `{rule.id}` (‘{word['en']}’)",
    }


def _texts(old: Rule, new: Rule) -> Iterator[tuple[str, Words | None, Words | None]]:
    yield "message", old.message, new.message
    yield "advice", old.advice, new.advice


def _kind(old: Rule, new: Rule) -> Iterator[tuple[str, Text]]:
    if old.kind != new.kind:
        yield (
            "kind",
            {
                "nl": f"let nu op iets anders: `{new.kind}` in plaats van `{old.kind}`",
                "en": f"now looks for something else: `{new.kind}` instead of `{old.kind}`",
            },
        )


def _severity(old: Rule, new: Rule) -> Iterator[tuple[str, Text]]:
    if old.severity == new.severity:
        return
    was, is_ = _SEVERITY[old.severity], _SEVERITY[new.severity]
    stricter = SEVERITIES.index(new.severity) < SEVERITIES.index(old.severity)
    nl, en = ("strenger", "stricter") if stricter else ("milder", "milder")
    yield (
        "severity",
        {
            "nl": f"is {nl}: zegt nu ‘{is_['nl']}’ en zei eerst ‘{was['nl']}’",
            "en": f"is {en}: it now says ‘{is_['en']}’ and used to say ‘{was['en']}’",
        },
    )


def _whose(old: Rule, new: Rule) -> Iterator[tuple[str, Text]]:
    before, after = old.as_ or POST_AS, new.as_ or POST_AS
    for accounts, nl, en in (
        (fresh(before, after), "geldt nu ook voor", "now covers"),
        (fresh(after, before), "geldt niet meer voor", "no longer covers"),
    ):
        if accounts:
            names_nl = listed([_AS[account]["nl"] for account in accounts])["nl"]
            names_en = listed([_AS[account]["en"] for account in accounts])["en"]
            also = " too" if en == "now covers" else ""
            yield "as", {"nl": f"{nl} {names_nl}", "en": f"{en} {names_en}{also}"}


def _networks(old: Rule, new: Rule) -> Iterator[tuple[str, Text]]:
    if old.networks == new.networks:
        return
    if new.networks is None:
        yield "networks", {"nl": "geldt nu op elk netwerk", "en": "now holds on every network"}
    else:
        names = listed([*new.networks])
        yield (
            "networks",
            {
                "nl": f"geldt nu alleen op {names['nl']}",
                "en": f"now holds only on {names['en']}",
            },
        )


def _until(old: Rule, new: Rule, *, secret: bool) -> Iterator[tuple[str, Text]]:
    if old.until == new.until:
        return
    if new.until is None:
        yield "until", {"nl": "houdt niet meer vanzelf op", "en": "no longer ends by itself"}
    elif secret:
        yield "until", {"nl": "houdt op een andere dag op", "en": "ends on another day"}
    elif old.until is None:
        ends = date(new.until)
        yield (
            "until",
            {
                "nl": f"geldt nu tot {ends['nl']} en houdt dan vanzelf op",
                "en": f"now holds until {ends['en']} and then ends by itself",
            },
        )
    else:
        ends, was = date(new.until), date(old.until)
        nl, en = ("langer", "longer") if new.until > old.until else ("korter", "shorter")
        yield (
            "until",
            {
                "nl": f"geldt {nl}: tot {ends['nl']} in plaats van {was['nl']}",
                "en": f"holds {en}: until {ends['en']} instead of {was['en']}",
            },
        )


def _options(old: Rule, new: Rule) -> Iterator[tuple[str, Text]]:
    before, after = written_options(old), written_options(new)
    if old.kind != new.kind:
        return
    for key in sorted({*before, *after}):
        was, is_ = before.get(key), after.get(key)
        if was != is_:
            yield key, _option(key, was, is_)


def _option(key: str, was: Json, is_: Json) -> Text:
    if isinstance(was or [], list) and isinstance(is_ or [], list):
        told = _list_option(key, _strings(was), _strings(is_))
        if told:
            return told
    elif not isinstance(was, list | dict) and not isinstance(is_, list | dict):
        return {
            "nl": f"heeft een andere instelling: `{key}` {_shown(was, is_, 'nl')}",
            "en": f"has another setting: `{key}` {_shown(was, is_, 'en')}",
        }
    return {
        "nl": f"heeft een andere instelling: `{key}`",
        "en": f"has another setting: `{key}`",
    }


def _list_option(key: str, was: list[str], is_: list[str]) -> Text | None:
    if set(was) == set(is_):
        return None
    said = in_and_out(was, is_)
    return {
        "nl": f"heeft een andere lijst `{key}`: {said['nl']}",
        "en": f"has another list `{key}`: {said['en']}",
    }


def _strings(value: Json) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _shown(was: Json, is_: Json, lang: str) -> str:
    yes = {"nl": {True: "aan", False: "uit"}, "en": {True: "on", False: "off"}}[lang]
    words = [yes[v] if isinstance(v, bool) else "" if v is None else str(v) for v in (was, is_)]
    if not words[0] or not words[1]:
        gone = "gewoon" if lang == "nl" else "as usual"
        words = [word or gone for word in words]
    link = "in plaats van" if lang == "nl" else "instead of"
    return f"‘{words[1]}’ {link} ‘{words[0]}’"


def _examples(old: Rule, new: Rule, *, secret: bool) -> Iterator[tuple[str, Text]]:
    for field, nl, en in (
        ("finds", "dat wel telt", "that counts"),
        ("clear", "dat niet telt", "that does not count"),
    ):
        before: tuple[str, ...] = getattr(old.examples, field)
        after: tuple[str, ...] = getattr(new.examples, field)
        for posts, verb_nl, verb_en in (
            (fresh(before, after), "erbij", "more"),
            (fresh(after, before), "minder", "fewer"),
        ):
            if not posts:
                continue
            many = len(posts) > 1
            noun_nl, noun_en = ("voorbeelden", "examples") if many else ("voorbeeld", "example")
            # An example of a secret term would tell the term.
            shown = (
                {"nl": "", "en": ""} if secret else {k: f": {v}" for k, v in quoted(posts).items()}
            )
            yield (
                "examples",
                {
                    "nl": f"heeft {len(posts)} {noun_nl} {verb_nl} {nl}{shown['nl']}",
                    "en": f"has {len(posts)} {verb_en} {noun_en} {en}{shown['en']}",
                },
            )
