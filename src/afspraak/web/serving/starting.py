"""What must be right before a page is made: settings, folder, address, database."""

import os
import socket
import tempfile
from dataclasses import fields
from pathlib import Path

import django
from django.core.management import call_command
from django.utils import timezone

from afspraak import __version__
from afspraak.diagnostics import Text
from afspraak.web import config, keys

MADE_BY = "version"


class UnableToStart(Exception):
    """The program cannot start here; `says` tells why, `why` what the system said."""

    def __init__(self, says: Text, way_out: Text, why: OSError | None = None) -> None:
        super().__init__(says["en"])
        self.says = says
        self.way_out = way_out
        self.why = why


def set_up(settings: config.Config, *, must_exist: bool = False, may_make: bool = True) -> None:
    """Makes Django ready with these settings, for this process and those it starts.

    Raises `UnableToStart`, with `must_exist` also where nothing was ever started. Unless it
    `may_make` them, a folder and keys that are not there stay away.
    """
    if must_exist and keys.read(settings.data) is None:
        raise UnableToStart(
            {
                "nl": f"in {settings.data} staat geen Afspraak",
                "en": f"there is no Afspraak in {settings.data}",
            },
            {
                "nl": "noem met --data de map waarmee `afspraak serve` draait",
                "en": "name with --data the folder that `afspraak serve` runs with",
            },
        )
    os.umask(0o077)  # what is kept here is for its owner only
    for each in fields(settings):
        value = getattr(settings, each.name)
        told = ",".join(value) if isinstance(value, tuple) else str(value)
        os.environ[f"{config.PREFIX}{each.name.upper()}"] = told
    os.environ.pop(config.FILE_VARIABLE, None)  # everything in the file is said above
    os.environ[f"{config.PREFIX}DATA"] = str(settings.data.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "afspraak.web.settings")
    if may_make:
        _check_folder(settings.data)
        keys.read_or_make(settings.data)
    django.setup()


def prepare(settings: config.Config) -> None:
    """Brings the tables up to date, and in a demo fills them.

    Raises `UnableToUseDatabase`. Of programs that start together, one does it and others wait.
    """
    from django.db import connections

    from afspraak.web.database import state, turn

    state.state()  # it answers; what is in it is judged once nobody else is busy with it
    with turn.alone(settings.data):
        if state.usable().to_do:
            call_command("migrate", verbosity=0, interactive=False)
            call_command("createcachetable", verbosity=0)
        _gather_static(settings.data)
        if settings.demo:
            from afspraak.web.demo import operations as demo

            demo.open_bakery(now=timezone.now())
    connections.close_all()


def owner_link(settings: config.Config) -> str | None:
    """A link that makes the first administrator, once; nothing when there is one."""
    from django.urls import reverse

    from afspraak.web.setup import operations

    token = operations.invite_owner(now=timezone.now())
    return settings.url.rstrip("/") + reverse("setup-owner", args=[token]) if token else None


def check_address(settings: config.Config) -> None:
    """Raises `UnableToStart` when the program cannot listen on its address."""
    try:
        kind, *_, place = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(kind, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
            # Between bind and listen another program with the same option is not noticed.
            trial.listen()
    except PermissionError as error:
        raise UnableToStart(
            {
                "nl": f"poort {settings.port} is voor de beheerder van deze machine",
                "en": f"port {settings.port} is for the administrator of this machine",
            },
            {
                "nl": "kies een poort vanaf 1024 en zet er een reverse proxy voor",
                "en": "choose a port from 1024 on and put a reverse proxy in front",
            },
            error,
        ) from error
    except OSError as error:
        elsewhere = f"{settings.address.rpartition(':')[0]}:{settings.port + 1}"
        raise UnableToStart(
            {
                "nl": f"op {settings.address} kan het programma niet luisteren",
                "en": f"the program cannot listen on {settings.address}",
            },
            {
                "nl": f"stop wat daar al luistert, of kies een ander adres: --address {elsewhere}",
                "en": f"stop what listens there, or choose another address: --address {elsewhere}",
            },
            error,
        ) from error


def _check_folder(data: Path) -> None:
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=data) as trial:
            trial.write(b"\0")
    except OSError as error:
        raise UnableToStart(
            {
                "nl": f"in de map {data} kan niets bewaard worden",
                "en": f"nothing can be kept in the folder {data}",
            },
            {
                "nl": "kies met --data een map waarin je mag schrijven en waar ruimte is",
                "en": "choose with --data a folder that you may write in and that has room",
            },
            error,
        ) from error


def _gather_static(data: Path) -> None:
    """Styles and scripts, under names that hold their fingerprint.

    What an older version gathered goes away once; at an ordinary start only what changed is copied,
    since a program beside this one may be reading them.
    """
    note = data / "static" / MADE_BY
    is_other = not note.is_file() or note.read_text("utf-8") != __version__
    call_command("collectstatic", verbosity=0, interactive=False, clear=is_other)
    note.write_text(__version__, "utf-8")
