"""Importing people from a file."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from afspraak.decisions.roles import Role
from afspraak.web.audit.models import Entry
from afspraak.web.people import applying, columns, contributes, importing, jobs, sheets
from afspraak.web.people.applying import Result
from afspraak.web.people.models import Person, Upload
from afspraak.web.people.sheets import Sheet, UnableToRead

Somebody = Callable[..., Person]
ClientOf = Callable[..., Client]
HEADINGS = ("Personeelsnummer", "Naam", "E-mail", "Afdeling")


def excel(*rows: list[Any]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet
    for row in rows:
        sheet.append(row)
    packed = io.BytesIO()
    book.save(packed)
    return packed.getvalue()


@pytest.fixture
def keep(somebody: Somebody, now: dt.datetime) -> Callable[..., Upload]:
    """Keeps a file with these rows under `HEADINGS` for its own editor."""

    def upload(*rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Upload:
        by = Person.objects.filter(granted__role="editor").first() or somebody(
            Role.EDITOR, Role.ADMINISTRATOR, name="Henk Mulder", number="1"
        )
        key = importing.keep_upload(name="mensen.csv", sheet=Sheet(headings, rows), by=by, now=now)
        return Upload.objects.get(pk=key)

    return upload


def confirm(upload: Upload, now: dt.datetime, leaving: Any = ()) -> Result | None:
    assert applying.confirm(upload=upload, now=now, leaving=leaving)
    return applying.apply(upload=upload.pk, now=now)


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_csv_is_read(delimiter: str, encoding: str) -> None:
    text = f'Naam{delimiter}Team\r\n"Zoë d’Ancona"{delimiter}Bakkerij\r\n\r\n'

    assert sheets.read(text.encode(encoding)) == Sheet(
        ("Naam", "Team"), (("Zoë d’Ancona", "Bakkerij"),)
    )


def test_excel_is_read_with_a_formula_as_its_text() -> None:
    content = excel(
        ["Naam", "Nummer", "In dienst", None],
        ["Zoë", 12, dt.date(2026, 2, 1), None],
        [None],
        ["=1+1", 13.0, None],
    )

    assert sheets.read(content) == Sheet(
        ("Naam", "Nummer", "In dienst"), (("Zoë", "12", "2026-02-01"), ("=1+1", "13", ""))
    )


def bomb() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as file:
        file.writestr("xl/workbook.xml", "<workbook/>")
        with file.open("xl/sharedStrings.xml", "w") as part:
            for _ in range(16):
                part.write(bytes(10 * 1024 * 1024))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"Naam;Team\n", "empty"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "locked"),
        (b"PK\x03\x04 en dan niets", "broken"),
        (excel(["Naam"], ["Zoe"])[:-400], "broken"),
        (b"%PDF-1.7 ...", "not-a-table"),
        (b"Naam\0Team", "not-a-table"),
        (b";".join([b"kolom"] * 61) + b"\nx", "too-many-columns"),
        (b"x" * (sheets.MAX_BYTES + 1), "too-big"),
        (b"Naam\n" + b"x\n" * (sheets.MAX_ROWS + 1), "too-many-rows"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(UnableToRead, match=reason):
        sheets.read(content)


def test_a_file_that_unpacks_to_too_much_is_not_unpacked() -> None:
    with pytest.raises(UnableToRead, match="too-big"):
        sheets.read(bomb())


def test_columns_are_guessed_in_both_languages() -> None:
    assert columns.guessed(
        ["Pers.nr", "Voornaam", "Tussenvoegsel", "Last name", "Work e-mail"]
    ) == [
        "number",
        "first",
        "between",
        "last",
        "email",
    ]
    assert columns.guessed(["Naam", "Name", "Schoenmaat"]) == ["name", "", ""]


def test_a_file_adds_and_the_same_file_again_changes_nothing(
    keep: Callable[..., Upload], now: dt.datetime
) -> None:
    rows = (
        ("1", "", "", ""),
        ("7", "Lotte Visser", "LOTTE@bakkerij.nl", "Bakkerij"),
        ("8", "Piet", "", ""),
    )

    first = confirm(keep(*rows), now)
    again = importing.plan(keep(*rows))

    assert first == Result(added=2, changed=0, left=0, refused=0)
    assert again.counted() == {"new": 0, "changed": 0, "same": 3, "error": 0}
    lotte = Person.objects.get(number="7")
    assert (lotte.name, lotte.email, lotte.team) == (
        "Lotte Visser",
        "lotte@bakkerij.nl",
        "Bakkerij",
    )
    assert Entry.objects.get(action="people.imported").facts == {
        "added": 2,
        "changed": 0,
        "left": 0,
        "refused": 0,
    }
    assert Entry.objects.filter(action="people.added").count() == 1


def test_people_are_known_by_number_and_else_by_address(
    keep: Callable[..., Upload], somebody: Somebody, now: dt.datetime
) -> None:
    upload = keep(
        ("7", "Lotte de Wit", "nieuw@bakkerij.nl", ""),
        ("", "Ali Kaya", "persoon3@bakkerijjansen.nl", "Winkel"),
    )
    lotte = somebody(name="Lotte Visser", number="7", team="Bakkerij")
    ali = somebody(name="Ali Kaya")

    plan = importing.plan(upload)
    confirm(upload, now)

    assert [(each.kind, each.person, each.changes) for each in plan.outcomes] == [
        (
            "changed",
            lotte.pk,
            (
                importing.Change("name", "Lotte Visser", "Lotte de Wit"),
                importing.Change("email", "persoon2@bakkerijjansen.nl", "nieuw@bakkerij.nl"),
            ),
        ),
        ("changed", ali.pk, (importing.Change("team", "", "Winkel"),)),
    ]
    lotte.refresh_from_db()
    assert (lotte.name, lotte.email, lotte.team) == (
        "Lotte de Wit",
        "nieuw@bakkerij.nl",
        "Bakkerij",
    )


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        (("9", "", "", ""), ("no-name", "name")),
        (("", "Zoë", "", ""), ("no-key", "number")),
        (("9", "Zoë", "geen adres", ""), ("no-address", "email")),
        (("9", "=A1&B1", "", ""), ("formula", "name")),
        (("9", "x" * 201, "", ""), ("too-long", "name")),
        (("7", "Zoë", "", ""), ("twice", "number")),
        (("1", "Zoë", "persoon2@bakkerijjansen.nl", ""), ("two-people", "email")),
        (("9", "Zoë", "persoon2@bakkerijjansen.nl", ""), ("other-number", "number")),
    ],
)
def test_a_row_that_is_wrong_says_why_and_the_others_go_on(
    keep: Callable[..., Upload],
    somebody: Somebody,
    now: dt.datetime,
    row: tuple[str, ...],
    wrong: tuple[str, str],
) -> None:
    upload = keep(("7", "Lotte", "", ""), row)
    somebody(number="2")

    found = importing.plan(upload).outcomes[1]

    assert (found.row, found.kind, found.reason, found.column) == (3, "error", *wrong)
    assert confirm(upload, now) == Result(added=1, changed=0, left=0, refused=1)


def test_a_language_and_a_date_are_read_the_dutch_way(keep: Callable[..., Upload]) -> None:
    headings = ("Nummer", "Naam", "Taal", "In dienst")
    upload = keep(
        ("7", "Lotte", "Engels", "1-2-2026"),
        ("8", "Tom", "Frans", ""),
        ("9", "Zoë", "", "gisteren"),
        headings=headings,
    )

    right, *wrong = importing.plan(upload).outcomes

    assert (right.values["language"], right.values["joined"]) == ("en", dt.date(2026, 2, 1))
    assert [each.reason for each in wrong] == ["no-language", "no-date"]


def test_who_is_not_in_the_file_stays_unless_ticked(
    keep: Callable[..., Upload], somebody: Somebody, now: dt.datetime
) -> None:
    upload = keep(("7", "Lotte", "", ""))
    stays, goes = somebody(name="Blijft"), somebody(name="Gaat")
    assert [each.name for each in importing.plan(upload).missing] == [
        "Blijft",
        "Gaat",
        "Henk Mulder",
    ]

    done = confirm(upload, now, leaving={goes.pk, upload.by.pk})

    assert done == Result(added=1, changed=0, left=1, refused=0)
    gone = Person.objects.filter(is_active=False).values_list("name", "left")
    assert list(gone) == [("Gaat", now.date())]
    assert stays.is_active


def test_an_upload_goes_within_a_day(keep: Callable[..., Upload], now: dt.datetime) -> None:
    keep(("7", "Lotte", "", ""))
    term = next(each for each in contributes.TERMS if each.key == "people.uploads")
    assert term.delete

    assert term.delete(now + dt.timedelta(hours=23)) == []
    assert len(term.delete(now + dt.timedelta(hours=25))) == 1


class Killed(BaseException):
    """The program stops here."""


def test_an_import_that_is_stopped_at_any_query_is_done_exactly_once(
    keep: Callable[..., Upload], somebody: Somebody, now: dt.datetime
) -> None:
    upload = keep(("7", "Lotte", "", ""), ("8", "Piet", "", ""), ("2", "Zoë", "", ""))
    somebody(name="Zoe", number="2")
    goes = somebody(name="Gaat")
    applying.confirm(upload=upload, now=now, leaving={goes.pk})

    def stop_at(step: int) -> tuple[bool, object]:
        left = step

        def count(execute: Any, *args: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                raise Killed
            return execute(*args)

        with transaction.atomic():
            try:
                with connection.execute_wrapper(count):
                    applying.apply_confirmed(now=now)
            except Killed:
                half_done = Person.objects.filter(number__in=["7", "8"]).exists()
                assert half_done == Upload.objects.filter(done_at=now).exists()
                applying.apply_confirmed(now=now)
            applying.apply_confirmed(now=now)
            done = (
                Upload.objects.get().result,
                Entry.objects.filter(action="people.imported").count(),
                sorted(Person.objects.filter(is_active=True).values_list("name", flat=True)),
            )
            transaction.set_rollback(True)
        return left > 0, done

    right = (
        {"added": 2, "changed": 1, "left": 1, "refused": 0},
        1,
        ["Henk Mulder", "Lotte", "Piet", "Zoë"],
    )
    steps = 0
    has_ended = False
    while not has_ended:
        steps += 1
        has_ended, done = stop_at(steps)
        assert done == right, steps
    assert steps > 10


def test_a_large_file_is_left_to_the_worker(
    client_of: ClientOf, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(applying, "AT_ONCE_ROWS", 1)
    client = client_of(Role.EDITOR, language="nl")
    preview = send(client, b"Nummer;Naam\n7;Lotte\n8;Piet\n").url

    result = client.post(f"{preview}confirm/").headers["Location"]
    waiting = client.get(result)

    assert not Person.objects.filter(number="7").exists()
    assert "data-importing" in waiting.content.decode()
    assert "Bevestigd" in waiting.content.decode()
    assert client.get(preview).headers["Location"] == result
    assert client.post(f"{preview}cancel/").headers["Location"] == result
    send(client, b"Nummer;Naam\n9;Ander\n")  # another file leaves this one to be done
    assert jobs.import_confirmed(now) == 1
    assert jobs.import_confirmed(now) == 0
    assert client.get(result).context["done"]["added"] == 2
    assert "data-importing" not in client.get(result).content.decode()


def test_what_can_no_longer_be_imported_is_shown_again(
    keep: Callable[..., Upload], now: dt.datetime
) -> None:
    upload = keep(("7", "Lotte", "", ""))
    client = Client()
    client.force_login(upload.by, backend="allauth.account.auth_backends.AuthenticationBackend")
    Upload.objects.update(columns=["", "name", "", ""], confirmed_at=now)

    jobs.import_confirmed(now)

    result = reverse("people-imported", kwargs={"upload": upload.pk})
    preview = reverse("people-preview", kwargs={"upload": upload.pk})
    assert client.get(result).headers["Location"] == preview
    assert "Er is intussen iets veranderd" in client.get(preview).content.decode()
    assert not Person.objects.filter(number="7").exists()


def send(client: Client, content: bytes, name: str = "mensen.csv") -> Any:
    return client.post(reverse("people-import"), {"file": SimpleUploadedFile(name, content)})


def test_a_file_goes_from_upload_to_people(client_of: ClientOf) -> None:
    client = client_of(Role.EDITOR)
    content = "Nr;Wie\n7;Lotte Visser\n8;Zoë\n".encode("cp1252")

    preview = send(client, content).url
    assert client.get(preview).status_code == 422  # it cannot guess who is who
    client.post(preview, {"column": ["number", "name"]})
    page = client.get(preview)
    answer = client.post(f"{preview}confirm/")

    assert (page.status_code, page.context["counts"]["new"]) == (200, 2)
    assert (answer.status_code, answer.headers["Location"]) == (302, f"{preview}result/")
    assert client.get(answer.headers["Location"]).context["done"] == {
        "added": 2,
        "changed": 0,
        "left": 0,
        "refused": 0,
    }
    assert client.post(f"{preview}confirm/").headers["Location"] == answer.headers["Location"]
    assert bytes(Upload.objects.get().rows) == b""
    assert sorted(Person.objects.exclude(number="").values_list("name", flat=True)) == [
        "Lotte Visser",
        "Zoë",
    ]


def test_a_file_that_is_none_is_said_so(client_of: ClientOf) -> None:
    answer = send(client_of(Role.EDITOR), b"%PDF-1.7")

    assert answer.status_code == 422
    assert "Bewaar de lijst als .xlsx of .csv." in answer.content.decode()


def test_nobody_sees_anothers_file(client_of: ClientOf) -> None:
    mine, other = client_of(Role.EDITOR), client_of(Role.EDITOR)
    preview = send(mine, b"Nummer;Naam\n7;Lotte\n").url

    assert other.get(preview).status_code == 404
    assert other.post(f"{preview}confirm/").status_code == 404
    assert mine.post(f"{preview}cancel/").status_code == 302
    assert not Upload.objects.exists()
