"""Columns of persons: known by name or by what is in them, and fine when they are hashes."""

import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from afspraak.bulk.facts import Facts
from afspraak.bulk.files import Place, UnableToRead, open_file, persons
from afspraak.bulk.files.choosing import Columns
from afspraak.bulk.files.posts import Ask, PostFile
from bulk.files.writing import written

ASK = Ask(Columns("text"), Facts(), {}, "Europe/Amsterdam")
OF_PERSONS = """\
author user username handle screen_name name naam email e-mail account from user_id UserName
authorId user.screen_name customer_name klantnaam Voornaam achternaam afzender sender author_url
in_reply_to_user_id_str displayName contact medewerker personeelsnummer from_user profile_url
"""
OF_OTHERS = """\
text id post_id created_at date file_name campaign user_count account_type from_date email_sent
hashtags language likes network retweet_count channel department in_reply_to_status_id url label
"""


def hashed(value: str, kind: str = "sha256") -> str:
    return hashlib.new(kind, value.encode()).hexdigest()


def posts(path: Path) -> int:
    """How many posts are read before the end, or before a refusal that goes up."""
    return sum(len(each.texts) for each in PostFile(open_file(path), ASK).batches(Place()))


@pytest.mark.parametrize("name", OF_PERSONS.split())
def test_a_column_is_of_persons_by_its_name(name: str) -> None:
    assert persons.says_who(name)


@pytest.mark.parametrize("name", OF_OTHERS.split())
def test_a_column_of_something_else_is_left_alone(name: str) -> None:
    assert not persons.says_who(name)


def files(folder: Path, name: str, values: list[str]) -> list[Path]:
    """The same posts with one more column, in every format that has columns."""
    rows = [{"text": f"post {i}", name: value} for i, value in enumerate(values)]
    lines = "".join(f"{row['text']},{row[name]}\n" for row in rows)
    parquet.write_table(pa.Table.from_pylist(rows), folder / "p.parquet", row_group_size=3)
    return [
        folder / "p.parquet",
        written(folder, "p.csv", f"text,{name}\n{lines}".encode()),
        written(folder, "p.jsonl", "".join(json.dumps(row) + "\n" for row in rows).encode()),
    ]


@pytest.mark.parametrize("kind", ["md5", "sha1", "sha256"])
def test_hashes_are_no_persons_and_nothing_is_nobody(tmp_path: Path, kind: str) -> None:
    values = [hashed(str(i), kind) for i in range(9)] + [""]

    assert [posts(path) for path in files(tmp_path, "author", values)] == [10, 10, 10]


def test_one_name_among_hashes_is_refused_also_far_in_the_file(tmp_path: Path) -> None:
    values = [*(hashed(str(i)) for i in range(3000)), "Karel Fransen"]

    for path in files(tmp_path, "author", values):
        with pytest.raises(UnableToRead, match="`author` holds persons"):
            posts(path)


@pytest.mark.parametrize("value", ["@karel", "@karel@mastodon.nl", "karel@example.nl"])
def test_handles_and_addresses_are_refused_whatever_the_column_is_called(
    tmp_path: Path, value: str
) -> None:
    for path in files(tmp_path, "wie", [value, value, "", "x"]):
        with pytest.raises(UnableToRead, match="`wie` holds persons"):
            posts(path)


def test_handles_inside_a_post_are_fine(tmp_path: Path) -> None:
    path = written(tmp_path, "p.csv", b"text,day\n@karel hoi,1\n@karel,2\n")

    assert posts(path) == 2


@pytest.mark.parametrize(
    "user",
    [
        {"user": {"screen_name": "k"}},
        {"user": 5},
        {"data": {"author": "k"}},
        {"to": [{"name": "k"}]},
    ],
)
def test_persons_are_found_inside_objects_and_in_later_lines(
    tmp_path: Path, user: dict[str, object]
) -> None:
    first = [{"text": "Vers brood"}] * 5000
    late = written(
        tmp_path,
        "p.jsonl",
        "".join(json.dumps(row) + "\n" for row in [*first, {"text": "x", **user}]).encode(),
    )
    parquet.write_table(pa.Table.from_pylist([{"text": "x", **user}]), tmp_path / "p.parquet")

    for path in (late, tmp_path / "p.parquet"):
        with pytest.raises(UnableToRead, match="holds persons"):
            posts(path)


def test_no_refusal_repeats_who_it_is(tmp_path: Path) -> None:
    for path in files(tmp_path, "author", ["Karel Fransen"]):
        with pytest.raises(UnableToRead) as caught:
            posts(path)
        assert "Karel" not in str((caught.value.problem, caught.value.way_out))
