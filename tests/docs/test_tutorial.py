"""Commands in tutorials and recipes are run in one shell, as by a reader, and say what is there.

In a page, `<!-- file: NAME -->` before a block means that the reader writes that file, and
`<!-- above: NAME: LINE -->` that the block is put above a line of it;
`<!-- change: NAME: OLD => NEW -->` is an edit the text asks for. `…` in an output is anything.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TUTORIALS = sorted((ROOT / "docs" / "tutorial").glob("[!R]*.md"))
# A recipe without a console is about screens or a server: those have tests of their own.
RECIPES = [
    path
    for path in sorted((ROOT / "docs" / "how-to").glob("[!R]*.??.md"))
    if "```console" in path.read_text("utf-8")
]
STEP = re.compile(
    r"^<!-- (?P<act>file|above|change): (?P<of>.*?) -->$|^```(?P<sort>\w+)\n(?P<block>.*?)^```$",
    re.M | re.S,
)
EDIT = Path(__file__).with_name("edit.py")
END = "\x1e"


@dataclass(frozen=True)
class Command:
    """What a reader types, and what then stands on the screen."""

    typed: str
    wanted: str


def commands(block: str) -> Iterator[Command]:
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        typed, _, wanted = part.partition("\n")
        yield Command(typed, wanted.strip())


def script(page: str) -> tuple[str, list[Command]]:
    """The page as a shell script that marks where each command's output ends."""
    lines, typed = ["exec 2>&1"], []
    edit: list[str] = []
    for step in STEP.finditer(page):
        if step["act"]:
            assert not edit, f"no block follows {edit}"
            edit = [sys.executable, str(EDIT), step["act"], step["of"]]
        if edit and (step["act"] == "change" or step["sort"]):
            lines.append(shlex.join([*edit, step["block"] or ""]))
            edit = []
        elif step["sort"] == "console":
            for each in commands(step["block"]):
                typed.append(each)
                lines += [each.typed, f"printf '{END}'"]
    return "\n".join(lines), typed


def as_pattern(wanted: str) -> str:
    """A regular expression for an output in which `…` is anything."""
    return re.escape(wanted).replace("…", "(?s:.*?)")


@pytest.mark.parametrize("path", TUTORIALS + RECIPES, ids=lambda path: path.name)
def test_page_says_what_happens(path: Path, tmp_path: Path) -> None:
    text = path.read_text("utf-8")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    (tmp_path / ".venv").symlink_to(Path(sys.prefix))
    home = {"HOME": str(tmp_path), "PATH": os.environ["PATH"], "XDG_CACHE_HOME": str(tmp_path)}
    if path in RECIPES:  # for who has a protocol, and `afspraak` at hand
        shutil.copy(ROOT / "examples" / "bakery.yaml", tmp_path / "protocol.yaml")
        home["PATH"] = f"{Path(sys.executable).parent}:{home['PATH']}"
        home["AFSPRAAK_LANG"] = path.suffixes[0].removeprefix(".")

    lines, typed = script(text)
    done = subprocess.run(
        ["bash", "-c", lines], cwd=tmp_path, env=home, capture_output=True, text=True, check=False
    )

    outputs = [each.strip() for each in done.stdout.split(END)]
    assert outputs.pop() == "", "something was said after the last command"
    assert len(outputs) == len(typed) >= 3
    for each, output in zip(typed, outputs, strict=True):
        assert re.fullmatch(as_pattern(each.wanted), output), f"$ {each.typed}\n{output}"


@pytest.mark.parametrize("path", TUTORIALS, ids=lambda path: path.name)
def test_tutorial_has_no_if(path: Path) -> None:
    prose = re.sub(r"```.*?```|`[^`]*`|<!--.*?-->", "", path.read_text("utf-8"), flags=re.S)

    assert not re.search(r"\bif\b", prose) or path.name.endswith(".nl.md")
    assert not re.search(r"\b(?:als je|als dat|indien|mocht)\b", prose, re.I)


def test_output_with_another_word_does_not_match() -> None:
    assert re.fullmatch(as_pattern("… van … kloppen."), "82 van 82 kloppen.")
    assert not re.fullmatch(as_pattern("✓ niets gevonden"), "✕ niet doen")
