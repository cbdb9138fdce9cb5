"""What people see, letter by letter. `UPDATE_SNAPSHOTS=1 pytest tests/cli` writes it anew."""

import os
from pathlib import Path

import pytest

from cli.invoking import BAKERY, run

FOLDER = Path(__file__).with_name("snapshots")
POSTS = """\
{"text": "Vers brood vanaf zeven uur 🥖", "as": "corporate"}
{"text": "Straks: #ProjectZonnebloem! Stuur 5 euro naar NL91 ABNA 0417 1643 00.", "as": "private"}
{"text": "Wat\\ngoedkoop", "as": "corporate", "media": [{"alt": ""}]}
"""
SHOWN = {
    "clear": ("check", "Vers brood", "--as", "private"),
    "one-post": ("check", "Straks: project-zonnebloem, en goedkoop!"),
    "posts": ("check", "-f", "posts.jsonl"),
    "github": ("check", "-f", "posts.jsonl", "--format", "github"),
    "sarif": ("check", "Straks: project zonnebloem", "--format", "sarif"),
}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", SHOWN)
def test_output_is_as_agreed(elsewhere: Path, name: str, lang: str) -> None:
    Path("posts.jsonl").write_text(POSTS, "utf-8")

    result = run(*SHOWN[name], "-p", BAKERY, lang=lang)

    shown = f"{result.stdout}--- stderr ---\n{result.stderr}--- exit code {result.exit_code}\n"
    kept = FOLDER / f"{name}.{lang}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        kept.write_text(shown, "utf-8")
    assert shown == kept.read_text("utf-8")


def test_every_snapshot_is_of_something() -> None:
    names = {f"{name}.{lang}.txt" for name in SHOWN for lang in ("nl", "en")}

    assert {each.name for each in FOLDER.iterdir()} == names
