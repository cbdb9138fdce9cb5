"""What is logged about one's own data."""

from afspraak.web.audit.actions import ACCESS_LOG_DAYS, Action

VIEWED = Action(
    "mydata.viewed",
    {"nl": "{name} bekeek de eigen gegevens.", "en": "{name} looked at their own data."},
    personal=("name",),
    keep_days=ACCESS_LOG_DAYS,
)
DOWNLOADED = Action(
    "mydata.downloaded",
    {"nl": "{name} haalde de eigen gegevens op.", "en": "{name} downloaded their own data."},
    personal=("name",),
    keep_days=ACCESS_LOG_DAYS,
)
