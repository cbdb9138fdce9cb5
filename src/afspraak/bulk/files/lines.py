"""Files of lines: opened, decompressed, and cut into blocks of whole rows with bounded memory."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa

from afspraak.bulk.files.batch import BATCH_BYTES, Place
from afspraak.bulk.files.unable import LOOK_AT_IT, SAVE_AS_UTF8, UnableToRead, broken, unreadable

MOST_BYTES = 64 * 1024 * 1024
"""A row of more is no post; the file is something else, or a quotation mark never closes."""
BOM = b"\xef\xbb\xbf"
COMPRESSIONS = {".gz": "gzip", ".zst": "zstd", ".bz2": "bz2"}

Cut = Callable[[bytes, bool], int]
"""How many bytes at the start of a block are whole rows; True when nothing follows the block."""


@dataclass(frozen=True, slots=True)
class Block:
    """Whole rows, where they start, the part of the file read so far, and whether it ends here."""

    content: bytes
    start: Place
    share: float
    last: bool


def whole_lines(content: bytes, last: bool) -> int:  # noqa: FBT001 - a `Cut`
    """A row is a line."""
    return len(content) if last else content.rfind(b"\n") + 1


class Lines:
    """A file of lines, possibly compressed. Raises `UnableToRead` when it is no such file."""

    def __init__(self, path: Path, cut: Cut = whole_lines) -> None:
        self.path = path
        self.cut = cut
        self.block_bytes = BATCH_BYTES
        try:
            self.size = path.stat().st_size
            with path.open("rb") as raw:
                head = self._stream(raw).read(1024)
        except OSError as error:
            raise self._unreadable(error) from None
        if not head.removeprefix(BOM):
            raise UnableToRead(
                path, {"nl": "het bestand is leeg", "en": "the file is empty"}, LOOK_AT_IT
            )
        self._refuse_wide(head)
        self.start = len(BOM) if head.startswith(BOM) else 0

    def blocks(self, since: Place, size: int | None = None) -> Iterator[Block]:
        """The file from `since` on, in blocks of about `size` bytes that end where a row does.

        `start.row` of every block is the row of `since`: only who reads the rows can count them.
        """
        try:
            with self.path.open("rb") as raw:
                yield from self._blocks(raw, since, size or self.block_bytes)
        except OSError as error:
            raise self._unreadable(error) from None

    def _blocks(self, raw: BinaryIO, since: Place, size: int) -> Iterator[Block]:
        stream = self._stream(raw)
        offset = max(since.offset, self.start)
        self._skip(raw, stream, offset)
        rest, line, wanted = b"", since.line, size
        while True:
            piece = stream.read(wanted)
            content = rest + piece
            if not content:
                return
            end = self.cut(content, not piece)
            if end == 0 and not piece:
                return
            if end == 0:
                # one row that is longer than a block
                if len(content) > MOST_BYTES:
                    raise self._endless(line)
                rest, wanted = content, len(content)
                continue
            rest, wanted = content[end:], size
            done = content[:end] if rest else content
            share = raw.tell() / self.size if self.size else 1.0
            yield Block(done, Place(since.row, offset, line), min(share, 1.0), not piece)
            offset += end
            line += done.count(b"\n")

    def _stream(self, raw: BinaryIO) -> BinaryIO:
        compression = COMPRESSIONS.get(self.path.suffix.lower())
        if compression is None:
            return raw
        return pa.CompressedInputStream(pa.PythonFile(raw, "r"), compression)  # type: ignore[no-any-return]

    def _skip(self, raw: BinaryIO, stream: BinaryIO, offset: int) -> None:
        if stream is raw:
            raw.seek(offset)
            return
        while offset > 0:
            passed = len(stream.read(min(offset, BATCH_BYTES)))
            if not passed:
                return
            offset -= passed

    def _unreadable(self, error: OSError) -> UnableToRead:
        # what a decompressor says has no number
        if error.errno is None and self.path.suffix.lower() in COMPRESSIONS:
            return broken(self.path, self.path.suffix.lower(), error)
        return unreadable(self.path, error)

    def _endless(self, line: int) -> UnableToRead:
        megabytes = MOST_BYTES // 2**20
        return UnableToRead(
            self.path,
            {
                "nl": f"hier begint een rij van meer dan {megabytes} MB",
                "en": f"a row of more than {megabytes} MB starts here",
            },
            {
                "nl": "misschien sluit een aanhalingsteken niet, of is dit een ander soort bestand",
                "en": "perhaps a quotation mark never closes, or this is another sort of file",
            },
            line=line,
        )

    def _refuse_wide(self, head: bytes) -> None:
        marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
        if marked or head.count(0) * 4 > len(head):
            raise UnableToRead(
                self.path,
                {
                    "nl": "dit is geen UTF-8 maar UTF-16, of geen tekst",
                    "en": "this is not UTF-8 but UTF-16, or no text",
                },
                SAVE_AS_UTF8,
            )
