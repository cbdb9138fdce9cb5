"""The linter as a whole: its rules' documentation, its order, its places, our own clauses."""

import datetime as dt
import re
from pathlib import Path

import pytest

from afspraak.diagnostics import LANGUAGES, Lang
from afspraak.engine.kinds import options_of_kinds
from afspraak.protocol import lint, loader
from afspraak.protocol.interview import answers_from_mapping
from afspraak.protocol.model import Protocol
from afspraak.protocol.write import write_protocol
from protocol.lint.protocols import TODAY, clause, content, saying

EXAMPLES = Path(__file__).parents[3] / "examples"
HEADINGS: dict[Lang, list[str]] = {
    "en": ["What it does", "Why", "Example", "Use instead"],
    "nl": ["Wat het doet", "Waarom", "Voorbeeld", "Liever zo"],
}


@pytest.mark.parametrize("code", lint.all_rules())
def test_a_rule_is_documented_in_both_languages(code: str) -> None:
    for lang in LANGUAGES:
        doc = lint.explain(code, lang)
        assert doc is not None
        assert re.findall(r"^## (.*)$", doc, re.MULTILINE) == HEADINGS[lang]


def test_codes_are_unique_and_in_order() -> None:
    codes = list(lint.all_rules())

    assert codes == [f"L{number:03}" for number in range(1, len(codes) + 1)]


def test_explain_knows_codes_in_either_case_and_no_others() -> None:
    assert lint.explain("l004", "en") == lint.explain("L004", "en")
    assert lint.explain("L999", "en") is None


def test_findings_come_in_the_order_of_the_file() -> None:
    protocol = saying(
        "nl", "Er zijn regels. Praat niet over je salaris. Er staat een boete van 5 euro op."
    )

    found = [(finding.code, finding.span) for finding in lint.lint(protocol, today=TODAY)]

    assert [code for code, _ in found] == ["L004", "L009"]


def test_messages_keep_house_style() -> None:
    for sentence in ("Praat niet over je salaris.", "Iedere overtreding leidt tot ontslag."):
        for finding in lint.lint(saying("nl", sentence), today=TODAY):
            for text in (*finding.problem.values(), *finding.help.values()):
                assert text[0].islower() or text[0] in "‘`"
                assert not text.endswith(".")
            assert set(finding.problem) == set(finding.help) == {"nl", "en"}


FILE = """\
afspraak: 1
organisation: {name: Bakkerij, people: 1}
languages: [nl]
edition: {number: "1", in_force: 2027-01-01, representation: {body: none}, review_by: 2028-01-01}
people:
  manager: {name: Sanne, reach: 030 123 45 67}
work_time: {stance: open}
clauses:
  - id: rights
    title: Jouw rechten
    ask: manager
    text: >
      Je mag je mening geven en lid zijn van een vakbond. Over je loon praten mag, en
      een misstand melden ook. Er is
      *altijd* een boete
      van tien euro.
  - id: incident
    title: Als het misgaat
    ask: manager
    text: We horen je en dan volgt een waarschuwing.
"""


def test_a_finding_points_at_its_passage_in_the_file() -> None:
    loaded = loader.load_result(FILE, file="p.yaml", kinds={})
    (finding,) = lint.lint(loaded.protocol, today=TODAY)

    rough = lint.diagnose(finding, loaded.places)
    exact = lint.diagnose(finding, loaded.places, FILE)

    assert rough.place == loaded.places.of(("clauses", 0, "text"))
    assert (exact.code, exact.level) == ("L009", "error")
    lines = FILE.splitlines()
    assert lines[exact.place.line - 1][exact.place.column - 1 :] == "Er is"
    assert lines[exact.place.end_line - 1][: exact.place.end_column - 1].strip() == "van tien euro."


def test_an_overruled_finding_shows_its_reason() -> None:
    reason: dict[Lang, str] = {"nl": "Zo staat het in de cao."}
    loaded = loader.load_result(FILE, file="p.yaml", kinds={})
    (finding,) = lint.lint(
        saying("nl", "Je salaris is vertrouwelijk.", overruled={"L004": reason}), today=TODAY
    )

    said = lint.diagnose(finding, loaded.places)

    assert said.level == "tip"
    assert said.help["en"] == "stays, for the reason: Zo staat het in de cao."


def test_only_passages_can_be_overruled() -> None:
    reason: dict[Lang, str] = {"nl": "Daarom."}
    words: dict[Lang, str] = {"nl": "Gedraag je netjes."}
    extra = clause("decency", words, languages=("nl",), ask=None, overruled={"L015": reason})
    protocol = Protocol.model_validate(content(extra, languages=("nl",)))

    (finding,) = lint.lint(protocol, today=TODAY)

    assert (finding.code, finding.level) == ("L015", "warning")


SECTORS = ["shop", "care", "municipality", "listed", "other"]
STANCES = ["open", "reasonable", "breaks", "not-while-working"]
SITUATIONS = [
    *(
        (sector, stance, 40, "or")
        for sector, stance in zip(SECTORS, [*STANCES, "open"], strict=True)
    ),
    *(("shop", stance, 12, "none") for stance in STANCES[1:]),
    ("other", "breaks", 1, "none"),
    ("care", "reasonable", 20, "pvt"),
]


@pytest.mark.parametrize(("sector", "stance", "people", "body"), SITUATIONS)
def test_our_own_clauses_yield_nothing(sector: str, stance: str, people: int, body: str) -> None:
    answers = answers_from_mapping(
        {
            "name": "Bakkerij Jansen",
            "sector": sector,
            "stance": stance,
            "people": people,
            "body": body,
            "consent": "" if body == "none" else "2026-12-10",
            "manager": "Sanne de Wit, social@bakkerijjansen.nl",
            "deputy": "Ali Kaya, social@bakkerijjansen.nl",
            "confidant": "Zorgzaam, 030 123 45 67",
            "press": "Sanne de Wit, pers@bakkerijjansen.nl",
            "projects": "Project Zonnebloem",
            "brands": "Zonnebrood",
        }
    )
    text = write_protocol(answers, today=dt.date(2027, 1, 4))

    protocol = loader.load(text, kinds=options_of_kinds())

    assert lint.lint(protocol, today=dt.date(2027, 1, 4)) == ()


@pytest.mark.parametrize("file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem)
def test_our_examples_yield_nothing(file: Path) -> None:
    protocol = loader.load(file.read_bytes(), kinds=options_of_kinds())

    assert lint.lint(protocol, today=protocol.edition.in_force) == ()
