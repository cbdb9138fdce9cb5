"""A receipt of "received and read": what it says, its signature, and whether that still holds.

Nothing here needs a database: whoever holds the file can verify it, also years later.
"""

import base64
import binascii
import dataclasses
import datetime as dt
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

FORMAT = 1
ROUTES = ("screen", "paper")
_SIGNED_AS = b"afspraak receipt 1\n"
_SEALED_AS = b"afspraak receipt pdf 1\n"
_SEAL = re.compile(rb"\n%afspraak-seal ([A-Za-z0-9+/]{86}==)\n\Z")
_HASH = re.compile(r"[0-9a-f]{64}")

Value = str | int | None


class UnableToVerify(Exception):
    """The file proves nothing; args[0] says why: unreadable, not-a-receipt, altered, unsealed."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who received and read which text, when and how. `objection` is the person's own text.

    `at` is when it was recorded, in UTC. On paper, `read_on` is the day that stands under the
    signature and `witness` who saw it.
    """

    key: str
    organisation: str
    edition: str
    text_hash: str
    person: str
    name: str
    language: str
    at: str
    route: str
    entry: int
    objection: str | None = None
    read_on: str | None = None
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Verified:
    """A receipt of which the signature holds, and whose signature that is."""

    receipt: Receipt
    fingerprint: str


class Signer:
    """Signs receipts with one key, given as 32 bytes in hex."""

    def __init__(self, secret: str) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))

    @property
    def fingerprint(self) -> str:
        """What people compare: of the public key, in hex."""
        return fingerprint(self._public())

    def sign(self, receipt: Receipt) -> bytes:
        """The receipt as a signed JSON file; the same receipt gives the same bytes."""
        said = dataclasses.asdict(receipt)
        written = {
            "afspraak_receipt": FORMAT,
            "receipt": said,
            "signer": _base64(self._public()),
            "signature": _base64(self._key.sign(_SIGNED_AS + _canonical(said))),
        }
        return (json.dumps(written, ensure_ascii=False, indent=2) + "\n").encode()

    def seal(self, pdf: bytes) -> bytes:
        """The PDF with a line after its end that covers every byte before it."""
        return (
            pdf + b"\n%afspraak-seal " + _base64(self._key.sign(_SEALED_AS + pdf)).encode() + b"\n"
        )

    def _public(self) -> bytes:
        return self._key.public_key().public_bytes_raw()


def fingerprint(public: bytes) -> str:
    """The fingerprint of a public key, in hex."""
    return hashlib.sha256(public).hexdigest()


def spaced(text: str) -> str:
    """A fingerprint in groups of eight, as people read it out."""
    return " ".join(text[start : start + 8] for start in range(0, len(text), 8))


def bare(text: str) -> str:
    """A fingerprint however somebody typed it, as it is compared."""
    return re.sub(r"[\s:-]", "", text).casefold()


def verify(written: bytes) -> Verified:
    """What a signed JSON file proves; raises `UnableToVerify`."""
    receipt, signer, signature = _read(written)
    try:
        Ed25519PublicKey.from_public_bytes(signer).verify(
            signature, _SIGNED_AS + _canonical(dataclasses.asdict(receipt))
        )
    except (InvalidSignature, ValueError) as error:
        raise UnableToVerify("altered") from error
    return Verified(receipt, fingerprint(signer))


def verify_pdf(pdf: bytes, attached: bytes) -> Verified:
    """What a PDF with the JSON file `attached` in it proves: both must be as they were made."""
    verified = verify(attached)
    _, signer, _ = _read(attached)
    seal = _SEAL.search(pdf)
    if not seal:
        raise UnableToVerify("unsealed")
    try:
        Ed25519PublicKey.from_public_bytes(signer).verify(
            base64.b64decode(seal[1]), _SEALED_AS + pdf[: seal.start()]
        )
    except InvalidSignature as error:
        raise UnableToVerify("altered") from error
    return verified


def moment(at: dt.datetime) -> str:
    """A moment as a receipt writes it: UTC, to the second."""
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(written: bytes) -> tuple[Receipt, bytes, bytes]:
    """The parts of a file. What is not signed may not be in it: nothing more, nothing twice."""
    try:
        held = json.loads(written.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise UnableToVerify("unreadable") from error
    if not isinstance(held, dict) or "afspraak_receipt" not in held:
        raise UnableToVerify("not-a-receipt")
    if set(held) != {"afspraak_receipt", "receipt", "signer", "signature"}:
        raise UnableToVerify("altered")
    if type(held["afspraak_receipt"]) is not int or held["afspraak_receipt"] != FORMAT:
        raise UnableToVerify("not-a-receipt")
    return _receipt(held["receipt"]), _bytes(held["signer"]), _bytes(held["signature"])


def _receipt(said: object) -> Receipt:
    fields = dataclasses.fields(Receipt)
    if not isinstance(said, dict) or set(said) != {field.name for field in fields}:
        raise UnableToVerify("altered")
    optional = {"objection", "read_on", "witness"}
    for name, value in said.items():
        fits = type(value) is int if name == "entry" else isinstance(value, str)
        if not fits and not (name in optional and value is None):
            raise UnableToVerify("altered")
    if said["route"] not in ROUTES or not _HASH.fullmatch(said["text_hash"]):
        raise UnableToVerify("altered")
    return Receipt(**said)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object in which no name stands twice: readers would differ on which one counts."""
    held = dict(pairs)
    if len(held) != len(pairs):
        raise UnableToVerify("altered")
    return held


def _canonical(said: Mapping[str, Value]) -> bytes:
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    # A lone surrogate cannot be written as UTF-8, and JSON can hold one.
    return text.encode("utf-8", "surrogatepass")


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: object) -> bytes:
    try:
        read = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except (binascii.Error, ValueError) as error:
        raise UnableToVerify("altered") from error
    if _base64(read) != value:
        raise UnableToVerify("altered")
    return read
