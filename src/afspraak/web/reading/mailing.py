"""What goes with mails about reading, and when such a mail is no longer needed."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence

from afspraak.web.mail import letters
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.reading import paper, queries


def _receipt(values: letters.Values) -> Iterable[letters.Attachment]:
    row = queries.reading(uuid.UUID(str(values["reading"])))
    if row:
        yield paper.file_name(row, "pdf"), paper.pdf(row), "application/pdf"


def _no_longer_asked(mails: Sequence[OutgoingMail], now: dt.datetime) -> set[int]:
    """Mails about an edition that was superseded meanwhile, or to who has read it."""
    held = (queries.to_read(now), queries.to_read_first(now))
    asked = {each.asked for each in held if each}
    read = queries.who_read(asked, [mail.person_id for mail in mails])
    return {
        mail.pk
        for mail in mails
        if mail.values.get("edition") not in asked
        or (mail.person_id, mail.values.get("edition")) in read
    }


letters.attaching("reading.receipt", _receipt)
letters.dropping("reading.asked", _no_longer_asked)
letters.dropping("reading.reminder", _no_longer_asked)
