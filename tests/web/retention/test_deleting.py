"""What is over its term goes on the day, with a receipt, and never before."""

import datetime as dt
import hashlib
from collections.abc import Callable, Sequence

import pytest
from django.db import transaction
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.diagnostics import Text
from afspraak.web.audit import operations as audit
from afspraak.web.audit import verification
from afspraak.web.audit.actions import LOG_VIEWED
from afspraak.web.audit.models import Entry, Personal, Verification
from afspraak.web.audit.seals import Fact
from afspraak.web.contributions import Term
from afspraak.web.people.models import Person
from afspraak.web.retention import operations, queries
from afspraak.web.retention.models import Deletion, RuleRun

TEXT: Text = {"nl": "Iets", "en": "Something"}


def a_term(key: str, delete: Callable[[dt.datetime], Sequence[str]] | None) -> Term:
    return Term(key, TEXT, TEXT, delete)


def only(monkeypatch: pytest.MonkeyPatch, *terms: Term) -> None:
    monkeypatch.setattr(queries, "contributing", lambda _: [("some", terms)])


@pytest.mark.promise(8)
def test_a_deletion_leaves_a_receipt_without_content(
    db: None, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    only(monkeypatch, a_term("some.rule", lambda _: ["b:2", "a:1"]), a_term("other", lambda _: []))

    assert operations.delete_due(now=now) == 2

    digest = hashlib.sha256(b"a:1\nb:2\n").hexdigest()
    assert list(Deletion.objects.values_list("rule", "at", "count", "digest")) == [
        ("some.rule", now, 2, digest)
    ]
    assert list(Entry.objects.values_list("action", "facts")) == [
        ("retention.deleted", {"rule": "some.rule", "count": 2, "digest": digest})
    ]
    assert sorted(RuleRun.objects.values_list("rule", "at", "failed")) == [
        ("other", now, ""),
        ("some.rule", now, ""),
    ]


@pytest.mark.promise(8)
def test_a_rule_that_fails_stops_no_other_and_undoes_itself(
    db: None, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(at: dt.datetime) -> Sequence[str]:
        Verification.objects.create(at=at, entries=0, number=0, seal="", found=0)
        raise RuntimeError

    only(monkeypatch, a_term("broken", breaks), a_term("sound", lambda _: ["x"]))

    assert operations.delete_due(now=now) == 1
    assert queries.failing() == ("broken",)
    assert queries.all_ran_since(now) is False
    assert not Verification.objects.exists()

    only(monkeypatch, a_term("broken", lambda _: []), a_term("sound", lambda _: []))
    operations.delete_due(now=now + dt.timedelta(hours=6))
    assert queries.failing() == ()
    assert queries.all_ran_since(now) is True


@pytest.mark.promise(8)
def test_who_looked_is_known_by_name_for_a_year_and_the_seal_goes_on_holding(
    db: None, now: dt.datetime
) -> None:
    facts: dict[str, Fact] = {"first": 1, "last": 1, "action": ""}
    with transaction.atomic():
        audit.record(LOG_VIEWED, now=now, facts=facts, personal={"name": "Fatma Yildiz"})
    year = dt.timedelta(days=365)

    operations.delete_due(now=now + year - dt.timedelta(seconds=1))
    assert Personal.objects.count() == 1

    operations.delete_due(now=now + year)
    assert Personal.objects.count() == 0
    assert Deletion.objects.get(rule="audit.personal").count == 1
    assert verification.verify().found == 0


@pytest.mark.promise(8)
def test_own_records_go_on_the_day_too(db: None, now: dt.datetime) -> None:
    Verification.objects.create(at=now, entries=0, number=0, seal="", found=0)
    Deletion.objects.create(rule="x", at=now, count=1, digest="")

    operations.delete_due(now=dt.datetime(2027, 11, 22, 23, tzinfo=dt.UTC))
    assert (Verification.objects.count(), Deletion.objects.filter(rule="x").count()) == (1, 1)

    operations.delete_due(now=dt.datetime(2027, 11, 23, 0, tzinfo=dt.UTC))
    assert (Verification.objects.count(), Deletion.objects.filter(rule="x").count()) == (0, 1)

    operations.delete_due(now=dt.datetime(2028, 11, 23, 0, tzinfo=dt.UTC))
    assert Deletion.objects.filter(rule="x").count() == 0


def test_every_term_is_said_in_both_languages_and_named_once() -> None:
    terms = list(queries.terms())

    assert len({term.key for term in terms}) == len(terms)
    for term in terms:
        assert set(term.says) == set(term.term) == {"nl", "en"}, term.key


@pytest.mark.parametrize("receipts", [1, 3])
def test_the_page_shows_terms_and_receipts_with_as_many_queries(
    receipts: int,
    now: dt.datetime,
    client_of: Callable[..., Client],
    django_assert_num_queries: Callable[[int], object],
) -> None:
    client = client_of(Role.PRIVACY_OFFICER)
    for count in range(receipts):
        Deletion.objects.create(rule="audit.personal", at=now, count=count + 1, digest="ab" * 32)
    client.get("/deletions/")

    with django_assert_num_queries(QUERIES):  # type: ignore[attr-defined]
        page = client.get("/deletions/").content.decode()

    assert page.count("abababababababab…") == receipts


QUERIES = 8


def test_only_those_who_may_see_it(
    client_of: Callable[..., Client], somebody: Callable[..., Person]
) -> None:
    assert client_of(Role.REPRESENTATION).get("/deletions/").status_code == 200
    assert client_of(Role.ADMINISTRATOR).get("/deletions/").status_code == 403
    assert client_of().get("/deletions/").status_code == 403
