"""What can be wrong with the value of a setting: what it says, and what is allowed."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from afspraak.decisions.roles import Role
from afspraak.diagnostics import Text
from afspraak.web.config.fields import MAIL_PORTS, SIGN_IN, Config

_Wrong = tuple[Text, Text] | None


def _wrong_address(made: Config) -> _Wrong:
    host, _, port = made.address.rpartition(":")
    if host and port.isdecimal() and 0 < int(port) < 65536:
        return None
    return (
        {"nl": "dit is geen adres met een poort", "en": "this is no address with a port"},
        {
            "nl": "zoals `127.0.0.1:8000`, of `0.0.0.0:8000` voor elk netwerk van deze machine",
            "en": "such as `127.0.0.1:8000`, or `0.0.0.0:8000` for every network of this machine",
        },
    )


def _wrong_url(made: Config) -> _Wrong:
    if not made.url:
        return None
    try:
        parts = urlsplit(made.url)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if usable and parts.path in {"", "/"} and not parts.query and not parts.username:
        return None
    return (
        {
            "nl": "dit is geen adres waarop een site kan staan",
            "en": "this is no address that a site can have",
        },
        {
            "nl": "zoals `https://afspraak.example.com`: http of https, een naam, geen pad",
            "en": "such as `https://afspraak.example.com`: http or https, a name, no path",
        },
    )


def _wrong_database(made: Config) -> _Wrong:
    if not made.database:
        return None
    try:
        parts = urlsplit(made.database)
        _ = parts.port
    except ValueError:
        return _no_database()
    if parts.scheme == "sqlite" and parts.path.removeprefix("/"):
        return None
    if parts.scheme in {"postgresql", "postgres"} and parts.path.strip("/"):
        return None
    return _no_database()


def _no_database() -> _Wrong:
    return (
        {"nl": "dit is geen adres van een database", "en": "this is no address of a database"},
        {
            "nl": "zoals `postgresql://naam:wachtwoord@host/afspraak`, "
            "of `sqlite:////map/bestand.sqlite3`; tekens als `@` in een wachtwoord als `%40`",
            "en": "such as `postgresql://name:password@host/afspraak`, "
            "or `sqlite:////folder/file.sqlite3`; signs such as `@` in a password as `%40`",
        },
    )


def _wrong_mail(made: Config) -> _Wrong:
    if not made.mail:
        return None
    try:
        parts = urlsplit(made.mail)
        if parts.scheme in MAIL_PORTS and parts.hostname and parts.port != 0:
            return None
    except ValueError:
        pass  # a port that is no number
    return (
        {"nl": "dit is geen adres van een mailserver", "en": "this is no address of a mail server"},
        {
            "nl": "zoals `smtp://naam:wachtwoord@host:587`; tekens als `@` in een naam als `%40`",
            "en": "such as `smtp://name:password@host:587`; signs such as `@` in a name as `%40`",
        },
    )


def _wrong_sender(made: Config) -> _Wrong:
    if "@" in made.mail_from:
        return None
    return (
        {"nl": "hier staat geen e-mailadres in", "en": "there is no e-mail address in it"},
        {
            "nl": "zoals `Afspraak <afspraak@example.com>`",
            "en": "such as `Afspraak <afspraak@example.com>`",
        },
    )


def _wrong_sign_in(made: Config) -> _Wrong:
    if made.sign_in and set(made.sign_in) <= set(SIGN_IN):
        return None
    listed = ", ".join(f"`{each}`" for each in SIGN_IN)
    return (
        {
            "nl": "hiermee kan niemand inloggen",
            "en": "nobody can sign in with this",
        },
        {"nl": f"kies een of meer van {listed}", "en": f"choose one or more of {listed}"},
    )


def _wrong_issuer(made: Config) -> _Wrong:
    if not made.oidc_issuer or (made.oidc_client and made.oidc_secret):
        return None
    return (
        {
            "nl": "single sign-on vraagt ook om `oidc_client` en `oidc_secret`",
            "en": "single sign-on also asks for `oidc_client` and `oidc_secret`",
        },
        {
            "nl": "vul ze in zoals de server ze gaf, of laat `oidc_issuer` leeg",
            "en": "fill them in as the server gave them, or leave `oidc_issuer` empty",
        },
    )


def _wrong_groups(made: Config) -> _Wrong:
    roles = sorted(set(Role) - {Role.EMPLOYEE})
    if all(group and role in roles for group, _, role in map(_split_group, made.oidc_groups)):
        return None
    return (
        {
            "nl": "een groep hoort bij een rol, en deze rol is er niet",
            "en": "a group goes with a role, and this role is not there",
        },
        {
            "nl": f"schrijf `groep=rol`, met als rol: {', '.join(roles)}",
            "en": f"write `group=role`, with as role: {', '.join(roles)}",
        },
    )


def _split_group(pair: str) -> tuple[str, str, str]:
    group, sign, role = pair.rpartition("=")
    return group.strip(), sign, role.strip()


CHECKS: Mapping[str, Callable[[Config], _Wrong]] = {
    "address": _wrong_address,
    "url": _wrong_url,
    "database": _wrong_database,
    "mail": _wrong_mail,
    "mail_from": _wrong_sender,
    "sign_in": _wrong_sign_in,
    "oidc_issuer": _wrong_issuer,
    "oidc_groups": _wrong_groups,
}
