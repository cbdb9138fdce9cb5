"""What a changed protocol does to posts: counted, told apart, and shown without persons."""

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest

from afspraak.bulk import ColumnChecker, Facts
from afspraak.bulk.replay import Replay, RuleReplay, Tally, replay
from afspraak.bulk.replay_samples import Sample
from afspraak.diagnostics import pick
from afspraak.engine.pack import Pack
from engine.building import pack_with

NOW = dt.datetime(2027, 2, 1, 12, tzinfo=dt.UTC)
TEXTS = [
    "Wat een goedkoop brood!",
    "Goedkoop en lelijk.",
    "Vers uit de oven.",
    None,
    "Lelijk weer vandaag.",
]


def terms(*words: str, rule: str = "words", severity: str = "note", **more: Any) -> dict[str, Any]:
    return {"id": rule, "kind": "terms", "terms": [*words], "severity": severity, **more}


def played(
    old: Pack, new: Pack, texts: list[str | None] | None = None, *, batch: int = 100, **more: Any
) -> Replay:
    column = pa.array(TEXTS if texts is None else texts, pa.string())
    batches = ((column.slice(at, batch), Facts()) for at in range(0, len(column), batch))
    return replay(ColumnChecker(old), ColumnChecker(new), batches, now=NOW, **more)


def rule_of(outcome: Replay, rule_id: str = "words") -> RuleReplay:
    (rule,) = (each for each in outcome.rules if each.id == rule_id)
    return rule


def seen(sample: Sample) -> str:
    """The post as shown: ⟦found⟧, and what stands for what is hidden in brackets."""
    shown = ""
    for piece in sample.pieces:
        text = piece.text if piece.instead is None else f"[{pick(piece.instead, 'en')}]"
        shown += f"⟦{text}⟧" if piece.found else text
    return shown


def test_posts_are_counted_by_rule_and_as_a_whole() -> None:
    outcome = played(pack_with([terms("goedkoop")]), pack_with([terms("lelijk")]))

    assert rule_of(outcome).tally == Tally(before=2, after=2, newly=1, no_longer=1, moved=1)
    assert (outcome.posts, outcome.touched_before, outcome.touched_after) == (4, 2, 2)
    assert (outcome.newly_touched, outcome.no_longer_touched) == (1, 1)


def test_another_rule_in_a_post_that_had_a_finding_is_counted_apart() -> None:
    old = pack_with([terms("goedkoop")])
    new = pack_with([terms("goedkoop"), terms("lelijk", rule="looks")])

    outcome = played(old, new)

    assert (outcome.newly_touched, outcome.otherwise_touched) == (1, 1)
    assert rule_of(outcome, "looks").tally == Tally(after=2, newly=2)


def test_the_same_protocol_changes_nothing() -> None:
    pack = pack_with([terms("goedkoop", "lelijk")])

    outcome = played(pack, pack)

    assert rule_of(outcome).tally == Tally(before=3, after=3)
    assert (outcome.newly_touched, outcome.no_longer_touched, outcome.otherwise_touched) == (0,) * 3
    assert rule_of(outcome).samples == ()


def test_a_severity_that_changes_is_neither_new_nor_gone() -> None:
    outcome = played(
        pack_with([terms("goedkoop")]), pack_with([terms("goedkoop", severity="stop")])
    )

    assert rule_of(outcome).tally == Tally(before=2, after=2, weighs=2)
    assert outcome.severities["note"] == Tally(before=2)
    assert outcome.severities["stop"] == Tally(after=2, weighs=2)


def test_a_longer_stretch_is_moved() -> None:
    old, new = pack_with([terms("goedkoop")]), pack_with([terms("goedkoop brood", "goedkoop")])

    assert rule_of(played(old, new)).tally == Tally(before=2, after=2, moved=1)


