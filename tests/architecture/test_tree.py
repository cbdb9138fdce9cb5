"""What must hold of the tree as a whole."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MAX_LINES = 400
BANNED_NAMES = {"utils", "util", "common", "helpers", "helper", "core", "base", "misc", "manager"}
ADDRESSES = re.compile(
    r"(?<![\w.])/(?:work|root|home)/(?!\.\.\.)\w|files\.pythonhosted|registry\.npmjs|pypi\.org/simple"
)
# A path in one of these is what the file is about: an example of something that must not leak.
ADDRESSES_ALLOWED = {"tests/architecture/test_tree.py"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", tracked("*.py", "*.js"), ids=lambda path: path.name)
def test_no_file_of_code_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


def test_nothing_is_named_after_being_left_over() -> None:
    ours = [path for path in tracked("src") if "vendor" not in path.parts]
    names = {part for path in ours for part in (path.stem, *path.parts)}

    assert not names & BANNED_NAMES


def test_no_file_names_a_place_of_one_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path.suffix in {".py", ".md", ".toml", ".lock", ".sh", ".yaml", ".typ", ""}
        and str(path.relative_to(ROOT)) not in ADDRESSES_ALLOWED
        for match in [ADDRESSES.search(path.read_text("utf-8", "replace"))]
        if match
    ]

    assert not found
