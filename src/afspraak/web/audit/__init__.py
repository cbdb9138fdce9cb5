"""The append-only log: what was done, by whom, under which edition."""
