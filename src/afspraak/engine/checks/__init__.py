"""The named checks: what a pattern alone cannot decide, such as check digits.

Each takes a folded match and its original stretch and says how much of it counts. They use
nothing but ASCII and small whole numbers, so that every executor can have its own.
"""

from collections.abc import Mapping

from afspraak.engine.checks.bsn import bsn
from afspraak.engine.checks.card import card
from afspraak.engine.checks.date import date
from afspraak.engine.checks.email import email
from afspraak.engine.checks.host import address, host, internal_host
from afspraak.engine.checks.iban import iban
from afspraak.engine.checks.kept import Check, Kept
from afspraak.engine.checks.password import password, plain_password
from afspraak.engine.checks.phone import phone
from afspraak.engine.checks.plate import any_plate, plate
from afspraak.engine.checks.postcode import postcode
from afspraak.engine.checks.token import token, upper

__all__ = ["CHECKS", "Check", "Kept"]

CHECKS: Mapping[str, Check] = {
    "address": address,
    "any-plate": any_plate,
    "bsn": bsn,
    "card": card,
    "date": date,
    "email": email,
    "host": host,
    "iban": iban,
    "internal-host": internal_host,
    "password": password,
    "phone": phone,
    "plain-password": plain_password,
    "plate": plate,
    "postcode": postcode,
    "token": token,
    "upper": upper,
}