def test_one_finding_more_in_the_same_post_is_moved() -> None:
    old, new = pack_with([terms("goedkoop")]), pack_with([terms("goedkoop", "lelijk")])

    tally = rule_of(played(old, new, ["Goedkoop, en ook lelijk."])).tally

    assert tally == Tally(before=1, after=1, moved=1)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ([], [terms("goedkoop")], "added"),
        ([terms("goedkoop")], [], "removed"),
        ([terms("goedkoop")], [terms("goedkoop", "duur")], "changed"),
        ([terms("goedkoop")], [terms("goedkoop", severity="ask")], "changed"),
        ([terms("goedkoop")], [terms("goedkoop", message={"nl": "Hm.", "en": "Hm."})], "same"),
    ],
)
def test_a_rule_is_added_removed_or_changed(
    old: list[dict[str, Any]], new: list[dict[str, Any]], change: str
) -> None:
    # another rule before it gives every set another number, which is no change
    before, after = pack_with([terms("anders", rule="z"), *old]), pack_with([*new])

    assert rule_of(played(before, after)).change == change


def test_the_size_of_batches_changes_nothing_nor_the_samples() -> None:
    texts: list[str | None] = [f"Nummer {i} is goedkoop." for i in range(60)]
    texts += ["Nummer 7 is goedkoop."] * 30
    old, new = pack_with([]), pack_with([terms("goedkoop")])

    whole, cut = (played(old, new, texts, batch=size, samples=4) for size in (1000, 7))

    assert whole == cut
    assert len({seen(each) for each in rule_of(whole).samples}) == 4


def test_samples_show_what_was_found_and_on_which_side() -> None:
    outcome = played(pack_with([terms("goedkoop")]), pack_with([terms("lelijk")]))

    shown = [(each.way, seen(each)) for each in rule_of(outcome).samples]

    assert shown == [
        ("newly", "⟦Lelijk⟧ weer vandaag."),
        ("no longer", "Wat een ⟦goedkoop⟧ brood!"),
    ]


def test_no_samples_means_no_texts() -> None:
    outcome = played(pack_with([]), pack_with([terms("goedkoop")]), samples=0)

    assert rule_of(outcome).tally.newly == 2
    assert rule_of(outcome).samples == ()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("RT @jan_k: goedkoop", "RT [@…]: ⟦goedkoop⟧"),
        ("goedkoop bij @piet@mastodon.nl.", "⟦goedkoop⟧ bij [@…]."),
        ("goedkoop, mail jan.k@example.org!", "⟦goedkoop⟧, mail [@…]!"),
        ("goedkoop https://x.com/jan/status/1", "⟦goedkoop⟧ https://x.com[/…]"),
        ("goedkoop: 06 12 34 56 78 bellen", "⟦goedkoop⟧: [a number] bellen"),
        ("in 2027 is 1234 goedkoop", "in 2027 is 1234 ⟦goedkoop⟧"),
        ("goedkoop\n\n\tbrood", "⟦goedkoop⟧ brood"),
    ],
)
def test_accounts_numbers_and_links_are_hidden(text: str, shown: str) -> None:
    outcome = played(pack_with([]), pack_with([terms("goedkoop")]), [text])

    assert [seen(each) for each in rule_of(outcome).samples] == [shown]


def test_personal_data_that_a_rule_finds_is_named_and_not_shown() -> None:
    data = {"id": "data", "kind": "personal-data", "severity": "stop", "as": ["corporate"]}
    old, new = pack_with([data]), pack_with([data, terms("maak")])

    outcome = played(old, new, ["Maak het over op NL91 ABNA 0417 1643 00."])

    (sample,) = rule_of(outcome).samples
    assert seen(sample) == "⟦Maak⟧ het over op [a bank account number]."


