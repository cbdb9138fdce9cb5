"""On a machine without Hyperscan a scan finds the same, and says once that it is slow."""

import json
import subprocess
import sys
from pathlib import Path

BAKERY = Path(__file__).with_name("bakery.yaml")
WITHOUT = "import sys; sys.modules['hyperscan'] = None; from afspraak.cli import main; main()"
WITH = "from afspraak.cli import main; main()"
POSTS = "Vers brood!\nMijn nummer is 06-12345678\nWat een klootzak\nNL91 ABNA 0417 1643 00\n"


def scanned(program: str, folder: Path, target: str) -> tuple[list[dict[str, object]], str]:
    """The findings of a scan and what it said on standard error."""
    (folder / "posts.txt").write_text(POSTS)
    command = ["scan", "posts.txt", "-o", target, "--protocol", str(BAKERY), "--lang", "nl"]
    done = subprocess.run(
        [sys.executable, "-c", program, *command],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    lines = (folder / target).read_text().splitlines()
    return [json.loads(line) for line in lines], done.stderr


def test_the_same_findings_with_one_notice(tmp_path: Path) -> None:
    fast, nothing = scanned(WITH, tmp_path, "fast.jsonl")
    slow, notice = scanned(WITHOUT, tmp_path, "slow.jsonl")

    assert len(fast) > 1
    assert slow == fast
    assert notice.count("Hyperscan") == 1
    assert "Hyperscan" not in nothing
