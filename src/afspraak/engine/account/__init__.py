"""The account check: how a follower will take a handle, a name and a profile text."""

from afspraak.engine.account.evidence import AccountReading, Evidence, Reading
from afspraak.engine.account.reader import read_account
from afspraak.engine.account.section import account_data

__all__ = ["AccountReading", "Evidence", "Reading", "account_data", "read_account"]
