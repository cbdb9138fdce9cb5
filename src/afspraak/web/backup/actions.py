"""What is logged about copies of everything."""

from afspraak.web.audit.actions import Action

BACKUP_MADE = Action(
    "backup.made",
    {
        "nl": "Er is een reservekopie gemaakt van {rows} rijen, {size} bytes.",
        "en": "A backup was made of {rows} rows, {size} bytes.",
    },
    facts=("rows", "size"),
)
BACKUP_RESTORED = Action(
    "backup.restored",
    {
        "nl": "De reservekopie van {made_at} is teruggezet: {rows} rijen, uit versie {version}.",
        "en": "The backup of {made_at} was put back: {rows} rows, from version {version}.",
    },
    facts=("made_at", "rows", "version"),
)
