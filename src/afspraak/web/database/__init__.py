"""The database: which one a setting means, what state it is in, and whose turn it is."""

from afspraak.web.database.address import FILE, described

__all__ = ["FILE", "described"]
