import datetime as dt
from collections.abc import Callable

import pytest
from django.conf import settings

from afspraak.decisions import receipts
from afspraak.decisions.roles import Role
from afspraak.web.editions import operations as editions
from afspraak.web.editions.queries import EditionRow
from afspraak.web.mail.models import OutgoingMail
from afspraak.web.people.models import Person
from afspraak.web.reading import operations, queries
from afspraak.web.reading.operations import UnableToReceive
from web.conftest import PROTOCOL

Somebody = Callable[..., Person]


def test_a_receipt_binds_person_text_time_language_and_log_entry(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody(name="Lotte Visser")

    key = operations.receive(person=lotte, edition=edition.id, language="nl", now=now)

    row = queries.reading(key)
    assert row
    verified = receipts.verify(row.receipt.encode())
    assert verified == receipts.Verified(
        receipts.Receipt(
            key=str(key),
            organisation="Bakkerij Jansen",
            edition="2026.2",
            text_hash=edition.text_hash,
            person=str(lotte.pk),
            name="Lotte Visser",
            language="nl",
            at="2026-11-23T09:00:00Z",
            route="screen",
            entry=verified.receipt.entry,
        ),
        receipts.Signer(settings.KEYS.receipt).fingerprint,
    )
    assert list(OutgoingMail.objects.values_list("key", "kind")) == [
        (f"reading.receipt:{key}", "reading.receipt")
    ]


def test_an_objection_counts_as_read_and_stands_in_the_receipt(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody()

    key = operations.receive(
        person=lotte, edition=edition.id, language="nl", now=now, objection=" Te streng.\r\nEcht. "
    )

    row = queries.reading(key)
    assert row
    assert receipts.verify(row.receipt.encode()).receipt.objection == "Te streng.\nEcht."
    assert queries.has_read(lotte.pk, now)
    last = queries.last_read(lotte.pk)
    assert last
    assert last.id == edition.id


def test_nobody_receives_an_edition_twice(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    lotte = somebody()
    operations.receive(person=lotte, edition=edition.id, language="nl", now=now)

    with pytest.raises(UnableToReceive, match="received"):
        operations.receive(person=lotte, edition=edition.id, language="nl", now=now)


def test_only_the_edition_in_force_is_received(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    with pytest.raises(UnableToReceive, match="superseded"):
        operations.receive(person=somebody(), edition=edition.id + 1, language="nl", now=now)


def test_paper_names_the_day_and_the_witness(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    editor, piet = somebody(Role.EDITOR), somebody(name="Piet")
    day = dt.date(2026, 11, 20)

    key = operations.receive_on_paper(
        person=piet, edition=edition.id, read_on=day, witness=" Sanne ", editor=editor, now=now
    )

    row = queries.reading(key)
    assert row
    receipt = receipts.verify(row.receipt.encode()).receipt
    assert (receipt.route, receipt.read_on, receipt.witness) == ("paper", "2026-11-20", "Sanne")


@pytest.mark.parametrize(
    ("day", "witness", "reason"),
    [(dt.date(2026, 11, 24), "Sanne", "future"), (dt.date(2026, 11, 20), "  ", "witness")],
)
@pytest.mark.usefixtures("organisation")
def test_paper_is_refused(
    somebody: Somebody, now: dt.datetime, day: dt.date, witness: str, reason: str
) -> None:
    edition = editions.add_edition(source=PROTOCOL, now=now)
    editor = somebody(Role.EDITOR)

    with pytest.raises(UnableToReceive, match=reason):
        operations.receive_on_paper(
            person=somebody(),
            edition=edition.id,
            read_on=day,
            witness=witness,
            editor=editor,
            now=now,
        )


def test_leaders_are_whom_the_protocol_names_and_who_has_the_role(
    edition: EditionRow, somebody: Somebody, now: dt.datetime
) -> None:
    jan = somebody(name="jan jansen")
    somebody(Role.LEADER, name="Mo")
    somebody(name="Lotte")

    before = queries.leaders_read(now)
    operations.receive(person=jan, edition=edition.id, language="nl", now=now)

    assert before == queries.Leaders(read=0, of=2)
    assert queries.leaders_read(now) == queries.Leaders(read=1, of=2)
