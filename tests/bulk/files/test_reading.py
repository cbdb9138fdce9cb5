"""Files of posts, whole and broken: what is read is what was written, or a clear word."""

import gzip
import json
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from afspraak.bulk.files import Place, UnableToRead, open_file
from bulk.files.writing import FORMATS, as_csv, as_jsonl, as_parquet, read, written

SIGNS = st.sampled_from(
    [*"ab ,;\"\t'\\{}[]:0", "\n", "\r\n", "\r", "é", "e\u0301", "👩‍👧", "\u2028", "\ufeff", "\x00"]
)
TEXTS = st.lists(
    st.lists(SIGNS | st.characters(codec="utf-8"), max_size=12).map("".join), max_size=20
)
SETTINGS = settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.mark.parametrize("name", FORMATS)
@given(texts=TEXTS, block=st.integers(1, 60))
@SETTINGS
def test_every_text_comes_back_as_it_was(
    tmp_path: Path, name: str, texts: list[str], block: int
) -> None:
    if name.endswith(".txt"):
        texts = ["".join(text.split("\n")).rstrip("\r") for text in texts]
    if not texts and not name.endswith((".parquet", ".csv", ".csv.gz")):
        texts = ["one"]
    if name.endswith(".txt") and texts[0].startswith("\ufeff"):
        texts[0] = "x" + texts[0]
    content = FORMATS[name](texts)
    assume(content.count(0) * 4 <= len(content) or name.endswith((".parquet", ".gz")))
    path = written(tmp_path, name, content)

    found, bad = read(path, block=block)

    assert (found, bad) == (dict(enumerate(texts)), {})


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
@SETTINGS
def test_reading_goes_on_at_any_batch(tmp_path: Path, name: str, data: st.DataObject) -> None:
    texts = [f"post {i}" * (i % 7) + "x" for i in range(40)]
    path = written(tmp_path, name, FORMATS[name](texts))
    reader = open_file(path)
    if hasattr(reader, "_lines"):
        reader._lines.block_bytes = data.draw(st.integers(1, 300))
    places = [Place(), *(batch.next for batch in reader.batches(["text"], Place()))]
    since = data.draw(st.sampled_from(places))

    found, _ = read(path, since=since)

    assert found == dict(list(enumerate(texts))[since.row :])


@pytest.mark.parametrize(
    "name", ["posts.csv", "posts.jsonl", "posts.txt", "posts.parquet", "p.csv.gz"]
)
@given(
    content=st.binary(max_size=200)
    | st.lists(SIGNS, max_size=60).map(lambda x: "".join(x).encode())
)
@SETTINGS
def test_any_bytes_are_read_or_refused_with_a_word(
    tmp_path: Path, name: str, content: bytes
) -> None:
    path = written(tmp_path, name, content)

    refused = said(path)

    assert refused is None or all((*refused.problem.values(), *refused.way_out.values()))


def said(path: Path) -> UnableToRead | None:
    """Why a file cannot be read to its end."""
    try:
        reader = open_file(path)
        names = reader.schema.names
        for _ in reader.batches([each for each in names if names.count(each) == 1], Place()):
            pass
    except UnableToRead as unable:
        return unable
    return None


