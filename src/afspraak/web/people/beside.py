"""What is kept about somebody beside their own row, in one query."""

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db.models import F, Value
from django.db.models.fields.json import KT

from afspraak.web.people.models import Person, SignIn, Upload


class Beside(NamedTuple):
    """A sign-in, an upload, a passkey or an account elsewhere, by name, and when it was used."""

    kind: str
    name: str
    at: dt.datetime
    used: dt.datetime | None


def kept(person: Person) -> Sequence[Beside]:
    """Every one of them, the oldest first."""
    signed_in = SignIn.objects.filter(person=person)
    uploads = Upload.objects.filter(by=person)
    passkeys = Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN)
    accounts = SocialAccount.objects.filter(user=person)
    rows = signed_in.values_list(Value("sign-in"), "browser", "at", F("at")).union(
        uploads.values_list(Value("upload"), "name", "at", F("at")),
        passkeys.values_list(Value("passkey"), KT("data__name"), "created_at", "last_used_at"),
        accounts.values_list(Value("account"), "uid", "date_joined", "last_login"),
        all=True,
    )
    return sorted((Beside(*row) for row in rows), key=lambda row: row.at)
