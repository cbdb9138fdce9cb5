"""Verbs about the log of an installation."""
