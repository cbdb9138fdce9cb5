"""Supplementing an e-mail or internet protocol that exists: read, judged, and given back whole."""
