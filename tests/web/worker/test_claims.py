import datetime as dt

from afspraak.web.worker import claims, queries
from afspraak.web.worker.models import Job

LATER = claims.CLAIM + dt.timedelta(seconds=1)


def test_a_job_is_claimed_by_one_worker(db: None, now: dt.datetime) -> None:
    assert claims.claim("a.job", "one", now=now)
    assert not claims.claim("a.job", "two", now=now)


def test_a_worker_that_beats_keeps_a_long_job(db: None, now: dt.datetime) -> None:
    claims.claim("a.job", "one", now=now)
    claims.beat("one", now=now + claims.CLAIM / 2)

    assert not claims.claim("a.job", "two", now=now + LATER)


def test_the_job_of_a_worker_that_died_is_free_again(db: None, now: dt.datetime) -> None:
    claims.claim("a.job", "one", now=now)

    assert claims.claim("a.job", "two", now=now + LATER)


def test_a_worker_that_lost_its_claim_does_not_end_that_of_another(
    db: None, now: dt.datetime
) -> None:
    claims.claim("a.job", "one", now=now)
    claims.claim("a.job", "two", now=now + LATER)

    claims.release("a.job", "one", now=now + LATER, failed="", due_at=now)

    assert Job.objects.values_list("claimed_by", flat=True).get() == "two"


def test_a_job_that_was_done_waits_until_it_is_due(db: None, now: dt.datetime) -> None:
    claims.claim("a.job", "one", now=now)
    due = now + dt.timedelta(seconds=60)
    claims.release("a.job", "one", now=now, failed="", due_at=due)

    assert not claims.claim("a.job", "two", now=due - dt.timedelta(seconds=1))
    assert claims.claim("a.job", "two", now=due)


def test_a_worker_that_leaves_is_forgotten_with_its_claims(db: None, now: dt.datetime) -> None:
    claims.beat("one", now=now)
    claims.claim("a.job", "one", now=now)

    claims.leave("one")

    assert (queries.at_work(now), queries.last_seen()) == (0, None)
    assert claims.claim("a.job", "two", now=now)