@pytest.mark.parametrize("name", ["posts.csv", "posts.jsonl", "posts.txt", "posts.parquet"])
@given(data=st.data())
@SETTINGS
def test_a_damaged_file_is_read_or_refused_with_a_word(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    content = bytearray(FORMATS[name]([f"post {i}" for i in range(30)]))
    for _ in range(data.draw(st.integers(0, 5))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = written(tmp_path, name, bytes(content[: data.draw(st.integers(1, len(content)))]))

    refused = said(path)

    assert refused is None or refused.path == path


@given(
    content=st.lists(st.sampled_from('a",\n\r;'), max_size=40).map("".join), block=st.integers(1, 9)
)
@SETTINGS
def test_where_blocks_are_cut_changes_no_row(tmp_path: Path, content: str, block: int) -> None:
    path = written(tmp_path, "posts.csv", f"id,text\n{content}".encode())

    def outcome(size: int | None) -> object:
        try:
            return read(path, block=size)
        except UnableToRead as unable:
            return unable.problem, unable.line

    assert outcome(block) == outcome(None)


@pytest.mark.parametrize(
    "kind",
    [
        pa.large_string(),
        pa.string_view(),
        pa.binary(),
        pa.large_binary(),
        pa.dictionary(pa.int32(), pa.string()),
    ],
    ids=str,
)
def test_parquet_may_hold_text_in_any_type(tmp_path: Path, kind: pa.DataType) -> None:
    from afspraak.bulk.files import utf8

    path = written(tmp_path, "p.parquet", as_parquet(["Vers", "brood"], kind))
    (batch,) = open_file(path).batches(["text"], Place())

    texts, wrong = utf8.checked(batch.table["text"])

    assert (texts.to_pylist(), texts.type, wrong) == (["Vers", "brood"], pa.string(), [])


def test_what_is_no_utf_8_is_a_bad_row_in_every_format(tmp_path: Path) -> None:
    latin = "br\xf6d".encode("latin-1")
    lines = written(tmp_path, "p.txt", b"Vers\r\n" + latin + b"\r\n\r\nbrood")
    sheet = written(tmp_path, "p.csv", b'id,text\n1,"a\nb"\n2,' + latin + b"\n3,c,d\n\n4,e\n")
    objects = written(
        tmp_path, "p.jsonl", b'{"text":"a"}\n{"text":"' + latin + b'"}\n{"text":"b"}\n'
    )

    assert read(lines) == ({0: "Vers", 2: "", 3: "brood"}, {1: 2})
    assert read(sheet) == ({0: "a\nb", 3: "e"}, {1: 4, 2: 5})
    assert read(objects) == ({0: "a", 2: "b"}, {1: 2})


def test_lines_that_are_no_objects_are_bad_rows_with_their_line(tmp_path: Path) -> None:
    deep = '{"text": "x", "y": ' + "[" * 300_000 + "]" * 300_000 + "}"
    rows = [
        '{"text": "good"}', "{", '{"text": 5}', "[1]", "", '{"text": NaN}', '{"text": "\\ud800"}',
        '{"text": "a"}{"text": "b"}', deep, '{"text": null}', '{"other": {"text": 1}}', '{"text":',
        '"two lines"}', '{"text": "good"}',
    ]  # fmt: skip
    path = written(tmp_path, "p.jsonl", "\n".join(rows).encode())

    found, bad = read(path)

    assert found == {0: "good", 4: None, 9: None, 10: None, 13: "good"}
    assert bad == {row: row + 1 for row in (1, 2, 3, 5, 6, 7, 8, 11, 12)}


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_is_split_by_what_its_header_is_split_by(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "text", "likes"], ["1", "een", "2"], ["2", "twee", "3"]]
    path = written(tmp_path, "p.csv", "\n".join(map(delimiter.join, rows)).encode("utf-8-sig"))

    assert open_file(path).schema.names == rows[0]
    assert read(path)[0] == {0: "een", 1: "twee"}


def test_a_row_may_be_longer_than_a_block(tmp_path: Path) -> None:
    long = "vers brood\n" * 900_000

    assert read(written(tmp_path, "p.csv", as_csv(["a", long, "b"])))[0] == {
        0: "a",
        1: long,
        2: "b",
    }
    assert read(written(tmp_path, "p.jsonl", as_jsonl(["a", long, "b"])))[0][1] == long


WRONG = {
    "empty.csv": (b"", "empty", None),
    "empty.parquet": (b"", "not a whole Parquet", None),
    "blank.csv": (b"\n\n", "empty", None),
    "utf16.csv": ("id,text\n1,a".encode("utf-16"), "UTF-16", None),
    "utf16.txt": ("Vers brood".encode("utf-16-le"), "UTF-16", None),
    "header.csv": (b"id,t\xe9kst\n1,a\n", "not UTF-8", 1),
    "open.csv": (b'id,text\n1,a\n2,"b\n3,c\n', "never closes", 3),
    "array.jsonl": (b"[\n", "not JSON", 1),
    "text.parquet": (b"PAR1 is where it starts", "not a whole Parquet", None),
    "cut.parquet": (as_parquet(["a"] * 50)[:-30], "not a whole Parquet", None),
    "cut.csv.gz": (
        gzip.compress(as_csv([str(i) * 50 for i in range(500)]))[:-300],
        "whole .gz",
        None,
    ),
    "plain.txt.gz": (b"no gzip", "whole .gz", None),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_such_file_is_named_with_the_reason(tmp_path: Path, name: str) -> None:
    content, reason, line = WRONG[name]
    path = written(tmp_path, name, content)

    with pytest.raises(UnableToRead) as caught:
        read(path)

    assert reason in caught.value.problem["en"]
    assert (caught.value.path, caught.value.line) == (path, line)
    assert caught.value.problem.keys() == caught.value.way_out.keys() == {"nl", "en"}


def test_what_is_not_there_or_no_file_is_said(tmp_path: Path) -> None:
    for name in ("none.csv", "none.parquet", "none.txt", "none.jsonl"):
        with pytest.raises(UnableToRead, match="it is not there"):
            open_file(tmp_path / name)
    for name in ("a.csv", "a.parquet", "a"):
        (tmp_path / name).mkdir()
        with pytest.raises(UnableToRead, match="it is a folder"):
            open_file(tmp_path / name)


def test_keys_inside_an_object_have_whole_names_on_both_ways(tmp_path: Path) -> None:
    rows = [
        {"text": "a", "data": {"user": {"id": "1"}}},
        {"text": "b", "data": {"user": {"id": "2"}}},
    ]
    fast = written(tmp_path, "fast.jsonl", "\n".join(map(json.dumps, rows)).encode())
    slow = written(
        tmp_path, "slow.jsonl", "\n".join(map(json.dumps, [*rows, {"data": 1}, {}])).encode()
    )

    assert open_file(fast).schema.names == ["text", "data.user.id"]
    assert open_file(slow).schema.names == ["text", "data.user.id", "data"]
