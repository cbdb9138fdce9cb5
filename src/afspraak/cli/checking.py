"""Posts run through the rules of a pack, with what each rule says about them."""

import datetime as dt
from collections.abc import Sequence

from afspraak.cli.language import lang
from afspraak.cli.posts import Given
from afspraak.cli.shows import Checked
from afspraak.engine import findings
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack


def checked(pack: Pack, given: Sequence[Given], *, now: dt.datetime) -> list[Checked]:
    """Every post with its findings, in the reader's language."""
    checker = Checker(pack)
    return [
        Checked(
            each,
            tuple(
                findings.describe(pack, hit, each.post.text, lang())
                for hit in checker.check(each.post, now=now)
            ),
        )
        for each in given
    ]
