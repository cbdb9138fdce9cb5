"""Makes an installation in a process of its own, since Django is set up once in a process."""

import datetime as dt
import subprocess
import sys
from pathlib import Path

from afspraak.web import config, serving


def seed(data: Path, address: str, *, persons: int, protocols: int) -> str:
    """Fills a new installation in `data` and gives the session key of somebody in every role."""
    made = subprocess.run(
        [sys.executable, "-m", __name__, str(data), address, str(persons), str(protocols)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return made.stdout.split()[-1]


def main() -> None:
    """Fills what the arguments name and prints the session key."""
    data, address, persons, protocols = sys.argv[1:]
    settings = config.Config(
        data=Path(data), address=address, url=f"http://{address}", worker=False
    )
    serving.set_up(settings)
    serving.prepare(settings)
    from benchmarks.web import filling  # noqa: PLC0415 - not before Django is set up

    now = dt.datetime.now(dt.UTC)
    print(filling.fill(persons=int(persons), protocols=int(protocols), now=now))


if __name__ == "__main__":
    main()
