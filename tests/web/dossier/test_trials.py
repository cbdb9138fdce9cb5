import datetime as dt
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from afspraak.decisions.roles import Role
from afspraak.web.agreeing import queries as agreeing
from afspraak.web.audit.models import Entry
from afspraak.web.dossier import jobs, operations, posts, queries, running
from afspraak.web.dossier.models import Trial
from afspraak.web.retention.models import Deletion

LATER = dt.timedelta(minutes=5)


def offer(client: Client, key: uuid.UUID, content: bytes, name: str = "p.csv", **more: str) -> Any:
    file = SimpleUploadedFile(name, content)
    return client.post(f"/agreeing/{key}/try/", {"file": file, "ours": "on", **more})


def lying() -> list[Path]:
    return sorted((settings.CONFIG.data / "trials").glob("*"))


def test_a_trial_is_done_once_and_its_posts_go_with_a_receipt(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, now: dt.datetime
) -> None:
    client = client_of(Role.REPRESENTATION)

    answer = offer(client, proceeding, csv, at_column="at")
    waiting = queries.latest(proceeding)
    files = lying()
    done = jobs.try_posts(now)
    again = jobs.try_posts(now + LATER)

    assert answer.status_code == 302
    assert waiting
    assert (waiting.state, [each.name for each in files]) == ("waiting", [f"{waiting.id}.csv"])
    assert (done, again, lying()) == (1, 0, [])
    trial = queries.trial(waiting.id)
    assert trial
    assert (trial.state, trial.posts, trial.percent, trial.posts_gone_at) == ("done", 4, 100, now)
    assert [(each.rule, each.count) for each in Deletion.objects.all()] == [("dossier.posts", 1)]
    logged = Entry.objects.filter(action__startswith="dossier.").order_by("number")
    assert list(logged.values_list("action", flat=True)) == [
        "dossier.posts-offered",
        "dossier.trial-done",
    ]


def test_the_outcome_stands_in_the_dossier_without_persons_and_secrets(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, now: dt.datetime
) -> None:
    client = client_of(Role.EDITOR)
    offer(client, proceeding, csv)
    jobs.try_posts(now)

    report = queries.report(proceeding, 1, "en")
    page = client.get(f"/agreeing/{proceeding}/dossier/").content.decode()

    assert report
    assert report.figures[0].number == "4"
    rule = next(row for row in report.table.rows if row.rule == "no-prices-yet")
    assert rule.numbers == ("0", "3", "3", "0", "0")
    assert "nieuwe prijslijst" in page
    assert "Zonnebloem" not in page
    assert "06-12345678" not in page
    assert "klantje" not in page


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("p.csv", b"name,text\nPiet,Brood\n", "persons"),
        ("p.csv", b"a,b\n1,2\n", "which column"),
        ("p.parquet", b"no such thing", "parquet"),
        ("p.docx", b"x", "This sort of file"),
    ],
)
def test_what_cannot_be_tried_is_refused_at_once(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    name: str,
    content: bytes,
    told: str,
) -> None:
    client = client_of(Role.EDITOR, language="en")

    answer = offer(client, proceeding, content, name)

    assert answer.status_code == 422
    assert told.casefold() in answer.content.decode().casefold()
    assert (Trial.objects.count(), lying()) == (0, [])


def test_posts_of_people_are_not_taken(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes
) -> None:
    answer = client_of(Role.EDITOR).post(
        f"/agreeing/{proceeding}/try/", {"file": SimpleUploadedFile("p.csv", csv)}
    )

    assert (answer.status_code, Trial.objects.count(), lying()) == (422, 0, [])


