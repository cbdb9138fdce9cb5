"""The settings there are: a field each, with what it is for and an example."""

from dataclasses import dataclass, field
from pathlib import Path

from afspraak.diagnostics import Text

PREFIX = "AFSPRAAK_"
FILE_VARIABLE = f"{PREFIX}CONFIG"
OTHER_VARIABLES = frozenset(
    {FILE_VARIABLE, f"{PREFIX}LANG", f"{PREFIX}TEST_DATABASE", f"{PREFIX}PARENT"}
)
"""Names in the environment that are ours and are no setting."""

MAIL_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
"""How a mail server may be spoken to, and the usual port."""

SIGN_IN = ("code", "password", "passkey", "oidc")


class UnableToConfigure(Exception):
    """A setting cannot be used; `says` tells which, where and why, `way_out` what is allowed."""

    def __init__(self, says: Text, way_out: Text) -> None:
        super().__init__(says["en"])
        self.says = says
        self.way_out = way_out


def _about(*, nl: str, en: str, example: str) -> dict[str, object]:
    return {"about": {"nl": nl, "en": en}, "example": example}


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one installation; every field says what it is for."""

    data: Path = field(
        default=Path("afspraak-data"),
        metadata=_about(
            nl="De map met de sleutels en, zonder andere database, de gegevens zelf.",
            en="The folder with the keys and, without another database, the data itself.",
            example="/var/lib/afspraak",
        ),
    )
    database: str = field(
        default="",
        metadata=_about(
            nl="Waar de gegevens staan, zoals `postgresql://naam:wachtwoord@host/afspraak`. "
            "Leeg: SQLite in de map `data`.",
            en="Where the data is, such as `postgresql://name:password@host/afspraak`. "
            "Empty: SQLite in the folder `data`.",
            example="postgresql://afspraak:secret@localhost/afspraak",
        ),
    )
    address: str = field(
        default="127.0.0.1:8000",
        metadata=_about(
            nl="Op welk adres en welke poort het programma luistert.",
            en="The address and port the program listens on.",
            example="127.0.0.1:8000",
        ),
    )
    url: str = field(
        default="",
        metadata=_about(
            nl="Het adres zoals mensen het in hun browser zien; ook voor links in e-mails. "
            "Leeg: `http://localhost` met de poort van `address`.",
            en="The address as people see it in their browser; also for links in mails. "
            "Empty: `http://localhost` with the port of `address`.",
            example="https://afspraak.example.com",
        ),
    )
    demo: bool = field(
        default=False,
        metadata=_about(
            nl="Een verzonnen bakkerij, met inloggen in één klik. Nooit voor echt gebruik.",
            en="An invented bakery, with one-click sign-in. Never for real use.",
            example="true",
        ),
    )
    behind_proxy: bool = field(
        default=False,
        metadata=_about(
            nl="Er staat een reverse proxy voor die `X-Forwarded-Proto` en `X-Forwarded-For` zet.",
            en="A reverse proxy stands in front that sets `X-Forwarded-Proto` and "
            "`X-Forwarded-For`.",
            example="true",
        ),
    )
    mail: str = field(
        default="",
        metadata=_about(
            nl="De mailserver: `smtp://naam:wachtwoord@host:587` met STARTTLS, `smtps://` met TLS "
            "vanaf het begin, `smtp+plain://` zonder. Leeg: er gaat niets uit.",
            en="The mail server: `smtp://name:password@host:587` with STARTTLS, `smtps://` with "
            "TLS from the start, `smtp+plain://` without. Empty: nothing goes out.",
            example="smtp://afspraak:secret@mail.example.com:587",
        ),
    )
    mail_from: str = field(
        default="Afspraak <afspraak@localhost>",
        metadata=_about(
            nl="De afzender van e-mails.",
            en="The sender of mails.",
            example="Afspraak <afspraak@example.com>",
        ),
    )
    sign_in: tuple[str, ...] = field(
        default=("code", "password", "passkey"),
        metadata=_about(
            nl="Hoe mensen inloggen: `code`, `password`, `passkey` of `oidc`.",
            en="How people sign in: `code`, `password`, `passkey` or `oidc`.",
            example="code,passkey",
        ),
    )
    oidc_name: str = field(
        default="",
        metadata=_about(
            nl="De naam op de knop van single sign-on.",
            en="The name on the single sign-on button.",
            example="Example",
        ),
    )
    oidc_issuer: str = field(
        default="",
        metadata=_about(
            nl="Het adres van de OpenID Connect-server. Leeg: geen single sign-on.",
            en="The address of the OpenID Connect server. Empty: no single sign-on.",
            example="https://login.example.com",
        ),
    )
    oidc_client: str = field(
        default="",
        metadata=_about(
            nl="De client-id bij die server.",
            en="The client id at that server.",
            example="afspraak",
        ),
    )
    oidc_secret: str = field(
        default="",
        metadata=_about(
            nl="Het client-geheim bij die server.",
            en="The client secret at that server.",
            example="secret",
        ),
    )
    oidc_trust_email: bool = field(
        default=False,
        metadata=_about(
            nl="Of een adres telt waarvan de server niet zegt dat het gecontroleerd is "
            "(`email_verified`). Alleen als niemand daar zelf een adres kan invullen.",
            en="Whether an address counts of which the server does not say that it was checked "
            "(`email_verified`). Only when nobody can fill in an address there themselves.",
            example="true",
        ),
    )
    oidc_groups: tuple[str, ...] = field(
        default=(),
        metadata=_about(
            nl="Welke groep welke rol geeft, zoals `hr=editor,it=administrator`.",
            en="Which group gives which role, such as `hr=editor,it=administrator`.",
            example="hr=editor,it=administrator",
        ),
    )
    worker: bool = field(
        default=True,
        metadata=_about(
            nl="Of `afspraak serve` zelf het wachtende werk doet.",
            en="Whether `afspraak serve` does the waiting work itself.",
            example="false",
        ),
    )
    processes: int = field(
        default=1,
        metadata=_about(
            nl="Hoeveel processen pagina’s maken. Meer dan één vraagt om PostgreSQL.",
            en="How many processes make pages. More than one asks for PostgreSQL.",
            example="2",
        ),
    )

    @property
    def host(self) -> str:
        """The address to listen on, without brackets and port."""
        return self.address.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """The port to listen on."""
        return int(self.address.rpartition(":")[2])


SECRETS = frozenset({"database", "mail", "oidc_secret"})
"""Settings that may hold a password: never shown."""
