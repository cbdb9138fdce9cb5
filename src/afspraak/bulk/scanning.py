"""A scan: files of posts against a pack, in batches, with findings to a file and counts.

For an organisation's own channels and for anonymous posts. What a rule of the kind `protected`
found is for the writer alone and never enters a scan.
"""

import datetime as dt
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import pyarrow as pa

from afspraak.bulk import scan_counts
from afspraak.bulk.column import ColumnChecker
from afspraak.bulk.files import Place, UnableToRead, open_file
from afspraak.bulk.files.posts import Ask, PostFile, Posts
from afspraak.bulk.files.unable import unreadable
from afspraak.bulk.scan_counts import BadPlace, Counts
from afspraak.bulk.scan_state import Partial
from afspraak.bulk.scan_table import Shape, compact

SAVE_SECONDS = 2.0
SAVE_BYTES = 8 * 1024 * 1024
"""Findings are kept on disk after so long, or when they are so many."""


class UnableToUseRows(Exception):
    """Rows that are no posts, in a scan that was told to refuse them."""

    def __init__(self, first: Sequence[BadPlace], found: int) -> None:
        super().__init__(f"{found} rows")
        self.first = first
        self.found = found


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a scan is: the posts it checked, and the share of all input from 0 to 1."""

    posts: int
    share: float


class Scan:
    """A scan of these files. With `partial` it keeps its findings and goes on where it was."""

    def __init__(
        self,
        checker: ColumnChecker,
        paths: Sequence[Path],
        ask: Ask,
        *,
        on_bad_row: Literal["skip", "refuse"],
        partial: Partial | None = None,
    ) -> None:
        self._checker = checker
        self._shape = Shape(checker.pack.data["rules"])
        self._paths = paths
        self._ask = ask
        self._on_bad_row = on_bad_row
        self._partial = partial
        self._sizes = [_size(path) for path in paths]
        self._pending: list[pa.Table] = []
        self._saved = time.monotonic()
        at = partial.state.at if partial else {}
        self.counts = scan_counts.from_json(at["counts"]) if at else Counts()
        self._file: int = at.get("file", 0)
        self._place = Place(**at["place"]) if at else Place()
        self._now = dt.datetime.fromisoformat(at["now"]) if at else dt.datetime.now(dt.UTC)

    def look(self) -> None:
        """Opens every file once, so that a wrong one is known before the work. `UnableToRead`."""
        for path in self._paths[self._file :]:
            self._open(path)

    def run(self, tell: Callable[[Progress], None]) -> None:
        """Checks every post and keeps the findings; `tell` hears how far it is after each batch.

        Raises `UnableToRead`, `UnableToUseRows` and `UnableToWrite`. A stop of any other sort,
        Ctrl-C too, costs what was done since it was kept last.
        """
        try:
            for posts in self._posts():
                self._check(posts)
                self._place = posts.next
                tell(Progress(self.counts.posts, self._share(posts.share)))
                if self._is_due():
                    self._keep()
        except (UnableToRead, UnableToUseRows):
            self._keep()
            raise
        self._keep()

    @property
    def has_begun(self) -> bool:
        """Whether any row was checked, now or before."""
        return self._file > 0 or self._place != Place()

    def _posts(self) -> Iterator[Posts]:
        while self._file < len(self._paths):
            yield from self._open(self._paths[self._file]).batches(self._place)
            self._file, self._place = self._file + 1, Place()

    def _open(self, path: Path) -> PostFile:
        return PostFile(open_file(path), self._ask)

    def _check(self, posts: Posts) -> None:
        path = str(self._paths[self._file])
        if posts.bad and self._on_bad_row == "refuse":
            refused = Counts()
            refused.add_bad(path, posts.bad)
            raise UnableToUseRows(refused.first_bad, refused.bad_rows)
        found = self._checker.check(posts.texts, posts.facts, now=self._now)
        rows = self._shape.rows(found, posts.rows, path)
        self.counts.add_posts(posts.texts)
        self.counts.add_bad(path, posts.bad)
        self.counts.add_findings(rows)
        if rows.num_rows and self._partial is not None:
            self._pending.append(compact(rows))

    def _is_due(self) -> bool:
        waiting = sum(each.nbytes for each in self._pending)
        return waiting > SAVE_BYTES or time.monotonic() - self._saved > SAVE_SECONDS

    def _keep(self) -> None:
        if self._partial is not None:
            at = {
                "file": self._file,
                "place": asdict(self._place),
                "now": self._now.isoformat(),
                "counts": self.counts.as_json(),
            }
            self._partial.save(self._pending, at)
            self._pending.clear()
        self._saved = time.monotonic()

    def _share(self, of_file: float) -> float:
        done = sum(self._sizes[: self._file]) + of_file * self._sizes[self._file]
        return done / max(sum(self._sizes), 1)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from None
