"""Columns of posts: Arrow in, Arrow out, millions of posts at a time (extra: bulk)."""

from afspraak.bulk.column import ColumnChecker
from afspraak.bulk.facts import Facts
from afspraak.bulk.findings import SCHEMA

__all__ = ["SCHEMA", "ColumnChecker", "Facts"]
