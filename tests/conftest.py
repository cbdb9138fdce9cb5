"""What every test runs under."""

from hypothesis import settings

# A machine that is busy is no reason to fail: time is measured in benchmarks, not in tests.
settings.register_profile("afspraak", deadline=None, print_blob=True)
settings.load_profile("afspraak")
