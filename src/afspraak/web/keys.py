"""The secrets of one installation, kept in its data folder and nowhere else."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from afspraak.web.config import UnableToConfigure

NAME = "keys"
BYTES = 48


@dataclass(frozen=True, slots=True)
class Keys:
    """`signing` is Django's; `audit` seals the log; `receipt` (32 bytes, hex) signs receipts."""

    signing: str
    audit: str
    receipt: str


def read(data: Path) -> Keys | None:
    """The keys in the folder, or nothing when there are none yet."""
    try:
        signing, audit, receipt = (data / NAME).read_text("ascii").split()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UnableToConfigure(
            {
                "nl": f"{data / NAME}: de sleutels zijn niet te lezen",
                "en": f"{data / NAME}: the keys cannot be read",
            },
            {
                "nl": "kijk de eigenaar en de rechten na, of zet ze terug uit een reservekopie",
                "en": "check the owner and the permissions, or put them back from a backup",
            },
        ) from error
    return Keys(signing, audit, receipt)


def read_or_make(data: Path) -> Keys:
    """The keys in the folder; made once, readable by their owner only."""
    if held := read(data):
        return held
    data.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = passing()
    partial = data / f"{NAME}.{os.getpid()}"
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write("\n".join((made.signing, made.audit, made.receipt)) + "\n")
    try:
        os.link(partial, data / NAME)
    except FileExistsError:
        pass  # another process was first: its keys hold
    finally:
        partial.unlink()
    return read(data) or made


def passing() -> Keys:
    """Keys that nothing keeps, for a process that only looks around."""
    return Keys(
        secrets.token_urlsafe(BYTES), secrets.token_urlsafe(BYTES), secrets.token_bytes(32).hex()
    )
