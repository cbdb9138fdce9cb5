"""Installations in folders of their own, run as an administrator runs them."""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

SERVER = os.environ.get("AFSPRAAK_TEST_DATABASE", "")
"""The PostgreSQL server of this run; empty when it runs on SQLite only."""

SECONDS = 300


@dataclass(frozen=True, slots=True)
class Installation:
    """A folder, and a database when it is not SQLite."""

    data: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        """The environment that means this installation."""
        others = {key: value for key, value in os.environ.items() if "AFSPRAAK" not in key}
        return {
            **others,
            "AFSPRAAK_DATA": str(self.data),
            "AFSPRAAK_DATABASE": self.database,
            "DJANGO_SETTINGS_MODULE": "afspraak.web.settings",
        }

    def afspraak(self, *words: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
        """Runs a command on this installation, in English."""
        return subprocess.run(
            [sys.executable, "-m", "afspraak", *map(str, words), "--lang", "en"],
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )

    def python(self, script: str) -> str:
        """Runs a script with Django ready for this installation and gives what it printed."""
        ready = "import django; django.setup()\n"
        done = subprocess.run(
            [sys.executable, "-c", ready + script],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@contextmanager
def new_database() -> Iterator[str]:
    """An empty PostgreSQL database on the server of this run."""
    name = f"afspraak_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlsplit(SERVER)._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
