"""The page of openness for a machine. Its keys are kept."""

import datetime as dt
from collections.abc import Mapping

from afspraak.web.transparency.queries import Openness


def readable(openness: Openness, now: dt.datetime) -> Mapping[str, object]:
    """Everything on the page, in both languages where it is text."""
    release, edition, verified = openness.release, openness.edition, openness.verified
    return {
        "format": "afspraak-transparency-1",
        "made_at": _moment(now),
        "promises": [
            {
                "number": each.promise.number,
                "says": each.promise.says,
                "state": each.state,
                "tests_passed": each.tested.passed if each.tested else None,
                "checks": [
                    {
                        "key": check.key,
                        "says": check.says,
                        "ok": check.ok,
                        "at": _moment(check.at),
                    }
                    for check in each.checks
                ],
            }
            for each in openness.promises
        ],
        "release": {"version": release.version, "tested_on": release.date} if release else None,
        "switches": [
            {
                "key": each.key,
                "says": each.says,
                "on": each.on,
                "purpose": each.purpose,
                "seen_by": each.seen_by,
            }
            for each in openness.switches
        ],
        "roles": [
            {"name": each.name, "held_by": each.held_by, "may": list(each.may)}
            for each in openness.allowed
        ],
        "terms": [
            {"key": each.key, "says": each.says, "term": each.term} for each in openness.terms
        ],
        "outbound": [
            {"key": each.key, "to": each.to, "carries": each.carries} for each in openness.outbound
        ],
        "edition": {
            "number": edition.number,
            "in_force_from": _moment(edition.since),
            "text_hash": edition.text_hash,
            "representation": edition.body,
            "consent": edition.consent.isoformat() if edition.consent else None,
            "reference": edition.reference,
        }
        if edition
        else None,
        "receipt_key": openness.receipt_key.replace(" ", ""),
        "log": {
            "verified_at": _moment(verified.at),
            "entries": verified.entries,
            "found": verified.found,
            "anchor": f"{verified.number}:{verified.seal}",
        }
        if verified
        else None,
        "deleted": [
            {"says": each.says, "at": _moment(each.at), "count": each.count}
            for each in openness.deleted
        ],
    }


def _moment(at: dt.datetime | None) -> str | None:
    return at.astimezone(dt.UTC).isoformat(timespec="seconds") if at else None
