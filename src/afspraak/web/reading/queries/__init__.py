"""Who has read what."""

from afspraak.web.reading.queries.examples import PinnedRow, pinned_by
from afspraak.web.reading.queries.for_editor import (
    PAGE,
    ObjectionRow,
    WaitingRow,
    campaign,
    objections,
    objections_waiting,
    refused,
    waiting,
    waiting_rows,
)
from afspraak.web.reading.queries.keeping import Kept, kept
from afspraak.web.reading.queries.presence import away, here, today, works_here
from afspraak.web.reading.queries.readings import (
    ReadingRow,
    is_asked,
    last_read,
    reading,
    reading_of,
    readings_of,
    who_read,
)
from afspraak.web.reading.queries.text import (
    ToRead,
    has_read,
    has_read_this,
    to_read,
    to_read_by,
    to_read_first,
)
from afspraak.web.reading.queries.who_leads import (
    Leaders,
    leaders,
    leaders_of,
    leaders_read,
    leaders_shown,
    leading,
)

__all__ = [
    "PAGE",
    "Kept",
    "Leaders",
    "ObjectionRow",
    "PinnedRow",
    "ReadingRow",
    "ToRead",
    "WaitingRow",
    "away",
    "campaign",
    "has_read",
    "has_read_this",
    "here",
    "is_asked",
    "kept",
    "last_read",
    "leaders",
    "leaders_of",
    "leaders_read",
    "leaders_shown",
    "leading",
    "objections",
    "objections_waiting",
    "pinned_by",
    "reading",
    "reading_of",
    "readings_of",
    "refused",
    "to_read",
    "to_read_by",
    "to_read_first",
    "today",
    "waiting",
    "waiting_rows",
    "who_read",
    "works_here",
]
