"""What a replay tells people: the report, in the reader's language, from the numbers."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from afspraak import __version__
from afspraak.bulk.replay import Replay, RuleReplay
from afspraak.bulk.replay_samples import Way
from afspraak.diagnostics import pick
from afspraak.documents import replay_report as report
from afspraak.replaying import names, notes
from afspraak.replaying.notes import Setting
from afspraak.replaying.numbers import listed, moment, share, tenths, whole
from afspraak.replaying.sentence import sentence
from afspraak.replaying.voice import Voice

MOST_BARS = 10
HASH_CHARS = 12
"""As many as the handbook prints."""
MOST_FILES_NAMED = 4


def told(say: Voice, replay: Replay, setting: Setting) -> report.Report:
    """The whole report."""
    weighty = sorted(replay.rules, key=_weight, reverse=True)
    here = setting.now.astimezone(ZoneInfo(setting.new.data["timezone"]))
    return report.Report(
        lang=say.lang,
        organisation=setting.new.data["protocol"]["name"],
        title=say(
            nl="Wat de nieuwe afspraken doen met echte berichten",
            en="What the new agreements do to real posts",
        ),
        editions=(*_editions(say, setting), _posts(say, replay, setting)),
        sentence=sentence(say, replay),
        figures=_figures(say, replay),
        chart=_chart(say, weighty),
        table=_table(say, weighty),
        notes=(notes.does(say), notes.cannot_tell(say, setting, moment(say, here))),
        samples_title=say(nl="Voorbeelden", en="Samples"),
        samples_about=say(
            nl="Berichten die door het lot zijn gekozen. Namen van accounts, nummers en links zijn "
            "verborgen. Berichten met een vertrouwelijk woord of over een recht staan er niet bij. "
            "Een naam in de tekst zelf herkent de computer niet: lees de voorbeelden na voordat "
            "je ze deelt.",
            en="Posts chosen by lot. Names of accounts, numbers and links are hidden. Posts with a "
            "confidential term or about a right are left out. A name in the text itself is not "
            "recognised: read the samples before you share them.",
        ),
        samples=tuple(_samples(say, weighty)),
        footer=_footer(say, setting, moment(say, here)),
        day=here.date(),
    )


def way_name(say: Voice, way: Way) -> str:
    """What a way is called in the reader's language."""
    if way == "newly":
        return say(nl="nieuw gevonden", en="newly found")
    return say(nl="niet meer gevonden", en="no longer found")


def severities(say: Voice, rule: RuleReplay) -> str:
    """How heavy a rule weighs, and what that becomes."""
    both = dict.fromkeys(filter(None, (rule.severity_before, rule.severity_after)))
    return " → ".join(names.severity_name(say, each) for each in both)


def change_name(say: Voice, rule: RuleReplay) -> str:
    """What happens to the rule itself; empty when nothing does."""
    return {
        "added": say(nl="nieuw", en="added"),
        "removed": say(nl="vervalt", en="removed"),
        "changed": say(nl="veranderd", en="changed"),
        "same": "",
    }[rule.change]


def speaks(rule: RuleReplay) -> bool:
    """Whether the rule finds anything under either protocol, or is itself another."""
    return bool(rule.tally.before or rule.tally.after or rule.change != "same")


def _weight(rule: RuleReplay) -> tuple[int, int, int]:
    tally = rule.tally
    return tally.newly + tally.no_longer, tally.weighs + tally.moved, tally.before + tally.after


def _editions(say: Voice, setting: Setting) -> Iterator[str]:
    names = {pack.data["protocol"]["name"] for pack in (setting.old, setting.new)}
    for word, pack in (
        (say(nl="Nu", en="Now"), setting.old),
        (say(nl="Straks", en="Then"), setting.new),
    ):
        protocol = pack.data["protocol"]
        name = f"{protocol['name']}, " if len(names) > 1 else ""
        edition = say(nl="uitgave", en="edition")
        mark = say(nl="kenmerk", en="fingerprint")
        said = f"{name}{edition} {protocol['edition']}, {mark} {protocol['text_hash'][:HASH_CHARS]}"
        yield f"{word}: {said}"


def _posts(say: Voice, replay: Replay, setting: Setting) -> str:
    named = list(setting.files[:MOST_FILES_NAMED])
    others = len(setting.files) - len(named)
    if others:
        named.append(say(nl=f"nog {others} bestanden", en=f"{others} more files"))
    posts = whole(say, replay.posts)
    said = say(nl=f"{posts} berichten uit ", en=f"{posts} posts from ") + listed(say, named)
    if not setting.bad_rows:
        return said
    bad = whole(say, setting.bad_rows)
    return said + say(nl=f"; {bad} rijen waren niet te lezen", en=f"; {bad} rows could not be read")


def _figures(say: Voice, replay: Replay) -> tuple[report.Figure, ...]:
    posts = max(replay.posts, 1)
    gone = tenths(say, 1000 * replay.no_longer_touched / posts)
    return (
        report.Figure(whole(say, replay.posts), say(nl="berichten nagekeken", en="posts checked")),
        report.Figure(
            whole(say, replay.touched_before),
            say(nl="hebben nu een bevinding", en="have a finding now"),
            share(say, replay.touched_before, replay.posts),
        ),
        report.Figure(
            whole(say, replay.touched_after),
            say(nl="hebben er straks een", en="will have one then"),
            share(say, replay.touched_after, replay.posts),
        ),
        report.Figure(
            tenths(say, 1000 * replay.newly_touched / posts),
            say(
                nl=f"per 1.000 berichten komen erbij, {gone} gaan eraf",
                en=f"per 1,000 posts are added, {gone} go",
            ),
        ),
    )


