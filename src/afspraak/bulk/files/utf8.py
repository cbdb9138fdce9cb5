"""Columns of texts as UTF-8 that really is UTF-8, whatever type a file gives them."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

_TEXTS = (
    pa.types.is_string,
    pa.types.is_large_string,
    pa.types.is_string_view,
    pa.types.is_binary,
    pa.types.is_large_binary,
    pa.types.is_binary_view,
    pa.types.is_null,
)


def is_text(kind: pa.DataType) -> bool:
    """Whether a column of this type can hold texts."""
    plain = kind.value_type if pa.types.is_dictionary(kind) else kind
    return any(each(plain) for each in _TEXTS)


def is_utf8(content: bytes) -> bool:
    """Whether these bytes are UTF-8."""
    try:
        pa.array([content], pa.binary()).cast(pa.string())
    except pa.ArrowInvalid:
        return False
    return True


def checked(column: pa.Array | pa.ChunkedArray) -> tuple[pa.Array, list[int]]:
    """The column as one array of strings, and the numbers of rows that are not UTF-8.

    Those rows are null in the array.
    """
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    # a file may call a column a string without its being one
    raw = column.cast(pa.binary())
    try:
        return raw.cast(pa.string()), []
    except pa.ArrowInvalid:
        values = raw.to_pylist()
    wrong = [i for i, value in enumerate(values) if value is not None and not is_utf8(value)]
    for each in wrong:
        values[each] = None
    return pa.array(values, pa.binary()).cast(pa.string()), wrong


def empty_as_null(texts: pa.Array) -> pa.Array:
    """The texts with a null for each empty one."""
    return pc.if_else(pc.equal(pc.binary_length(texts), 0), pa.scalar(None, texts.type), texts)


def split_lines(content: bytes) -> pa.Array:
    """The lines of UTF-8 content as strings, without their ends (line feed, or with return)."""
    data = np.frombuffer(content, np.uint8)
    ends = np.flatnonzero(data == ord("\n"))
    if not content.endswith(b"\n"):
        ends = np.append(ends, len(content))
    starts = np.concatenate(([0], ends[:-1] + 1))
    if b"\r\n" in content:
        before = np.maximum(ends - 1, 0)
        returns = (before >= starts) & (data[before] == ord("\r")) & (ends < len(content))
        ends -= returns
        content = content.replace(b"\r\n", b"")
    values = content.replace(b"\n", b"")
    offsets = np.concatenate(([0], np.cumsum(ends - starts))).astype(np.int32)
    return pa.StringArray.from_buffers(len(ends), pa.py_buffer(offsets), pa.py_buffer(values))
