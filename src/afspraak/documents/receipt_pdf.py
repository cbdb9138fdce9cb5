"""A receipt as an accessible PDF (PDF/UA-1), with the signed file in it, set by typst."""

import datetime as dt
from collections.abc import Mapping

from afspraak.documents import typesetting

ATTACHED = "receipt.json"


def write(said: Mapping[str, object], signed: bytes, day: dt.date) -> bytes:
    """The PDF of what a receipt says, dated `day`. The same receipt gives the same bytes."""
    content = {**said, "day": [day.year, day.month, day.day], "signed": signed.decode()}
    return typesetting.typeset("receipt", content, day)
