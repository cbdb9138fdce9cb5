"""The files that all processes of a run share, in a folder that is gone when it ends."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from afspraak.bulk import Facts
from afspraak.bulk.files import Place, open_file
from afspraak.bulk.files.choosing import Columns
from afspraak.bulk.files.posts import Ask, PostFile
from afspraak.engine.pack import Pack
from benchmarks import compiled, corpus, first_try, packs
from benchmarks.scale import POST_CHARS, Scale

GROUP_ROWS = 100_000
PEER_POSTS = 5_000


class Prepared:
    """Packs and posts by number of rules, made when they are first asked for."""

    def __init__(self, folder: Path, scale: Scale, real: Path | None = None) -> None:
        self.folder = folder
        self.real = real
        """A file of posts of one's own, if there is one."""
        self._scale = scale
        self._accepted: list[str] = []

    def pack(self, count: int) -> str:
        """The pack with so many rules of one term."""
        path = self.folder / f"pack-{count}.json"
        return str(path) if path.exists() else self._pack(path, compiled.of_terms(count))

    def list_pack(self, count: int) -> str:
        """The pack with so many terms in one rule."""
        return self._pack(self.folder / f"pack-list-{count}.json", compiled.of_list(count))

    def whole_pack(self) -> str:
        """The pack with rules of all kinds."""
        return self._pack(self.folder / "pack-whole.json", compiled.whole())

    def posts(self, count: int) -> str:
        """Posts of about 110 bytes, with the terms of that pack in them."""
        path = self.folder / f"posts-{count}.parquet"
        if not path.exists():
            _write(path, corpus.posts(self._scale.posts, corpus.terms(count)))
        return str(path)

    def short_posts(self, count: int) -> str:
        """Posts of exactly `POST_CHARS` characters, for latencies."""
        path = self.folder / f"short-{count}.parquet"
        if not path.exists():
            pieces = iter(corpus.posts(self._scale.short_posts * 8, corpus.terms(count)))
            _write(path, [_filled(pieces) for _ in range(self._scale.short_posts)])
        return str(path)

    def given(self, count: int) -> str:
        """The same posts, terms and patterns for peers, which read no Parquet."""
        path = self.folder / f"given-{count}.json"
        if not path.exists():
            posts = pq.read_table(self.posts(count))["text"].slice(0, PEER_POSTS).to_pylist()
            terms, patterns = corpus.terms(count), self.patterns(count)
            content = {"terms": terms, "patterns": patterns, "posts": posts}
            path.write_text(json.dumps(content), "utf-8")
        return str(path)

    def accepted_patterns(self, count: int) -> list[str]:
        """What the first try can use of the patterns, which are the same in every pack."""
        if not self._accepted:
            patterns = self.patterns(count)[: self._scale.per_row_patterns]
            self._accepted = first_try.accepted(patterns)
        return self._accepted

    def patterns(self, count: int) -> list[str]:
        """All patterns of a pack."""
        return [each["regex"] for each in packs.read(self.pack(count)).data["patterns"]]

    def rows(self, source: str, count: int) -> str:
        """So many rows with a number each: the posts of `source`, over and over."""
        path = self.folder / f"{Path(source).stem}-{count}-rows.parquet"
        if not path.exists():
            posts = pq.read_table(source)["text"].slice(0, GROUP_ROWS).combine_chunks()
            schema = pa.schema([("id", pa.int64()), ("text", posts.type)])
            with pq.ParquetWriter(path, schema) as writer:
                for first in range(0, count, len(posts)):
                    some = posts.slice(0, count - first)
                    numbers = pa.array(range(first, first + len(some)), pa.int64())
                    writer.write_table(pa.table([numbers, some], schema), GROUP_ROWS)
        return str(path)

    def real_posts(self, source: Path) -> str:
        """The posts of a file of one's own, over and over until they are a column."""
        path = self.folder / "real.parquet"
        if path.exists():
            return str(path)
        ask = Ask(Columns(), Facts(), {}, "Europe/Amsterdam")
        batches = PostFile(open_file(source), ask).batches(Place())
        found = pa.concat_arrays([each.texts.cast(pa.large_string()) for each in batches])
        times = -(-self._scale.posts // len(found))
        texts = pa.concat_arrays([found] * times).slice(0, self._scale.posts)
        pq.write_table(pa.table({"text": texts}), path)
        return str(path)

    def _pack(self, path: Path, pack: Pack) -> str:
        path.write_bytes(pack.content)
        return str(path)


def _filled(pieces: Iterator[str]) -> str:
    text = ""
    while len(text) < POST_CHARS:
        text += next(pieces) + " "
    return text[:POST_CHARS]


def _write(path: Path, texts: Sequence[str]) -> None:
    pq.write_table(pa.table({"text": pa.array(texts, pa.large_string())}), path)
