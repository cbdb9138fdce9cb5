"""Starting, saving and dropping a draft."""

import datetime as dt
import uuid

from django.db import transaction

from afspraak.web.audit import operations as audit
from afspraak.web.drafting import actions
from afspraak.web.drafting.models import Draft, DraftVersion
from afspraak.web.drafting.sources import told

MAX_BYTES = 1_000_000
"""A protocol with every clause of the library is under a tenth of this."""


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