@pytest.mark.parametrize(
    "confidential", ["Project Zonnebloem", "projectzonnebloemen", "ＺＯＮＮＥＢＬＯＥＭ"]
)
@pytest.mark.parametrize("until", ["2027-01-15", "2027-06-01"])
def test_a_post_with_a_confidential_term_counts_and_is_not_shown(
    confidential: str, until: str
) -> None:
    lists = {"plans": {"confidential": True, "terms": ["Project Zonnebloem", "Zonnebloem"]}}
    secret = {
        "id": "plans",
        "kind": "terms",
        "lists": ["plans"],
        "severity": "stop",
        "until": until,
        "as": ["corporate"],
    }
    old = pack_with([secret], lists=lists)

    outcome = played(old, pack_with([terms("goedkoop")]), [f"Goedkoop: {confidential}!"])

    assert rule_of(outcome).tally.newly == 1
    assert rule_of(outcome).samples == ()


def test_protected_speech_takes_no_part_and_is_not_shown() -> None:
    rights = {"id": "rights", "kind": "protected", "severity": "info"}
    tone = {"id": "tone", "kind": "respect", "severity": "note"}
    union = "Wat een stelletje idioten zijn jullie, morgen staken we met de vakbond."
    plain = "Wat een stelletje idioten zijn jullie."

    outcome = played(pack_with([tone]), pack_with([tone, rights]), [union, plain])

    assert [each.id for each in outcome.rules] == ["tone"]
    assert rule_of(outcome, "tone").tally == Tally(before=2, after=1, no_longer=1)
    assert rule_of(outcome, "tone").samples == ()
    assert outcome.severities["info"] == Tally()


def test_of_a_long_post_the_part_around_the_finding_is_shown() -> None:
    text = f"{'voor ' * 200}goedkoop{' na' * 200}"
    outcome = played(pack_with([]), pack_with([terms("goedkoop")]), [text])

    (sample,) = rule_of(outcome).samples
    assert len(seen(sample)) < 300
    assert seen(sample).startswith("… voor voor")
    assert seen(sample).endswith("na na …")
    assert "voor ⟦goedkoop⟧ na" in seen(sample)


def test_a_post_made_to_hold_things_up_does_not() -> None:
    hostile = [
        f"goedkoop {piece * 20_000}" for piece in ("a", "@", "www.", "(www.", "1 ", "a.", "/")
    ]
    outcome = played(pack_with([]), pack_with([terms("goedkoop")]), [*hostile], samples=10)

    assert rule_of(outcome).tally.newly == len(hostile)


def test_one_time_counts_for_both_protocols() -> None:
    rule = terms("goedkoop", until="2027-02-02")
    pack = pack_with([rule])

    before = played(pack, pack)
    checker = ColumnChecker(pack)
    after = replay(checker, checker, [(pa.array(TEXTS), Facts())], now=NOW + dt.timedelta(days=2))

    assert rule_of(before).tally == Tally(before=2, after=2)
    assert rule_of(after).tally == Tally()


def test_no_posts_and_no_rules_are_fine() -> None:
    outcome = played(pack_with([]), pack_with([]), [])

    assert (outcome.posts, outcome.touched_after, outcome.rules) == (0, 0, ())


def test_a_rule_counts_under_its_worst_severity_in_the_post() -> None:
    def data(*which: str) -> Pack:
        rule = {"id": "words", "kind": "personal-data", "severity": "stop", "which": [*which]}
        return pack_with([rule])

    # a number that may be a citizen service number gets no more than a note
    outcome = played(data("bsn"), data("bsn", "iban"), ["123456782 en NL91 ABNA 0417 1643 00"])

    assert rule_of(outcome).tally == Tally(before=1, after=1, weighs=1)
    assert outcome.severities["note"] == Tally(before=1)
    assert outcome.severities["stop"] == Tally(after=1, weighs=1)


def test_a_text_that_returns_is_one_sample() -> None:
    texts: list[str | None] = ["Goedkoop!"] * 20

    outcome = played(pack_with([]), pack_with([terms("goedkoop")]), texts, batch=6)

    assert rule_of(outcome).tally.newly == 20
    assert [seen(each) for each in rule_of(outcome).samples] == ["⟦Goedkoop⟧!"]
