"""The README is true: its commands give its output, its tests exist, its languages are equal."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from docs import markdown

READMES = {"en": "README.md", "nl": "README.nl.md"}
STATES = {"works": "werkt", "in part": "deels", "not yet": "nog niet"}
COMMAND = "$ .venv/bin/afspraak "
MAX_PICTURE_BYTES = 200_000


def text_of(name: str) -> str:
    return (markdown.ROOT / name).read_text("utf-8")


def output_of(command: str, home: Path) -> str:
    """What a reader sees who types `command` in a fresh clone."""
    words = shlex.split(command.removeprefix(COMMAND))
    surroundings = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "COLUMNS": "80",
    }
    ran = subprocess.run(
        [sys.executable, "-m", "afspraak", *words],
        cwd=markdown.ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not ran.stderr
    return ran.stdout


@pytest.mark.parametrize("name", READMES.values())
def test_commands_give_the_output_that_is_shown(name: str, tmp_path: Path) -> None:
    shown = text_of(name)
    (block,) = markdown.blocks(shown, "console")
    commands = re.findall(rf"^{re.escape(COMMAND)}.*$", block, re.MULTILINE)
    real = "\n".join(f"{each}\n{output_of(each, tmp_path)}" for each in commands)

    if os.environ.get("UPDATE_SNAPSHOTS"):
        (markdown.ROOT / name).write_text(shown.replace(block, real), "utf-8")
        return
    assert len(commands) == 2
    assert block == real


@pytest.mark.parametrize("name", [*READMES.values(), "SECURITY.md"])
def test_tests_that_are_named_exist(name: str) -> None:
    named = re.findall(r"\[`(test_\w+)`\]\(([^)]+)\)", text_of(name))
    missing = [
        f"{path}::{test}"
        for test, path in named
        if not re.search(rf"^def {test}\(", text_of(path), re.MULTILINE)
    ]

    assert named
    assert not missing


def test_every_claim_has_a_proof_unless_it_does_not_work_yet() -> None:
    claims = _claims(text_of("README.md"))

    assert [row[0].split(" ")[0] for row in claims] == [f"S{n}" for n in range(1, 14)]
    for claim, command, proof, state in claims:
        assert state in STATES, claim
        assert (proof == "–") == (state == "not yet"), claim
        assert ("`" in command) == (state != "not yet"), claim


def test_languages_are_equal() -> None:
    english, dutch = text_of("README.md"), text_of("README.nl.md")

    assert _shape(dutch) == _shape(english)
    for there, here in zip(_claims(english), _claims(dutch), strict=True):
        assert here[0].split(" ")[0] == there[0].split(" ")[0]
        assert re.findall(r"`[^`]+`", "".join(here)) == re.findall(r"`[^`]+`", "".join(there))
        assert here[3] == STATES[there[3]]


def _claims(text: str) -> list[list[str]]:
    """The rows about what the article claims."""
    return [row for row in markdown.rows(text) if re.match(r"S\d", row[0])]


def _shape(text: str) -> tuple[list[int], list[str], int, int]:
    """Levels of headings, goals of links, blocks and points, with the language taken out."""
    goals = [re.sub(r"\.(?:nl|en)(?=\.(?:md|png)$)", "", goal) for goal in markdown.links(text)]
    goals = ["README" if goal.startswith("README") else goal for goal in goals]
    return (
        [level for level, _ in markdown.headings(text)],
        goals,
        text.count("\n```"),
        text.count("\n- "),
    )


def test_pictures_are_small() -> None:
    pictures = sorted((markdown.ROOT / "docs/images").glob("*.png"))

    assert pictures
    assert all(picture.stat().st_size <= MAX_PICTURE_BYTES for picture in pictures)