def _chart(say: Voice, rules: Sequence[RuleReplay]) -> report.Chart | None:
    differing = [rule for rule in rules if rule.tally.newly or rule.tally.no_longer]
    if not differing:
        return None
    drawn, rest = differing[:MOST_BARS], differing[MOST_BARS:]
    newly, no_longer = way_name(say, "newly"), way_name(say, "no longer")
    words = (
        f"{rule.id}: {whole(say, rule.tally.newly)} {newly}, "
        f"{whole(say, rule.tally.no_longer)} {no_longer}"
        for rule in drawn
    )
    title = say(nl="Welke regels meer of minder vinden", en="Which rules find more or less")
    return report.Chart(
        title=title,
        description=say(
            nl="Staafdiagram. Per regel het aantal berichten: ",
            en="Bar chart. For each rule, the number of posts: ",
        )
        + "; ".join(words)
        + ".",
        newly=newly,
        no_longer=no_longer,
        bars=tuple(
            report.Bar(
                label=rule.id,
                newly=rule.tally.newly,
                no_longer=rule.tally.no_longer,
                newly_text=whole(say, rule.tally.newly),
                no_longer_text=whole(say, rule.tally.no_longer),
            )
            for rule in drawn
        ),
        rest=_rest_of_chart(say, rest),
    )


def _rest_of_chart(say: Voice, rest: Sequence[RuleReplay]) -> str:
    if not rest:
        return ""
    newly = whole(say, sum(rule.tally.newly for rule in rest))
    no_longer = whole(say, sum(rule.tally.no_longer for rule in rest))
    if len(rest) == 1:
        return say(
            nl=f"En nog 1 regel: {newly} nieuw, {no_longer} niet meer.",
            en=f"And 1 more rule: {newly} newly, {no_longer} no longer.",
        )
    return say(
        nl=f"En nog {len(rest)} regels, samen {newly} nieuw en {no_longer} niet meer.",
        en=f"And {len(rest)} more rules, together {newly} newly and {no_longer} no longer.",
    )


def _table(say: Voice, rules: Sequence[RuleReplay]) -> report.Table:
    speaking = [rule for rule in rules if speaks(rule)]
    silent = len(rules) - len(speaking)
    rest = [say(nl="Geteld zijn berichten.", en="What is counted is posts.")]
    if silent:
        rest.append(
            say(
                nl=f"{silent} {'andere regel vindt' if silent == 1 else 'andere regels vinden'} "
                "hier niets, nu niet en straks niet.",
                en=f"{silent} other {'rule finds' if silent == 1 else 'rules find'} nothing here, "
                "neither now nor then.",
            )
        )
    return report.Table(
        title=say(nl="Regel voor regel", en="Rule by rule"),
        heads=(
            say(nl="Regel en artikel", en="Rule and clause"),
            say(nl="Ernst", en="Severity"),
            say(nl="Nu", en="Now"),
            say(nl="Straks", en="Then"),
            say(nl="Nieuw", en="Newly"),
            say(nl="Weg", en="Gone"),
            say(nl="Anders", en="Other"),
        ),
        rows=tuple(
            report.Row(
                rule=rule.id,
                clause=pick(rule.title, say.lang),
                severity=severities(say, rule),
                change=change_name(say, rule),
                numbers=tuple(
                    whole(say, number)
                    for number in (
                        rule.tally.before,
                        rule.tally.after,
                        rule.tally.newly,
                        rule.tally.no_longer,
                        rule.tally.weighs + rule.tally.moved,
                    )
                ),
            )
            for rule in speaking
        ),
        rest=" ".join(
            [
                *rest,
                say(
                    nl="‘Anders’: nu en straks gevonden, maar met een andere ernst of op een "
                    "andere plek.",
                    en="“Other”: found now and then, but with another severity or in another "
                    "place.",
                ),
            ]
        ),
    )


def _samples(say: Voice, rules: Sequence[RuleReplay]) -> Iterator[report.Samples]:
    ways: tuple[Way, ...] = ("newly", "no longer")
    for rule in rules:
        for way in ways:
            posts = tuple(
                tuple(
                    report.Piece(
                        piece.text
                        if piece.instead is None
                        else f"[{pick(piece.instead, say.lang)}]",
                        found=piece.found,
                        hidden=piece.instead is not None,
                    )
                    for piece in sample.pieces
                )
                for sample in rule.samples
                if sample.way == way
            )
            if posts:
                yield report.Samples(rule.id, way_name(say, way), posts)


def _footer(say: Voice, setting: Setting, now: str) -> str:
    old, new = (pack.hash[:HASH_CHARS] for pack in (setting.old, setting.new))
    return say(
        nl=f"Gerekend op {now} · regelpakketten {old} en {new} · Afspraak {__version__}",
        en=f"As of {now} · rule packs {old} and {new} · Afspraak {__version__}",
    )
