"""The only door by which a name from an address becomes a rule that can be reported."""

import datetime as dt

from django.http import Http404

from afspraak.web.insights import queries


def reportable(rule: str, now: dt.datetime) -> str:
    """The rule, while reports are counted and it is in force."""
    if not queries.is_on() or rule not in queries.rules(now):
        raise Http404
    return rule
