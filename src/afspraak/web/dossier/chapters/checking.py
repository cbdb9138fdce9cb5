"""What the check looks for, rule by rule, and where it looks."""

from collections.abc import Iterator, Mapping, Sequence

from afspraak.documents.dossier import Cell, Chapter, DossierPart, Table
from afspraak.engine import kinds
from afspraak.protocol.handbook.content import Passage
from afspraak.protocol.handbook.passages import generic, passage
from afspraak.protocol.handbook.wording import say as word
from afspraak.protocol.handbook.wording import say_date
from afspraak.protocol.model import POST_AS, Clause, Rule
from afspraak.protocol.text_hash import written_options
from afspraak.replaying.names import severity_name
from afspraak.replaying.voice import Voice
from afspraak.web.dossier.chapters.making import cell, chapter, listing, plain, prose, said
from afspraak.web.dossier.subject import Subject

PROTECTED = "protected"
HIDDEN = "…"
MOST_WORDS = 12
"""Of a longer list so many are shown; the protocol file has them all."""


def checking(say: Voice, subject: Subject) -> Chapter:
    """Every rule: what it finds, in whose posts, and how certain that is."""
    return chapter(
        say,
        "rules",
        *_parts(say, subject),
        nl="Wat er nagekeken wordt",
        en="What is checked",
    )


