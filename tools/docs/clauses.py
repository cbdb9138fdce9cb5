"""The page about the clause library: what is in it, and which answers choose what."""

from collections.abc import Iterator

from tools.docs import Pages, both, page, table

from afspraak.diagnostics import Lang, Text, pick
from afspraak.protocol.library import ClauseSource, When, sources

FACTS: dict[str, Text] = {
    "sector": {"nl": "soort organisatie", "en": "kind of organisation"},
    "stance": {"nl": "onder werktijd", "en": "during working hours"},
    "council": {"nl": "vertegenwoordiging", "en": "representation"},
    "consent": {"nl": "instemming gegeven", "en": "consent given"},
    "listed": {"nl": "op de beurs", "en": "listed on a stock exchange"},
    "alone": {"nl": "werkt alleen", "en": "works alone"},
    "four_eyes": {"nl": "twee mensen op de redactie", "en": "two people at the desk"},
    "confidant": {"nl": "vertrouwenspersoon", "en": "confidential adviser"},
    "projects": {"nl": "geheime projecten", "en": "confidential projects"},
    "sensitive": {"nl": "gevoelige onderwerpen", "en": "sensitive subjects"},
    "closed_periods": {"nl": "gesloten perioden", "en": "closed periods"},
    "networks": {"nl": "netwerken", "en": "networks"},
}
ANSWERS: dict[str, Text] = {
    "yes": {"nl": "ja", "en": "yes"},
    "no": {"nl": "nee", "en": "no"},
    "any": {"nl": "een of meer", "en": "one or more"},
    "none": {"nl": "geen", "en": "none"},
    "shop": {"nl": "winkel of klein bedrijf", "en": "shop or small firm"},
    "care": {"nl": "zorg", "en": "care"},
    "municipality": {"nl": "gemeente", "en": "municipality"},
    "listed": {"nl": "bedrijf op de beurs", "en": "listed company"},
    "other": {"nl": "iets anders", "en": "something else"},
    "or": {"nl": "ondernemingsraad", "en": "works council"},
    "pvt": {"nl": "personeelsvertegenwoordiging", "en": "staff representation"},
    "meeting": {"nl": "personeelsvergadering", "en": "staff meeting"},
    "open": {"nl": "mag gewoon", "en": "fine"},
    "reasonable": {"nl": "met mate", "en": "within reason"},
    "breaks": {"nl": "in de pauze", "en": "in breaks"},
    "not-while-working": {"nl": "niet tijdens het werk", "en": "not while working"},
}
WORDS: dict[Lang, dict[str, str]] = {
    "nl": {
        "title": "De artikelen van de bibliotheek",
        "intro": "`afspraak new` kiest en vult deze artikelen met de antwoorden op de vragen. De "
        "volgorde is die van het handboek. De teksten zijn niet door een jurist nagekeken.",
        "chosen": "Wanneer",
        "always": "altijd",
        "varies": "De tekst hangt ook af van",
        "rule": "Regel",
        "kind": "Soort",
        "severity": "Ernst",
        "as": "Wiens bericht",
        "all": "iedereen",
        "none": "Geen regels: dit nakijken is mensenwerk.",
        "or": " of ",
    },
    "en": {
        "title": "The clauses of the library",
        "intro": "`afspraak new` chooses and fills these clauses by the answers to its questions. "
        "Their order is that of the handbook. The texts were not reviewed by a lawyer.",
        "chosen": "When",
        "always": "always",
        "varies": "The text also depends on",
        "rule": "Rule",
        "kind": "Kind",
        "severity": "Severity",
        "as": "Whose post",
        "all": "everybody",
        "none": "No rules: this is for people to judge.",
        "or": " or ",
    },
}


def pages() -> Pages:
    """The page in each language."""
    return {path: _page(lang) for lang, path in both("reference/clauses")}


def _page(lang: Lang) -> str:
    words = WORDS[lang]
    parts = [
        part for number, each in enumerate(sources(), 1) for part in _clause(number, each, lang)
    ]
    head = (f"# {words['title']}", words["intro"])
    return page(lang, "src/afspraak/protocol/clauses/", *head, *parts)


def _clause(number: int, source: ClauseSource, lang: Lang) -> Iterator[str]:
    words = WORDS[lang]
    yield f"## {number}. {pick(source.title, lang)}"
    told = [f"`{source.id}`", f"{words['chosen'].lower()}: {_when(source.when, lang)}"]
    depends = {fact for each in (*source.text, *source.may, *source.may_not) for fact in each.when}
    if depends:
        names = ", ".join(name[lang] for key, name in FACTS.items() if key in depends)
        told.append(f"{words['varies'].lower()}: {names}")
    yield " · ".join(told)
    if not source.rules:
        yield words["none"]
        return
    head = tuple(words[key] for key in ("rule", "kind", "severity", "as", "chosen"))
    yield table(
        head,
        [
            (
                f"`{rule.id}`",
                f"[`{rule.kind}`](kinds/{rule.kind}.{lang}.md)",
                f"`{rule.severity}`",
                ", ".join(f"`{each}`" for each in rule.as_ or ()) or words["all"],
                _when(rule.when, lang),
            )
            for rule in source.rules
        ],
    )


def _when(when: When, lang: Lang) -> str:
    asked = [
        f"{FACTS[key][lang]}: {WORDS[lang]['or'].join(ANSWERS[each][lang] for each in allowed)}"
        for key, allowed in when.items()
    ]
    return "; ".join(asked) or WORDS[lang]["always"]
