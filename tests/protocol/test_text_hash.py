"""What changes the hash of what people sign, what only that of the whole, what neither."""

from pathlib import Path

import pytest

from afspraak.engine.kinds import options_of_kinds, terms
from afspraak.protocol import loader
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import canonical, protocol_hash, text_hash, written_options
from protocol.assembling import KINDS

BAKERY = """\
afspraak: 1
organisation: {name: Bakkerij Jansen, people: 40, contacts: [info@jansen.nl], brands: [Zonnebrood]}
languages: [nl, en]
edition: {number: "2027.1", in_force: 2027-01-01, representation: {body: none}}
people:
  manager: {name: Sanne de Wit, reach: social@jansen.nl}
work_time: {stance: reasonable}
lists:
  projects: {confidential: true, terms: [Project Zonnebloem]}
clauses:
  - id: confidential
    title: {nl: Wat binnen blijft, en: What stays inside}
    text: {nl: Even wachten., en: Please wait.}
    rules:
      - {id: projects, kind: terms, lists: [projects], severity: stop, until: 2027-03-01}
desk: {four_eyes: true}
"""


def _hashes(text: str) -> tuple[str, str]:
    protocol = _load(text)
    return text_hash(protocol), protocol_hash(protocol)


def _load(text: str) -> Protocol:
    return loader.load(text, kinds=KINDS)


def _changed(old: str, new: str) -> tuple[bool, bool]:
    assert BAKERY.count(old) == 1
    signed, whole = _hashes(BAKERY)
    signed_after, whole_after = _hashes(BAKERY.replace(old, new))
    return signed != signed_after, whole != whole_after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Even wachten.", "Even wachten!"),
        ("severity: stop", "severity: ask"),
        ("until: 2027-03-01", "until: 2027-03-02"),
        (", until: 2027-03-01", ""),
        ("lists: [projects]", "lists: [projects], terms: [oven]"),
        ("stance: reasonable", "stance: open"),
        ("name: Bakkerij Jansen", "name: Bakkerij Janssen"),
        ("languages: [nl, en]", "languages: [en, nl]"),
        ("desk:", "retention: {warning_months: 6}\ndesk:"),
    ],
)
def test_what_people_sign_changes_both(old: str, new: str) -> None:
    assert _changed(old, new) == (True, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('number: "2027.1"', 'number: "2027.2"'),
        ("info@jansen.nl", "post@jansen.nl"),
        (", contacts: [info@jansen.nl]", ""),
        ("name: Sanne de Wit", "name: Ali Kaya"),
        ("terms: [Project Zonnebloem]", "terms: [Project Zonnebloem, Nachtschade]"),
        ("four_eyes: true", "four_eyes: false"),
        ("desk:", "questions: {answer_within_hours: 24}\ndesk:"),
    ],
)
def test_what_may_change_between_editions_changes_only_the_whole(old: str, new: str) -> None:
    assert _changed(old, new) == (False, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "{nl: Even wachten., en: Please wait.}",
            '\n      en: "Please wait."\n      nl: |\n        Even wachten.\n',
        ),
        (
            "kind: terms, lists: [projects], severity: stop",
            "severity: stop, lists: [projects], kind: terms",
        ),
        ("severity: stop, ", "severity: stop, match: word, "),
        ("{four_eyes: true}", "{}"),
        ("afspraak: 1\n", "# a remark\nafspraak: 1\n\n"),
        ("people: 40", 'people: "40"'),
        ("work_time: {stance: reasonable}", "work_time: {stance: reasonable, note: }"),
    ],
)
def test_layout_order_and_written_defaults_change_nothing(old: str, new: str) -> None:
    assert _changed(old, new) == (False, False)


def test_hashes_are_the_same_on_every_machine_and_python() -> None:
    # A change of these two sends everybody back to reading: only a new format may bring that.
    assert _hashes(BAKERY) == (
        "c6bc13e0d615145ab3729c2b0834a14c6653b1c7e2d3e0bcb072bc9a8e97e7d5",
        "7b474923bac3ac55528df36ce556f4e7b7668270b445bf01ae35907fabf34336",
    )


def test_canonical_form_has_the_keys_of_the_file() -> None:
    protocol = _load(BAKERY)

    content = canonical(protocol)

    assert content["clauses"] == [
        {
            "id": "confidential",
            "title": {"nl": "Wat binnen blijft", "en": "What stays inside"},
            "text": {"nl": "Even wachten.", "en": "Please wait."},
            "rules": [
                {
                    "id": "projects",
                    "kind": "terms",
                    "severity": "stop",
                    "until": "2027-03-01",
                    "lists": ["projects"],
                }
            ],
        }
    ]


def test_options_come_back_as_written() -> None:
    rule = _load(BAKERY).clauses[0].rules[0]

    assert rule.options == terms.Options(lists=("projects",))
    assert written_options(rule) == {"lists": ["projects"]}


def test_example_of_the_bakery_has_both_hashes() -> None:
    text = (Path(__file__).parents[2] / "examples" / "bakery.yaml").read_text(encoding="utf-8")
    protocol = loader.load(text, kinds=options_of_kinds())

    assert len(text_hash(protocol)) == len(protocol_hash(protocol)) == 64
    assert text_hash(protocol) != protocol_hash(protocol)