def test_a_file_that_is_too_large_is_refused(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    csv: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("afspraak.web.dossier.forms.MAX_BYTES", len(csv) - 1)

    answer = offer(client_of(Role.EDITOR, language="en"), proceeding, csv)

    assert answer.status_code == 422
    assert "larger than 20 MB" in answer.content.decode()


def test_too_many_posts_are_refused_and_deleted(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    csv: bytes,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(running, "MAX_POSTS", 3)
    client = client_of(Role.EDITOR, language="en")
    offer(client, proceeding, csv)

    jobs.try_posts(now)
    trial = queries.latest(proceeding)

    assert trial
    assert (trial.state, lying()) == ("refused", [])
    assert "more than 200,000" in client.get(f"/agreeing/{proceeding}/try/").content.decode()


def test_one_trial_at_a_time(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, now: dt.datetime
) -> None:
    client = client_of(Role.EDITOR, language="en")
    offer(client, proceeding, csv)

    second = offer(client, proceeding, csv)
    jobs.try_posts(now)
    third = offer(client, proceeding, csv)

    assert (second.status_code, third.status_code) == (422, 302)
    assert "underway" in second.content.decode()


def test_a_run_that_was_cut_off_is_done_again_and_cannot_write_twice(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    csv: bytes,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer(client_of(Role.EDITOR), proceeding, csv)
    trial = queries.latest(proceeding)
    assert trial
    real = running.tried
    late: list[uuid.UUID] = []

    def cut_off(*given: Any, **more: Any) -> Any:
        claim = Trial.objects.get(pk=trial.id).claim
        assert claim
        late.append(claim)
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "tried", cut_off)
    with pytest.raises(KeyboardInterrupt):
        operations.try_next(now=now)
    monkeypatch.setattr(running, "tried", real)
    still = queries.trial(trial.id)
    assert operations.try_next(now=now + LATER)
    outcome = running.Tried(99, {})
    operations._finish(trial, late[0], outcome, now + LATER)

    assert still
    assert still.state == "running"
    ended = queries.trial(trial.id)
    assert ended
    assert (ended.state, ended.posts) == ("done", 4)
    assert Entry.objects.filter(action="dossier.trial-done").count() == 1


def test_a_trial_that_is_cut_off_again_and_again_ends(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    csv: bytes,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    offer(client_of(Role.EDITOR), proceeding, csv)

    def cut_off(*given: Any, **more: Any) -> Any:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "tried", cut_off)
    for _ in range(operations.MAX_ATTEMPTS):
        with pytest.raises(KeyboardInterrupt):
            jobs.try_posts(now)
    jobs.try_posts(now)
    trial = queries.latest(proceeding)

    assert trial
    assert (trial.state, trial.problem["problem"]) == ("refused", operations.CUT_OFF[0])
    assert lying() == []


def test_posts_that_were_left_behind_go_within_a_day(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, now: dt.datetime
) -> None:
    offer(client_of(Role.EDITOR), proceeding, csv)
    left = posts.write(uuid.uuid4(), ".csv", [csv])
    kept = next(each for each in lying() if each != left)
    day = dt.datetime.fromtimestamp(left.stat().st_mtime, dt.UTC) + dt.timedelta(hours=25)

    lines = operations.delete_posts(day)

    assert ([line[:48] for line in lines], lying()) == ([f"trial-posts {left.stem}"], [kept])


def test_without_the_part_that_reads_posts_it_says_what_to_do(
    client_of: Callable[..., Client],
    proceeding: uuid.UUID,
    csv: bytes,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(operations, "can_try", lambda: False)
    client = client_of(Role.EDITOR, language="en")

    page = client.get(f"/agreeing/{proceeding}/try/").content.decode()
    answer = offer(client, proceeding, csv)

    assert "pip install" in page
    assert "Start the trial" not in page
    assert (answer.status_code, Trial.objects.count(), lying()) == (422, 0, [])


def test_an_outcome_goes_after_a_year(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, now: dt.datetime
) -> None:
    offer(client_of(Role.EDITOR), proceeding, csv)
    jobs.try_posts(now)

    early = operations.delete_outcomes(now + dt.timedelta(days=364))
    late = operations.delete_outcomes(now + dt.timedelta(days=366))

    assert (len(early), len(late), Trial.objects.count()) == (0, 1, 0)
    assert agreeing.proceeding(proceeding)


@pytest.mark.parametrize("role", [Role.PRIVACY_OFFICER, Role.LEADER, Role.ADMINISTRATOR])
def test_others_do_not_offer_posts(
    client_of: Callable[..., Client], proceeding: uuid.UUID, csv: bytes, role: Role
) -> None:
    assert offer(client_of(role), proceeding, csv).status_code == 403
    assert lying() == []
