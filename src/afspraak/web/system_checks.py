"""What can be wrong in an installation, each with a way out.

The texts stand beside this file, by code. Django knows the checks under the tag `afspraak`.
"""

import datetime as dt
import functools
import os
import shutil
import smtplib
import tomllib
import zoneinfo
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from importlib.resources import files
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks, mail
from django.db import connection
from django.utils import timezone
from django.utils.functional import lazystr
from django.utils.translation import get_language

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.web import config, keys
from afspraak.web.audit.models import Entry
from afspraak.web.database import state
from afspraak.web.editions import queries as editions
from afspraak.web.organisation import queries as organisations
from afspraak.web.setup import operations as setup
from afspraak.web.setup.queries import TAG, postgresql
from afspraak.web.worker import queries as worker

PREFIX = "afspraak."
BACKUP_DAYS = 7
CLOCK_SECONDS = 60
FREE_MEGABYTES = 500
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
Fact = str | int


@dataclass(frozen=True, slots=True)
class Told:
    """What a check can say in one language, and why it matters."""

    says: str
    help: str
    why: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not right here: the code of its text, and the facts in it."""

    code: str
    facts: Mapping[str, Fact | Text]

    def says(self, lang: Lang) -> str:
        """What is wrong."""
        return catalogue()[self.code][lang].says.format(**self._in(lang))

    def help(self, lang: Lang) -> str:
        """The way out."""
        return catalogue()[self.code][lang].help.format(**self._in(lang))

    def _in(self, lang: Lang) -> Mapping[str, object]:
        return {
            key: value[lang] if isinstance(value, Mapping) else value
            for key, value in self.facts.items()
        }


@functools.cache
def catalogue() -> Mapping[str, Mapping[Lang, Told]]:
    """Everything the checks can say, by code."""
    text = files("afspraak.web").joinpath("system_checks.toml").read_text("utf-8")
    return {
        code: {lang: Told(**told[lang]) for lang in LANGUAGES}
        for code, told in tomllib.loads(text).items()
    }


def all_findings(now: dt.datetime, *, try_mail: bool = False) -> Sequence[Finding]:
    """Everything that is not right here at `now`, errors first."""
    found = [*_folder(settings.CONFIG), *_settings(settings.CONFIG)]
    try:
        behind = state.usable()
        found += _behind(behind) or [*_database(now), *_machine(now)]
    except state.UnableToUseDatabase as unable:
        found.append(Finding("E004", {"problem": unable.says, "way_out": unable.way_out}))
    if try_mail and settings.CONFIG.mail:
        found += _mail_server()
    return sorted(found, key=lambda each: each.code)


def wrong_setting(unable: config.UnableToConfigure) -> Finding:
    """A setting that keeps the program from starting."""
    return Finding("E001", {"problem": unable.says, "way_out": unable.way_out})


@checks.register(TAG, deploy=True)
def run(app_configs: object, **more: object) -> Sequence[checks.CheckMessage]:
    """The findings as Django shows them, in the language of whoever looks."""
    del app_configs, more
    return [
        (checks.Error if each.code.startswith("E") else checks.Warning)(
            lazystr(_InLanguage(each.says)),  # type: ignore[arg-type]  # text once it is read
            hint=lazystr(_InLanguage(each.help)),  # type: ignore[arg-type]
            id=PREFIX + each.code,
        )
        for each in all_findings(timezone.now())  # noqa: TID251 - Django calls a check without one
    ]


class _InLanguage:
    """A text that is made when it is read."""

    def __init__(self, text: object) -> None:
        self._text = text

    def __str__(self) -> str:
        lang: Lang = "en" if (get_language() or "nl").startswith("en") else "nl"
        return str(self._text(lang))  # type: ignore[operator]  # a method of a finding


def _folder(known: config.Config) -> Iterator[Finding]:
    data = known.data
    if not data.is_dir() or not os.access(data, os.W_OK | os.X_OK):
        yield Finding("E002", {"data": str(data)})
        return
    if not (data / keys.NAME).is_file():
        yield Finding("E003", {"data": str(data)})
    for path in (data, data / keys.NAME):
        if path.exists() and path.stat().st_mode & 0o077:
            yield Finding("W012", {"path": str(path)})
    free = shutil.disk_usage(data).free // 1_000_000
    if free < FREE_MEGABYTES:
        yield Finding("W016", {"free": free, "data": str(data)})


def _settings(known: config.Config) -> Iterator[Finding]:
    url = urlsplit(known.url)
    is_public = url.hostname not in LOCAL
    if known.demo and is_public:
        yield Finding("E006", {"url": known.url})
    yield from _ways_in(known)
    if known.processes > 1 and not known.database.startswith("postgres"):
        yield Finding("W001", {"count": known.processes})
    if not known.mail and not known.demo:
        yield Finding("W003", {})
    if is_public and url.scheme == "http":
        yield Finding("W004", {"url": known.url})
    if url.scheme == "https" and not known.behind_proxy:
        yield Finding("W005", {})
    if known.behind_proxy and known.host not in LOCAL:
        yield Finding("W006", {"address": known.address})
    ours = {f"{config.PREFIX}{each.name.upper()}" for each in fields(config.Config)}
    for variable in sorted(os.environ):
        if variable.startswith(config.PREFIX) and variable not in ours | config.OTHER_VARIABLES:
            yield Finding("W013", {"variable": variable})


def _ways_in(known: config.Config) -> Iterator[Finding]:
    # A passkey is made by who is already in, so it lets nobody in for the first time.
    ways = {"code", "password", "oidc"}.intersection(known.sign_in)
    if not known.oidc_issuer:
        ways.discard("oidc")
    if not ways and not known.demo:
        yield Finding("E009", {})
    if ways == {"code"} and not known.mail and not known.demo:
        yield Finding("E007", {})


def _behind(found: state.State) -> list[Finding]:
    return [Finding("E005", {"count": found.to_do})] if found.to_do else []


def _database(now: dt.datetime) -> Iterator[Finding]:
    if not setup.has_owner():
        yield Finding("W014", {})
    if editions.in_force(now) is None:
        yield Finding("W009", {})
    chosen = organisations.chosen().timezone
    try:
        zoneinfo.ZoneInfo(chosen)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError):
        yield Finding("W017", {"timezone": chosen})
    latest = Entry.objects.order_by("-number").values_list("at", flat=True).first()
    if latest and latest > now + dt.timedelta(seconds=CLOCK_SECONDS):
        yield Finding("W010", {"minutes": (latest - now) // dt.timedelta(minutes=1)})
    if connection.vendor == "postgresql":
        apart = abs((postgresql().clock - now).total_seconds())
        if apart > CLOCK_SECONDS:
            yield Finding("W011", {"seconds": round(apart)})


def _machine(now: dt.datetime) -> Iterator[Finding]:
    seen = worker.last_seen()
    quiet = now - seen if seen else worker.QUIET
    if quiet >= worker.QUIET:
        yield Finding("W002", {"minutes": quiet // dt.timedelta(minutes=1)})
    if failing := worker.failing():
        yield Finding("W015", {"jobs": ", ".join(failing)})
    if settings.CONFIG.demo:
        return
    backup = worker.last_backup()
    if backup is None:
        yield Finding("W008", {})
    elif now - backup.at > dt.timedelta(days=BACKUP_DAYS):
        yield Finding("W007", {"days": (now - backup.at).days})


def _mail_server() -> Iterator[Finding]:
    try:
        server = mail.get_connection()
        server.open()
        server.close()
    except (OSError, smtplib.SMTPException) as error:
        host = urlsplit(settings.CONFIG.mail).hostname or ""
        yield Finding("E008", {"host": host, "reason": type(error).__name__})
