"""Afspraak: a company and its people agree how they use social media."""

__version__ = "0.1.0"
