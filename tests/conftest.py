"""What every test runs under."""

from hypothesis import settings

from gate.summary import pytest_terminal_summary

__all__ = ["pytest_terminal_summary"]

# A machine that is busy is no reason to fail: time is measured in benchmarks, not in tests.
settings.register_profile("afspraak", deadline=None, print_blob=True)
settings.load_profile("afspraak")