def _parts(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    yield prose(
        say,
        nl="De check gebeurt in de browser van wie schrijft, op het moment dat die dat zelf wil. "
        "De tekst gaat niet naar het bedrijf, wordt niet bewaard en niet geteld. Een regel kan "
        "niets tegenhouden en niets melden: hij zegt iets tegen de schrijver, en die beslist.",
        en="The check happens in the writer’s browser, when they want it. The text does not go to "
        "the company, is not kept and not counted. A rule can stop nothing and report nothing: "
        "it says something to the writer, who decides.",
    )
    yield listing(
        said(
            say,
            nl="**Zeker** betekent: het staat er, zoals een woord of een rekeningnummer. Of het "
            "daar erg is, blijft mensenwerk.",
            en="**Certain** means: it is there, such as a word or an account number. Whether that "
            "matters there remains for people.",
        ),
        said(
            say,
            nl="**Aanwijzing** betekent: de regel kan ernaast zitten. De check zegt dat erbij.",
            en="**Hint** means: the rule may be wrong. The check says so.",
        ),
    )
    finding = [(clause, rule) for clause, rule in subject.rules if rule.kind != PROTECTED]
    rights = [(clause, rule) for clause, rule in subject.rules if rule.kind == PROTECTED]
    if finding:
        yield _table(say, subject, finding)
    else:
        yield prose(
            say, nl="Er staat geen enkele regel in het voorstel.", en="The proposal has no rules."
        )
    yield from _rights(say, subject, rights)
    yield from _lists(say, subject)
    yield from _dropped(say, subject)


def _table(say: Voice, subject: Subject, rules: list[tuple[Clause, Rule]]) -> Table:
    return Table(
        say(nl="Regels van de check", en="Rules of the check"),
        (
            say(nl="Regel", en="Rule"),
            say(nl="Vindt en zegt", en="Finds and says"),
            say(nl="Berichten van", en="Posts of"),
            say(nl="Zekerheid", en="Certainty"),
        ),
        tuple(
            (
                _which(say, subject, clause, rule),
                _finds(say, subject, rule),
                cell(say, *_whose(say, rule)),
                cell(say, _certainty(say, rule)),
            )
            for clause, rule in rules
        ),
        (27, 40, 21, 12),
    )


def _which(say: Voice, subject: Subject, clause: Clause, rule: Rule) -> Cell:
    title = passage(clause.title, say.lang)
    name = HIDDEN if subject.secrets.stand_in(rule.id) else rule.id
    sort = {
        "new": say(nl="nieuw", en="new"),
        "changed": say(nl="veranderd", en="changed"),
        "same": "",
    }[subject.sort_of(rule)]
    return (
        Passage(f"`{name}`", say.lang),
        Passage(plain(title.text), title.lang),
        *cell(say, f"**{sort}**" if sort else ""),
    )


def _finds(say: Voice, subject: Subject, rule: Rule) -> Cell:
    lines = [
        Passage(kinds.summary(rule.kind, say.lang), say.lang),
        *cell(say, _list_of(say, subject, rule), *_settings(say, subject, rule)),
    ]
    if rule.message:
        told = generic(passage(rule.message, say.lang))
        if not subject.secrets.stand_in(told.text):
            lines.append(Passage(f"*“{plain(told.text)}”*", told.lang))
    severity = severity_name(say, rule.severity)
    return (*lines, *cell(say, say(nl=f"Weegt: {severity}.", en=f"Weighs: {severity}.")))


def _list_of(say: Voice, subject: Subject, rule: Rule) -> str:
    """That a confidential list is looked for, and how long it is; never a word of it."""
    if not subject.secrets.guard(rule):
        return ""
    used = _words_in(written_options(rule))
    count = sum(
        len(held.terms)
        for name, held in subject.proposal.lists.items()
        if held.confidential and name in used
    )
    return say(
        nl=f"Een vertrouwelijke lijst van {count} {'woord' if count == 1 else 'woorden'} hoort "
        "erbij; die staat niet in dit dossier.",
        en=f"A confidential list of {count} {'term' if count == 1 else 'terms'} belongs to it; it "
        "is not in this dossier.",
    )


def _settings(say: Voice, subject: Subject, rule: Rule) -> Iterator[str]:
    """The words a rule looks for, as far as readers may see them, and how it is set otherwise."""
    options = dict(written_options(rule))
    words = [str(each) for each in _listed(options.pop("terms", ()))]
    for name in _listed(options.pop("lists", ())):
        held = subject.proposal.lists.get(str(name))
        if held and not held.confidential:
            words += held.terms
    if words:
        yield say(nl="Woorden: ", en="Words: ") + _shown(say, subject, words) + "."
    for key, value in options.items():
        told = [_said(say, each) for each in _listed(value)]
        yield f"`{key}`: {_shown(say, subject, told)}."


def _said(say: Voice, value: object) -> str:
    if isinstance(value, bool):
        return say(nl="aan", en="on") if value else say(nl="uit", en="off")
    return str(value)


def _listed(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return value
    if isinstance(value, Mapping):
        return [f"{key} {held}" for key, held in value.items()]
    return [value]


def _shown(say: Voice, subject: Subject, words: Sequence[str]) -> str:
    said = [HIDDEN if subject.secrets.stand_in(each) else plain(each) for each in words]
    more = len(said) - MOST_WORDS
    listed = ", ".join(said[:MOST_WORDS])
    if more <= 0:
        return listed
    return listed + say(nl=f" en nog {more}", en=f" and {more} more")


def _words_in(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, Mapping):
        return {word for held in value.values() for word in _words_in(held)}
    if isinstance(value, list | tuple):
        return {word for held in value for word in _words_in(held)}
    return set()


def _whose(say: Voice, rule: Rule) -> Iterator[str]:
    if rule.as_ and set(rule.as_) != set(POST_AS):
        names = [word(f"as.{each}", say.lang) for each in POST_AS if each in rule.as_]
        yield ", ".join(names)
    else:
        yield say(nl="alle berichten die iemand zelf nakijkt", en="all posts that somebody checks")
    if rule.networks:
        yield say(nl="alleen op ", en="only on ") + ", ".join(rule.networks)
    if rule.until:
        day = say_date(rule.until, say.lang)
        yield say(nl=f"tot en met {day}", en=f"up to and including {day}")


def _certainty(say: Voice, rule: Rule) -> str:
    if kinds.all_kinds()[rule.kind].certainty == "certain":
        return say(nl="zeker", en="certain")
    return say(nl="aanwijzing", en="hint")


def _rights(
    say: Voice, subject: Subject, rules: list[tuple[Clause, Rule]]
) -> Iterator[DossierPart]:
    if not rules:
        return
    names = ", ".join(f"`{rule.id}`" for _, rule in rules if not subject.secrets.stand_in(rule.id))
    yield prose(
        say,
        nl=f"**Over rechten.** {len(rules)} {'regel herkent' if len(rules) == 1 else 'regels'} "
        f"{'' if len(rules) == 1 else 'herkennen '}berichten over vakbond, ondernemingsraad, loon, "
        f"misstanden of verkiezingen ({names}). Zo’n regel geeft uitleg over je recht, nooit een "
        "waarschuwing. Hij wordt nergens geteld, ook niet in de proef met echte berichten.",
        en=f"**About rights.** {len(rules)} {'rule recognises' if len(rules) == 1 else 'rules'} "
        f"{'' if len(rules) == 1 else 'recognise '}posts about union, works council, pay, wrongs "
        f"or elections ({names}). Such a rule explains your right and is never a warning. It is "
        "counted nowhere, nor in the test on real posts.",
    )


def _lists(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    secret = [held for held in subject.proposal.lists.values() if held.confidential]
    if not secret:
        return
    count = sum(len(held.terms) for held in secret)
    lists_nl = "lijst is" if len(secret) == 1 else "lijsten zijn"
    lists_en = "list is" if len(secret) == 1 else "lists are"
    yield prose(
        say,
        nl=f"**Vertrouwelijk.** {len(secret)} {lists_nl} vertrouwelijk, samen {count} "
        f"{'woord' if count == 1 else 'woorden'}. Wie de afspraken schrijft, ziet ze; lezers en "
        "dit dossier niet. In de browser staan ze alleen als onleesbare code. Wil je weten wat "
        "erop staat, vraag het dan aan de redacteur.",
        en=f"**Confidential.** {len(secret)} {lists_en} confidential, with {count} "
        f"{'term' if count == 1 else 'terms'}. Whoever writes the agreements sees them; readers "
        "and this dossier do not. In the browser they stand as unreadable code only. To know what "
        "is on them, ask the editor.",
    )


def _dropped(say: Voice, subject: Subject) -> Iterator[DossierPart]:
    names = [each for each in subject.dropped if not subject.secrets.stand_in(each)]
    if names:
        listed = ", ".join(f"`{each}`" for each in names)
        yield prose(
            say,
            nl=f"**Niet meer nagekeken:** {listed}.",
            en=f"**No longer checked:** {listed}.",
        )
