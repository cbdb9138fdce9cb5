"""Which database a setting means, as Django wants to hear it."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

FILE = "afspraak.sqlite3"
BUSY_SECONDS = 20
KEEP_SECONDS = 600
CONNECT_SECONDS = 10

_SQLITE_OPTIONS = {
    # Writers wait for each other from their first statement on, instead of failing at their last.
    "transaction_mode": "IMMEDIATE",
    "timeout": BUSY_SECONDS,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}


def described(url: str, data: Path) -> Mapping[str, object]:
    """Django's description of the database; an empty `url` is SQLite in the folder `data`."""
    if not url:
        return _sqlite(data / FILE)
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path.removeprefix("/"))))
    asked = {"connect_timeout": str(CONNECT_SECONDS), **dict(parse_qsl(parts.query))}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.removeprefix("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or asked.pop("host", "")),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": KEEP_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": asked,
    }


def _sqlite(path: Path) -> Mapping[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": KEEP_SECONDS,
        "OPTIONS": dict(_SQLITE_OPTIONS),
    }
