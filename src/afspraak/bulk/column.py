"""The column executor: a column of posts against a pack."""

import datetime as dt

import pyarrow as pa

from afspraak.bulk import findings, rowwise
from afspraak.bulk.facts import Facts
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack

NOTHING_SAID = Facts()


class ColumnChecker:
    """Checks columns of posts against one pack. Build it once; any thread may use it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._draft = Checker(pack)

    def check(
        self,
        texts: pa.Array | pa.ChunkedArray,
        facts: Facts = NOTHING_SAID,
        *,
        now: dt.datetime,
        protected: bool = False,
    ) -> pa.Table:
        """The findings in `texts`, a column of any string type, as a table of `SCHEMA`.

        A null is a row without a post. `now` stands in where a row has no time. What a rule of
        the kind `protected` found is for the writer alone and left out unless `protected` asks
        for it.
        """
        rules = self.pack.data["rules"]
        placed = rowwise.check(self._draft, texts, facts, now)
        kept = [each for each in placed if protected or rules[each.rule]["kind"] != "protected"]
        return findings.table(rules, kept)
