"""Catalogues of texts: gathered from the code by GNU gettext, read and compiled by ourselves."""
