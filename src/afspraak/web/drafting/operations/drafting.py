"""Starting, saving and dropping a draft."""

import datetime as dt
import uuid

from django.db import transaction

from afspraak.protocol import editing
from afspraak.protocol.write import first_of_next_month
from afspraak.web.audit import operations as audit
from afspraak.web.drafting import actions, numbers
from afspraak.web.drafting.models import Draft, DraftVersion
from afspraak.web.drafting.sources import told
from afspraak.web.editions import queries as editions
from afspraak.web.editions.queries import EditionRow

MAX_BYTES = 1_000_000
"""A protocol with every clause of the library is under a tenth of this."""

KEPT_DAYS = 30
"""How long a draft is kept after it became an edition that holds."""


class UnableToSave(Exception):
    """What was written is not saved; args[0] is `changed`, `gone` or `too-big`.

    Whoever catches it gives back what was written: it is nowhere else.
    """


@transaction.atomic
def start_draft(
    *, source: bytes, now: dt.datetime, actor: uuid.UUID | None, based_on: int | None = None
) -> uuid.UUID:
    """A new draft with `source` as its first version, and gives its key. Raises `UnableToSave`.

    `based_on` is the key of the edition that it comes from.
    """
    _must_fit(source)
    about = told(source)
    draft = Draft.objects.create(
        number=about.number,
        text_hash=about.text_hash,
        based_on_id=based_on,
        started_at=now,
        changed_at=now,
    )
    _keep(draft.pk, 1, source, now, actor)
    audit.record(
        actions.DRAFT_STARTED,
        now=now,
        actor=actor,
        subject=f"draft:{draft.pk}",
        edition=about.number,
        facts={"number": about.number},
    )
    return draft.pk


def start_from_edition(
    *, edition: EditionRow, today: dt.date, now: dt.datetime, actor: uuid.UUID | None
) -> uuid.UUID:
    """A draft that says what an edition says, under the next number; gives its key.

    It holds from the first of next month, and nobody has agreed to it yet.
    """
    text = editions.source_of(edition).decode("utf-8-sig")
    starts = first_of_next_month(today)
    text = editing.edit(
        text,
        {
            ("edition", "number"): numbers.following(
                f"{starts.year}.1" if str(starts.year) not in edition.number else edition.number
            ),
            ("edition", "in_force"): starts,
            ("edition", "review_by"): starts.replace(year=starts.year + 1),
            ("edition", "representation", "consent"): None,
            ("edition", "representation", "reference"): None,
        },
    )
    return start_draft(source=text.encode(), now=now, actor=actor, based_on=edition.id)


def save_draft(
    *, draft: uuid.UUID, version: int, source: bytes, now: dt.datetime, actor: uuid.UUID | None
) -> int:
    """Saves what was written on version `version` and gives the number of the new version.

    What is the same as that version stays that version. Raises `UnableToSave` when somebody saved
    since, when the draft is gone, or when the file is too big; nothing is written then.
    """
    _must_fit(source)
    about = told(source)  # reading takes long, so it is done before anybody has to wait
    with transaction.atomic():
        # Of two who save at once, one finds the version that they started from and the other not.
        held = Draft.objects.filter(pk=draft, version=version)
        if _is_version(draft, version, source) and held.exists():
            return version
        moved = held.update(
            version=version + 1,
            number=about.number,
            text_hash=about.text_hash,
            changed_at=now,
        )
        if not moved:
            known = Draft.objects.filter(pk=draft).exists()
            raise UnableToSave("changed" if known else "gone")
        _keep(draft, version + 1, source, now, actor)
        audit.record(
            actions.DRAFT_SAVED,
            now=now,
            actor=actor,
            subject=f"draft:{draft}",
            edition=about.number,
            facts={"number": about.number, "version": version + 1},
        )
    return version + 1


@transaction.atomic
def drop_draft(*, draft: uuid.UUID, now: dt.datetime, actor: uuid.UUID | None) -> None:
    """Throws a draft away with all its versions. Nothing happens when somebody already did."""
    held = Draft.objects.select_for_update().filter(pk=draft).first()
    if held is None:
        return
    audit.record(
        actions.DRAFT_DROPPED,
        now=now,
        actor=actor,
        subject=f"draft:{draft}",
        edition=held.number,
        facts={"number": held.number, "versions": held.version},
    )
    held.delete()


@transaction.atomic
def delete_old_drafts(now: dt.datetime) -> list[str]:
    """Deletes drafts that have long been an edition, and gives a line for each."""
    long_ago = now - dt.timedelta(days=KEPT_DAYS)
    lines = []
    for row in editions.past(now):
        if row.in_force_from <= long_ago:
            old = Draft.objects.filter(
                number=row.number, text_hash=row.text_hash, changed_at__lte=long_ago
            )
            lines += [
                f"draft {key} {at:%Y-%m-%d}" for key, at in old.values_list("pk", "changed_at")
            ]
            old.delete()
    return lines


def _must_fit(source: bytes) -> None:
    if len(source) > MAX_BYTES:
        raise UnableToSave("too-big")


def _is_version(draft: uuid.UUID, version: int, source: bytes) -> bool:
    row = DraftVersion.objects.filter(draft=draft, version=version).values_list("source").first()
    return row is not None and bytes(row[0]) == source


def _keep(
    draft: uuid.UUID, version: int, source: bytes, now: dt.datetime, actor: uuid.UUID | None
) -> None:
    DraftVersion.objects.create(draft_id=draft, version=version, source=source, at=now, by_id=actor)
