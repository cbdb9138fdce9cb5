"""A trial in bad weather: whenever the worker is killed, it is done once and its posts go."""

import json
import os
import subprocess
import sys
from pathlib import Path

from afspraak.web import keys


def test_a_worker_killed_before_any_write_of_a_trial(tmp_path: Path, csv: bytes) -> None:
    data, posts = tmp_path / "data", tmp_path / "posts.csv"
    data.mkdir()
    keys.read_or_make(data)
    posts.write_bytes(csv)
    script = Path(__file__).with_name("mortal_trials.py")
    tests = str(script.parents[2])

    done = subprocess.run(
        [sys.executable, str(script), str(posts)],
        capture_output=True,
        check=True,
        timeout=300,
        env={
            **{key: each for key, each in os.environ.items() if not key.startswith("DJANGO")},
            "AFSPRAAK_DATA": str(data),
            "AFSPRAAK_DATABASE": "",
            "PYTHONPATH": tests,
        },
    )
    outcomes = json.loads(done.stdout)

    assert len(outcomes) > 8
    assert [each["killed"] for each in outcomes] == [*[True] * (len(outcomes) - 1), False]
    for each in outcomes:
        assert each["trials"] == [["done", 4, 100]]
        assert each["told"] == 1
        assert each["receipts"] == [["dossier.posts", 1]]
        assert each["files"] == 0
