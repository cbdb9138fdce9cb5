"""`afspraak new` in a terminal: every question answered by a person who types."""

import json
import sys
from pathlib import Path

import pytest

from afspraak.engine import kinds
from afspraak.protocol import loader
from afspraak.protocol.model import Protocol
from cli.in_terminal import in_terminal
from cli.invoking import run

NEW = [sys.executable, "-m", "afspraak", "new"]
# name, sector, people, stance, where, brands, aliases, domains, contacts, manager
DEFAULTS = ["Fietsen & Zo", "", "", "", "", "", "", "", "", "Noor, noor@fietsen.example"]


def written(folder: Path) -> Protocol:
    """The protocol the interview has written."""
    content = (folder / "protocol.yaml").read_bytes()
    return loader.load(content, kinds=kinds.options_of_kinds())


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_all_defaults_make_a_protocol(elsewhere: Path, lang: str) -> None:
    shown, code = in_terminal([*NEW, "--lang", lang], typed=DEFAULTS, folder=elsewhere)

    protocol = written(elsewhere)
    checked = json.loads(run("protocol", "check", "--format", "json").stdout)
    assert code == 0
    assert protocol.organisation.name == "Fietsen & Zo"
    assert protocol.languages[0] == lang
    assert [each["code"] for each in checked] == ["L012"]
    assert run("protocol", "test").exit_code == 0
    assert ("staat klaar" if lang == "nl" else "is ready") in shown
    assert "12/12" in shown


def test_back_help_and_wrong_answers(elsewhere: Path) -> None:
    typed = [
        "<", "Fout [/bold] BV", "<", "Goed BV",  # back at the start, and over a name
        "?", "9", "2",                           # help, no choice, care
        "nul", "1.250",                          # no number, a number as written here
        "<", "12",                               # back, over the number
        "4", "Niet [bold]hier[/bold].", "-", "", "nergens", "goed.example",
        "", "zomaar", "Sanne, 06",
    ]  # fmt: skip

    shown, code = in_terminal([*NEW, "--lang", "nl"], typed=typed, folder=elsewhere)

    protocol = written(elsewhere)
    assert code == 0
    for said in (
        "dit is het begin",
        "typ een nummer of een naam",
        "‘9’ is geen van de keuzes",
        "heel getal",
        "‘nergens’ is geen webadres",
        "hoe je zomaar bereikt",
    ):
        assert said in " ".join(shown.split())
    assert (protocol.organisation.name, protocol.organisation.people) == ("Goed BV", 12)
    assert protocol.work_time.stance == "not-while-working"
    assert protocol.work_time.where == {"nl": "Niet [bold]hier[/bold]."}
    assert protocol.people.manager.name == "Sanne"


def test_answers_that_cannot_be_true_together_come_back(elsewhere: Path) -> None:
    # one value is too few: the question returns at the end and the rest is kept
    after_manager = ["", "", "", "", "", "", "", "", "", "", "1", "", "", "", ""]

    shown, code = in_terminal(
        [*NEW, "--lang", "en"], typed=[*DEFAULTS, *after_manager, "1, 3, 4"], folder=elsewhere
    )

    assert code == 0
    assert "name three to five values" in shown
    assert [each.name["en"] for each in written(elsewhere).values] == [
        "Craftsmanship",
        "Honest",
        "With respect",
    ]


def test_ctrl_d_and_ctrl_c_write_nothing(elsewhere: Path) -> None:
    for key in ("\x04", "\x03"):
        _, code = in_terminal([*NEW, "--lang", "nl"], typed=["Fietsen", key], folder=elsewhere)

        assert code == 130
        assert list(elsewhere.iterdir()) == []


def test_a_name_that_is_given_is_not_asked(elsewhere: Path) -> None:
    shown, code = in_terminal(
        [*NEW, "--lang", "en", "--name", "Given"], typed=DEFAULTS[1:], folder=elsewhere
    )

    assert code == 0
    assert "What is your organisation called?" not in shown
    assert written(elsewhere).organisation.name == "Given"
