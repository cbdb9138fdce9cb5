"""Not outliving the program that started this one, however that ended."""

import os
import threading
from collections.abc import Callable

VARIABLE = "AFSPRAAK_PARENT"
"""Set by `afspraak serve`: the process whose end is the end of those it starts too."""

LOOK_SECONDS = 1


def follow(parent: int, end: Callable[[], object]) -> None:
    """Calls `end` once the process `parent`, that started this one, is gone."""

    def look() -> None:
        rest = threading.Event()
        while os.getppid() == parent:
            rest.wait(LOOK_SECONDS)
        end()

    threading.Thread(target=look, daemon=True).start()
