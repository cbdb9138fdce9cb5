"""The program, killed with SIGKILL as it is about to touch its files for the n-th time.

`killed.py N WORDS…`; with N = 0 it is never killed. Blocks are small and kept at once.
"""

import os
import signal
import sys

from afspraak.bulk import scanning
from afspraak.bulk.files import lines, parquet

left = int(sys.argv.pop(1))
TOUCHES = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def count(event: str, args: tuple[object, ...]) -> None:
    """Ends this process without a word when its time has come."""
    global left  # noqa: PLW0603 - an audit hook has no other place to count
    if event in TOUCHES and ".partial" in str(args):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


SMALL = {
    scanning: {"SAVE_SECONDS": 0},
    lines: {"BATCH_BYTES": 600},
    parquet: {"BATCH_BYTES": 600, "_LEAST_ROWS": 5},
}
for module, values in SMALL.items():
    vars(module).update(values)
sys.addaudithook(count)
sys.argv[0] = "afspraak"

from afspraak.cli import main  # noqa: E402 - the language is chosen from the arguments

main()
