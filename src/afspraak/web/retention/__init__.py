"""Deleting what is over its term, with a receipt."""
