"""Measures how rightly existing documents are judged, against what a careful reader said of them.

`python tools/measure_supplement.py development` shows each clause that differs;
`held-out` shows only the figures, so that nobody chooses thresholds on it.
"""

import datetime as dt
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from ruamel.yaml import YAML

from afspraak.documents.supplement import judging, reading
from afspraak.documents.supplement.judgement import ClauseJudgement
from afspraak.engine import kinds, networks
from afspraak.protocol import interview, loader, write
from afspraak.protocol.model import Protocol

EXAMPLES = Path(__file__).parent.parent / "examples"
STATUSES = ("covered", "partly", "contradicted")


def main() -> None:
    """Prints the share of clauses judged as the reader did, document by document."""
    which = sys.argv[1] if len(sys.argv) > 1 else "development"
    expected = tomllib.loads((EXAMPLES / "existing" / "expected.toml").read_text("utf-8"))
    for name, wanted in expected.items():
        if wanted["set"] != which:
            continue
        file = EXAMPLES / "existing" / wanted["file"]
        document = reading.read(file.read_bytes(), file.name)
        judged = judging.judge(document, protocol(wanted["answers"]))
        truth = {clause: status for status in STATUSES for clause in wanted[status]}
        right = sum(each.status == truth.get(each.clause, "missing") for each in judged)
        print(f"{name:14} {right:3} of {len(judged)} right  {right / len(judged):.0%}")
        if which == "development":
            _show(judged, truth)


def protocol(answers: str) -> Protocol:
    """The full protocol of the library for one of the files of answers."""
    text = (EXAMPLES / "answers" / f"{answers}.yaml").read_text("utf-8")
    given = interview.answers_from_mapping(YAML(typ="safe").load(text))
    written = write.write_protocol(given, today=dt.date(2026, 11, 23))
    return loader.load(
        written.encode(),
        file=f"{answers}.yaml",
        kinds=kinds.options_of_kinds(),
        networks=networks.names(),
    )


def _show(judged: Sequence[ClauseJudgement], truth: Mapping[str, str]) -> None:
    for each in judged:
        wanted = truth.get(each.clause, "missing")
        if each.status != wanted:
            print(f"   {each.clause}: {each.status} ({each.certainty}), a reader says {wanted}")
            for point in each.points:
                quotes = " | ".join(quote.text[:90] for quote in point.quotes)
                print(f"       {point.key}: {quotes or '–'}")


if __name__ == "__main__":
    main()
