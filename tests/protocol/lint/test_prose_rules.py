"""Every rule about prose, on sentences that must and must not be found, in both languages."""

from importlib import resources
from pathlib import Path
from typing import cast

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.protocol import lint
from protocol.lint.protocols import TODAY, codes, saying

SENTENCES = Path(__file__).with_name("sentences")
BY_CLAUSE = {"L010", "L018", "L021"}  # these look at a whole clause


def _cases() -> list[tuple[str, Lang, bool, str]]:
    cases = []
    for file in sorted(SENTENCES.glob("L*.txt")):
        for line in file.read_text("utf-8").splitlines():
            lang, mark, sentence = line.split(" ", 2)
            cases.append((file.stem, cast("Lang", lang), mark == "✗", sentence))
    return cases


CASES = _cases()


@pytest.mark.parametrize(("code", "lang", "wrong", "sentence"), CASES)
def test_sentence(code: str, lang: Lang, wrong: bool, sentence: str) -> None:
    found = codes(saying(lang, sentence))

    assert (code in found) is wrong


@pytest.mark.parametrize(("code", "lang", "wrong", "sentence"), CASES)
def test_a_fine_sentence_gives_no_finding_at_all(
    code: str, lang: Lang, wrong: bool, sentence: str
) -> None:
    if not wrong:
        assert codes(saying(lang, sentence)) == []


def test_every_rule_about_prose_has_six_of_each_in_both_languages() -> None:
    for code, rule in lint.all_rules().items():
        if rule.prose and code not in BY_CLAUSE:
            for lang in LANGUAGES:
                for wrong in (True, False):
                    count = sum(case[:3] == (code, lang, wrong) for case in CASES)
                    assert count >= 6, (code, lang, wrong)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_findings_quote_the_passage_where_it_stands(lang: Lang) -> None:
    wrong = {"nl": "Je mag niet over je **salaris** praten.", "en": "Do not discuss your *pay*."}[
        lang
    ]
    text = {"nl": f"Welkom bij ons.\n\n- {wrong}", "en": f"Welcome here.\n\n- {wrong}"}[lang]

    (finding,) = lint.lint(saying(lang, text), today=TODAY)

    assert finding.path == ("clauses", 2, "text", lang)
    assert finding.span is not None
    assert finding.span.of(text) == wrong
    assert finding.quote in finding.problem[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_overruled_passage_is_a_tip_with_the_reason(lang: Lang) -> None:
    wrong = {"nl": "Je salaris is vertrouwelijk.", "en": "Your salary is confidential."}[lang]
    reason = {lang: "Dat is een citaat uit de oude cao."}

    (finding,) = lint.lint(saying(lang, wrong, overruled={"L004": reason}), today=TODAY)

    assert (finding.level, finding.overruled) == ("tip", reason)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Dit mag niet:\n\n- over je salaris praten\n- een klant noemen"),
        ("en", "You may not:\n\n- discuss your salary\n- name a customer"),
        ("nl", "## Niet toegestaan\n\n- over je salaris praten"),
        ("en", "## Not allowed\n\n- discussing your salary"),
    ],
)
def test_a_list_takes_the_stance_of_its_heading(lang: Lang, text: str) -> None:
    assert codes(saying(lang, text)) == ["L004"]


def test_what_a_clause_lists_as_not_allowed_counts_as_forbidden() -> None:
    may_not = ({"nl": "Over je loon praten."},)
    may = ({"nl": "Over je loon praten."},)

    assert codes(saying("nl", "Lees dit even.", may_not=may_not)) == ["L004"]
    assert codes(saying("nl", "Lees dit even.", may=may)) == []


def test_a_definition_in_the_same_clause_is_enough() -> None:
    vague = "Plaats geen negatieve berichten over ons."

    assert codes(saying("nl", vague)) == ["L003"]
    assert codes(saying("nl", f"{vague} Daarmee bedoelen we: schelden op een persoon.")) == []


def test_the_sentences_ship_with_no_rule_unknown() -> None:
    assert {case[0] for case in CASES} <= set(lint.all_rules())
    assert resources.files("afspraak.protocol.lint.rules").joinpath("own_pay_ban.toml").is_file()
