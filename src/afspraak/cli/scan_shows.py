"""What a scan has to say at its end: as text for people, as JSON for programs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from afspraak.bulk.scan_counts import MOST_SHOWN, BadPlace, Counts
from afspraak.cli.language import lang, say
from afspraak.cli.scan_progress import number
from afspraak.diagnostics import pick
from afspraak.engine.pack import Pack

HOT_SHARE = 0.1
"""A rule that speaks in a larger share of all posts says little about any of them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A scan that is done; `seconds` and `now_posts` are of this run alone."""

    pack: Pack
    files: tuple[Path, ...]
    target: Path | None
    counts: Counts
    seconds: float
    now_posts: int

    @property
    def rate(self) -> int:
        """Posts a second in this run."""
        return round(self.now_posts / max(self.seconds, 0.001))


def as_text(outcome: Outcome) -> str:
    """The summary for people."""
    counts = outcome.counts
    rows = [_posts(outcome), *_found(counts)]
    if counts.rules:
        rows += ["", say(nl="Regels die het vaakst spreken:", en="Rules that speak most often:")]
        rows += _noisiest(counts)
    if counts.first_bad:
        rows += ["", say(nl="Overgeslagen:", en="Skipped:")]
        rows += [f"  {place(each)}" for each in counts.first_bad]
        if counts.bad_rows > len(counts.first_bad):
            more = number(counts.bad_rows - len(counts.first_bad))
            rows.append(say(nl=f"  en nog {more} rijen", en=f"  and {more} rows more"))
    protocol = outcome.pack.data["protocol"]
    edition = say(nl="uitgave", en="edition")
    rows += ["", f"{protocol['name']}, {edition} {protocol['edition']}"]
    if outcome.target:
        rows.append(say(nl=f"bevindingen in {outcome.target}", en=f"findings in {outcome.target}"))
    return "\n".join(rows)


def as_json(outcome: Outcome) -> dict[str, Any]:
    """The summary with fixed names."""
    counts, protocol = outcome.counts, outcome.pack.data["protocol"]
    return {
        "protocol": {
            "name": protocol["name"],
            "edition": protocol["edition"],
            "pack": outcome.pack.hash,
        },
        "files": [str(each) for each in outcome.files],
        "output": str(outcome.target) if outcome.target else None,
        "posts": counts.posts,
        "without_text": counts.without_text,
        "touched": {"posts": counts.touched, "share": _share(counts.touched, counts)},
        "findings": {
            "total": counts.findings,
            "by_severity": counts.by_severity,
            "by_rule": [
                {
                    "rule": name,
                    "findings": each.findings,
                    "posts": each.posts,
                    "share": _share(each.posts, counts),
                    "by_severity": each.by_severity,
                }
                for name, each in counts.noisiest
            ],
        },
        "bad_rows": {
            "total": counts.bad_rows,
            "first": [
                {
                    "file": each.file,
                    "row": each.row,
                    "line": each.line,
                    "problem": pick(each.problem, lang()),
                }
                for each in counts.first_bad
            ],
        },
        "seconds": round(outcome.seconds, 3),
        "posts_per_second": outcome.rate,
    }


def place(bad: BadPlace) -> str:
    """A row that cannot be used, with its place: the line where a file has lines, else the row."""
    where = str(bad.line) if bad.line else say(nl=f"rij {bad.row}", en=f"row {bad.row}")
    return f"{bad.file}:{where}: {pick(bad.problem, lang())}"


def _posts(outcome: Outcome) -> str:
    counts, files = outcome.counts, len(outcome.files)
    said = say(
        nl=f"{_many(counts.posts, 'bericht', 'berichten')} "
        f"in {_many(files, 'bestand', 'bestanden')}",
        en=f"{_many(counts.posts, 'post', 'posts')} in {_many(files, 'file', 'files')}",
    )
    if counts.without_text:
        rows = say(
            nl=_many(counts.without_text, "rij", "rijen"),
            en=_many(counts.without_text, "row", "rows"),
        )
        said += say(nl=f" · {rows} zonder tekst", en=f" · {rows} without text")
    if counts.bad_rows:
        said += say(
            nl=f" · {_many(counts.bad_rows, 'rij', 'rijen')} overgeslagen",
            en=f" · {_many(counts.bad_rows, 'row', 'rows')} skipped",
        )
    rate = number(outcome.rate)
    return said + say(nl=f" · {rate} per seconde", en=f" · {rate} a second")


def _found(counts: Counts) -> list[str]:
    if not counts.findings:
        return [say(nl="✓ niets gevonden", en="✓ nothing found")]
    worst = ", ".join(f"{number(total)} × {name}" for name, total in counts.by_severity.items())
    share = percent(counts.touched, counts)
    return [
        say(
            nl=f"{_many(counts.findings, 'bevinding', 'bevindingen')}: {worst}",
            en=f"{_many(counts.findings, 'finding', 'findings')}: {worst}",
        ),
        say(
            nl=f"in {_many(counts.touched, 'bericht', 'berichten')} ({share})",
            en=f"in {_many(counts.touched, 'post', 'posts')} ({share})",
        ),
    ]


def _noisiest(counts: Counts) -> list[str]:
    top = counts.noisiest[:MOST_SHOWN]
    wide = max(len(number(each.findings)) for _, each in top)
    name_wide = max(len(name) for name, _ in top)
    rows = []
    for name, each in top:
        share = percent(each.posts, counts)
        hot = each.posts > HOT_SHARE * counts.posts > MOST_SHOWN
        note = say(nl="; wel erg vaak: is de regel te ruim?", en="; very often: is it too wide?")
        row = say(nl=f"{share} van de berichten", en=f"{share} of the posts")
        rows.append(
            f"  {name:<{name_wide}}  {number(each.findings):>{wide}}  {row}{note if hot else ''}"
        )
    return rows


def _many(amount: int, one: str, more: str) -> str:
    return f"{number(amount)} {one if amount == 1 else more}"


def percent(part: int, counts: Counts) -> str:
    """A share of all posts in percent, with a decimal as the reader writes it."""
    return f"{100 * _share(part, counts):.1f}%".replace(".", say(nl=",", en="."))


def _share(part: int, counts: Counts) -> float:
    return round(part / counts.posts, 6) if counts.posts else 0.0
