"""How long a check takes: in process and as a whole command, beside the machine's own baseline.

`make bench` runs it and writes benchmarks/results.json and results.md. Times are CPU time of the
thread where that can be read, so that a busy machine disturbs them less; wall time stands beside.
"""

import datetime as dt
import json
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path

from afspraak.engine import compiler, kinds
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from afspraak.protocol import interview, loader, write
from afspraak.protocol.model import Protocol, TermList

HERE = Path(__file__).parent
NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
POST_CHARS = 280
POSTS = 4000
RUNS = 15
ATTEMPTS = 5
SIZES = (300, 3_000, 30_000)
PATTERN_KINDS = ("personal-data", "secrets", "link")


def main() -> None:
    """Measures everything once and writes the results."""
    posts = corpus(random.Random(2026))
    results: dict[str, object] = {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "posts": len(posts),
        "baseline_us": percentiles(str.casefold, [post.text for post in posts]),
        "draft_us": {},
    }
    rows = [("casefold() alone, for comparison", results["baseline_us"])]
    for name, pack in packs():
        start = time.thread_time()
        checker = Checker(pack)
        build = (time.thread_time() - start) * 1e3
        for post in posts[:300]:
            checker.check(post, now=NOW)
        measured = percentiles(lambda post, c=checker: c.check(post, now=NOW), posts)
        measured["build_ms"] = round(build, 1)
        measured["pack_kb"] = round(len(pack.content) / 1e3)
        results["draft_us"][name] = measured  # type: ignore[index]
        rows.append((name, measured))
    results["commands_ms"] = commands()
    (HERE / "results.json").write_text(json.dumps(results, indent=1) + "\n")
    text = report(results, rows)
    (HERE / "results.md").write_text(text)
    print(text)


def corpus(chance: random.Random) -> list[Post]:
    """Posts of 280 characters, put together from the ordinary posts that the project ships."""
    folder = files("afspraak.protocol").joinpath("ordinary")
    lines = [
        line
        for lang in ("nl", "en")
        for line in folder.joinpath(f"{lang}.txt").read_text("utf-8").splitlines()
        if line.strip()
    ]
    posts = []
    for _ in range(POSTS):
        text = ""
        while len(text) < POST_CHARS:
            text += chance.choice(lines) + " "
        posts.append(Post(text[:POST_CHARS]))
    return posts


def packs() -> list[tuple[str, Pack]]:
    """The bakery's whole protocol, and protocols with a rule a term beside thirty-odd patterns."""
    bakery = loaded(write.write_protocol(interview.defaults("Bakkerij Jansen"), today=NOW.date()))
    made = [
        (f"{n:,} rules and the patterns", compiler.compile_pack(many(bakery, n))) for n in SIZES
    ]
    return [("the protocol of `afspraak new --yes`", compiler.compile_pack(bakery)), *made]


def loaded(text: str) -> Protocol:
    """The protocol in a file's text."""
    return loader.load(text, kinds=kinds.options_of_kinds())


def many(protocol: Protocol, count: int, with_patterns: Sequence[str] = PATTERN_KINDS) -> Protocol:
    """`protocol` with `count` rules of one term each, and the kinds that are made of patterns."""
    chance = random.Random(count)
    words = [f"{syllables(chance, 3)} {syllables(chance, 2)}" for _ in range(count)]
    terms = kinds.all_kinds()["terms"].options
    template = next(rule for clause in protocol.clauses for rule in clause.rules)
    rules = [
        template.model_copy(
            update={"id": f"t{i}", "kind": "terms", "options": terms(terms=(word,)), "as_": None}
        )
        for i, word in enumerate(words)
    ]
    rules += [
        template.model_copy(
            update={"id": kind, "kind": kind, "options": kinds.all_kinds()[kind].options()}
        )
        for kind in with_patterns
    ]
    clause = protocol.clauses[0].model_copy(update={"rules": tuple(rules)})
    lists: dict[str, TermList] = {}
    return protocol.model_copy(update={"clauses": (clause,), "lists": lists})


