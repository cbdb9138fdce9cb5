"""Columns of facts as the engine knows them: whose post, which network, what time."""

import datetime as dt
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc

from afspraak.bulk.files import utf8
from afspraak.diagnostics import Text
from afspraak.engine.post import POST_AS

YEARS = range(1970, 3000)
_MICROS = pa.timestamp("us")
_UTC = pa.timestamp("us", "UTC")

Wrong = dict[int, Text]
"""What is wrong in which rows, by their number in the batch."""


def whose(column: pa.ChunkedArray) -> tuple[pa.Array, Wrong]:
    """Whose post each is."""
    return _known(column, {each: each for each in POST_AS}, "`as`")


def network(column: pa.ChunkedArray, names: Mapping[str, str]) -> tuple[pa.Array, Wrong]:
    """The network of each post; `names` gives the protocol's name for each name in use."""
    return _known(column, names, "`network`")


def _known(column: pa.ChunkedArray, names: Mapping[str, str], label: str) -> tuple[pa.Array, Wrong]:
    texts, _ = utf8.checked(column)
    values = utf8.empty_as_null(texts).dictionary_encode()
    said = values.dictionary.to_pylist()
    meant = [names.get(each.strip().lower()) for each in said]
    strange = {i for i, each in enumerate(meant) if each is None}
    wrong = _rows(
        values.indices,
        strange,
        lambda i: {
            "nl": f"{label} kan niet ‘{said[i][:40]}’ zijn",
            "en": f"{label} cannot be ‘{said[i][:40]}’",
        },
    )
    return pa.array(meant, pa.string()).take(values.indices), wrong


def moment(column: pa.ChunkedArray, zone: str) -> tuple[pa.Array, Wrong]:
    """The time of each post; a time without a zone is in `zone` where others have one."""
    column = column.combine_chunks()
    wrong: Wrong = {}
    if pa.types.is_timestamp(column.type):
        at = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    elif pa.types.is_date(column.type):
        at = column.cast(_MICROS)
    else:
        at, wrong = _written(column, zone)
    year = pc.year(at)
    out = pc.or_(pc.less(year, YEARS.start), pc.greater_equal(year, YEARS.stop))
    if pc.any(out).as_py():
        late = pc.indices_nonzero(out).to_pylist()
        wrong |= {i: _no_time(str(column[i])) for i in late}
        at = pc.if_else(out, pa.scalar(None, at.type), at)
    return at, wrong


def _written(column: pa.Array, zone: str) -> tuple[pa.Array, Wrong]:
    texts, _ = utf8.checked(column)
    texts = utf8.empty_as_null(texts)
    for kind in (_MICROS, _UTC):
        try:
            return texts.cast(kind), {}
        except pa.ArrowInvalid:
            continue
    home, wrong = ZoneInfo(zone), Wrong()
    times: list[dt.datetime | None] = []
    for i, text in enumerate(texts.to_pylist()):
        try:
            at = None if text is None else dt.datetime.fromisoformat(text.strip())
            times.append(at and (at if at.tzinfo else at.replace(tzinfo=home)).astimezone(dt.UTC))
        except (ValueError, OverflowError):
            times.append(None)
            wrong[i] = _no_time(text)
    return pa.array(times, _UTC), wrong


def either(column: pa.Array, at: dt.datetime | None, zone: str) -> pa.Array:
    """The times with `at` where there is none; without a zone both are in `zone`."""
    if at is None:
        return column
    home = ZoneInfo(zone)
    aware = at if at.tzinfo else at.replace(tzinfo=home)
    if column.type.tz is None:
        aware = aware.astimezone(home).replace(tzinfo=None)
    return pc.fill_null(column, pa.scalar(aware, column.type))


def _no_time(text: str) -> Text:
    return {
        "nl": f"‘{text[:40]}’ is geen tijdstip dat ik begrijp",
        "en": f"‘{text[:40]}’ is not a time I understand",
    }


def _rows(indices: pa.Array, strange: set[int], say: Callable[[int], Text]) -> Wrong:
    if not strange:
        return {}
    return {row: say(i) for row, i in enumerate(indices.to_pylist()) if i in strange}
