"""The findings in batches are those in the whole table."""

import pyarrow as pa
import pytest

from afspraak.bulk.batches import FOUND, PostColumns, UnableToReadPosts, findings_of_batch
from bulk.example_posts import COLUMNS, NOW, checker, found_in_whole, in_order, posts

POSTS = posts(10)


def findings(batch: pa.Table | pa.RecordBatch, columns: PostColumns = COLUMNS) -> pa.Table:
    return findings_of_batch(batch, checker(), columns, now=NOW)


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_batches_of_any_size_give_the_findings_of_the_whole(size: int) -> None:
    tables = [findings(batch) for batch in POSTS.to_batches(max_chunksize=size)]
    slices = [findings(POSTS.slice(at, size)) for at in range(0, len(POSTS), size)]

    expected = found_in_whole(POSTS)
    assert expected
    assert in_order(pa.concat_tables(tables).to_pylist()) == expected
    assert in_order(pa.concat_tables(slices).to_pylist()) == expected


def test_what_is_for_the_writer_alone_stays_out() -> None:
    protest = POSTS.slice(13, 1)
    with_it = checker().check(protest["text"], now=NOW, protected=True)

    assert "protected-speech" in with_it["rule"].to_pylist()
    assert "protected-speech" not in findings(POSTS)["rule"].to_pylist()


def test_kept_columns_come_first_as_they_were() -> None:
    columns = PostColumns(keep=("at", "id", "text"))

    found = findings(POSTS, columns)

    assert found.schema == pa.schema(
        [POSTS.schema.field(name) for name in columns.keep] + list(FOUND)
    )
    text = found["text"].to_pylist()[0]
    assert text in POSTS["text"].to_pylist()


def test_an_empty_batch_has_no_findings_and_the_same_columns() -> None:
    found = findings(POSTS.slice(0, 0))

    assert found.num_rows == 0
    assert found.schema == findings(POSTS).schema


@pytest.mark.parametrize(
    "strings",
    [pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_any_sort_of_text_column_will_do(strings: pa.DataType) -> None:
    table = POSTS
    for name in ("text", "as", "network"):
        index = table.schema.get_field_index(name)
        table = table.set_column(index, name, POSTS[name].cast(strings))

    assert findings(table) == findings(POSTS)


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (PostColumns(text="tekst"), "there is no column 'tekst'; the names are: id, text, as"),
        (PostColumns(at="when"), "there is no column 'when'"),
        (PostColumns(keep=("key",)), "there is no column 'key'"),
        (PostColumns(text="id"), "column 'id' should hold text, but holds int64"),
        (PostColumns(network="at"), "column 'at' should hold text, but holds timestamps"),
        (PostColumns(at="text"), "column 'text' should hold timestamps, but holds text"),
        (PostColumns(keep=("id", "id")), "column 'id' cannot be kept"),
    ],
)
def test_columns_that_cannot_be_used_are_named(columns: PostColumns, said: str) -> None:
    with pytest.raises(UnableToReadPosts, match=said):
        findings(POSTS, columns)


def test_a_kept_column_cannot_have_the_name_of_one_of_ours() -> None:
    named = POSTS.rename_columns(["rule", *POSTS.column_names[1:]])

    with pytest.raises(UnableToReadPosts, match="column 'rule' cannot be kept"):
        findings(named, PostColumns(keep=("rule",)))


def test_two_columns_of_one_name_are_refused() -> None:
    twice = POSTS.append_column("text", POSTS["text"])

    with pytest.raises(UnableToReadPosts, match="there is more than one column 'text'"):
        findings(twice)