def syllables(chance: random.Random, count: int) -> str:
    """A word that could be Dutch."""
    return "".join(
        chance.choice("bdfghklmnprstvwz") + chance.choice(["a", "e", "i", "o", "oe", "ui", "ij"])
        for _ in range(count)
    )


def percentiles(run: Callable[..., object], items: list) -> dict[str, float]:  # type: ignore[type-arg]
    """Percentiles over the posts in microseconds, of CPU time and of wall time.

    Of each post the best of a few runs counts: what else the machine does is no property of a
    post. `once_p99` is the wall time of the first run, with all that noise in it.
    """
    cpu, wall, once = [], [], []
    for item in items:
        best_cpu = best_wall = float("inf")
        for attempt in range(ATTEMPTS):
            before_cpu, before = time.thread_time_ns(), time.perf_counter_ns()
            run(item)
            spent = (time.perf_counter_ns() - before) / 1e3
            best_cpu = min(best_cpu, (time.thread_time_ns() - before_cpu) / 1e3)
            best_wall = min(best_wall, spent)
            if attempt == 0:
                once.append(spent)
        cpu.append(best_cpu)
        wall.append(best_wall)
    once.sort()
    cpu.sort()
    wall.sort()
    at = lambda times, share: round(times[int(len(times) * share)], 1)  # noqa: E731
    return {
        "p50": at(cpu, 0.5),
        "p99": at(cpu, 0.99),
        "p999": at(cpu, 0.999),
        "wall_p99": at(wall, 0.99),
        "once_p99": at(once, 0.99),
    }


def commands() -> dict[str, float]:
    """Milliseconds of CPU of whole commands, the median of several runs."""
    afspraak = str(Path(sys.executable).with_name("afspraak"))
    with tempfile.TemporaryDirectory() as folder:
        env = {"XDG_CACHE_HOME": folder, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
        new = [afspraak, "new", folder, "--yes", "--name", "Bakkerij Jansen"]
        subprocess.run(new, env=env, check=True, capture_output=True)
        check = [afspraak, "check", "--protocol", f"{folder}/protocol.yaml", "Vers brood!"]
        first = timed(check, env, runs=1)
        return {
            "python -c pass": timed([sys.executable, "-c", "pass"], env),
            "afspraak --help": timed([afspraak, "--help"], env),
            "afspraak check, first time": first,
            "afspraak check, pack cached": timed(check, env),
        }


def timed(command: list[str], env: dict[str, str], runs: int = RUNS) -> float:
    """The median CPU time of a command, user and system, in milliseconds."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, env=env, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return round(statistics.median(times) * 1e3, 1)


def report(results: dict[str, object], rows: list[tuple[str, object]]) -> str:
    """The results as a page."""
    measured_on = (
        f"Measured with `make bench`: {results['machine']}, {results['posts']} posts of "
        f"{POST_CHARS} characters, the best of {ATTEMPTS} runs of each. Microseconds; the first "
        "three columns are CPU, then wall time, then the wall time of the first run alone."
    )
    lines = [
        "# What a check costs",
        "",
        measured_on,
        "",
        "| | p50 | p99 | p99.9 | wall p99 | one run p99 | building, ms | pack, kB |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, measured in rows:
        each = dict(measured)  # type: ignore[call-overload]
        lines.append(
            f"| {name} | {each['p50']} | {each['p99']} | {each['p999']} "
            f"| {each['wall_p99']} | {each['once_p99']} "
            f"| {each.get('build_ms', '')} | {each.get('pack_kb', '')} |"
        )
    lines += ["", "| command | CPU, ms |", "| --- | ---: |"]
    lines += [f"| `{name}` | {ms} |" for name, ms in dict(results["commands_ms"]).items()]  # type: ignore[call-overload]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
