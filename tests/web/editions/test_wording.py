"""What is wrong with a file, set for a page."""

from afspraak.diagnostics import Diagnostic, Place, Text
from afspraak.web.editions.wording import Remark, remarks, sentence

HELP: Text = {"nl": "doe dit", "en": "do this"}


def wrong(problem: str, line: int) -> Diagnostic:
    place = Place("protocol.yaml", line, 3, line, 9)
    return Diagnostic("P047", "error", {"nl": f"{problem} nl", "en": problem}, HELP, place)


def test_what_is_wrong_alike_in_more_places_is_said_once() -> None:
    found = remarks([wrong("no `one`", 4), wrong("other", 5), wrong("no `one`", 9)], "en")

    help_ = sentence("Do this")
    assert found == [
        Remark("error", "P047", sentence("No `one`"), help_, 4, 3, (9,)),
        Remark("error", "P047", sentence("Other"), help_, 5, 3),
    ]
