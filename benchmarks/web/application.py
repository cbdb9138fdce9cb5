"""The application as a server calls it, with the page that does nothing beside its own."""

from django.conf import settings

settings.ROOT_URLCONF = "benchmarks.web.addresses"

from afspraak.web.application import application  # noqa: E402 - not before its addresses are known

__all__ = ["application"]
