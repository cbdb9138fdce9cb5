"""The pages about the command line and its JSON: every help text, and commands that are run."""

import json
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tools.docs import Pages, both, fenced, page

from afspraak.diagnostics import LANGUAGES, Lang

HERE = Path(__file__).parent
BAKERY = HERE.parents[1] / "examples" / "bakery.yaml"
NEXT_EDITION = (
    ('number: "2026.1"', 'number: "2026.2"'),
    ("stance: reasonable", "stance: open"),
    ("terms: [Bakkerij Pietersen, De Gouden Korst]", "terms: [Bakkerij Pietersen]"),
    ("listening_days: 30", "listening_days: 14"),
)
"""What is changed in the bakery's protocol to have two editions to compare."""

_RUN = re.compile(r"^```run\n(.*?)\n```$", re.M | re.S)
_HASH = re.compile(r"[0-9a-f]{64}")


def pages() -> Pages:
    """The two pages in each language."""
    templates = {lang: (HERE / f"json.{lang}.md").read_text("utf-8") for lang in LANGUAGES}
    lines = {lang: _RUN.findall(text) for lang, text in templates.items()}
    with ThreadPoolExecutor() as pool:
        spoken = dict(
            zip(LANGUAGES, pool.map(lambda lang: _speak(lang, lines[lang]), LANGUAGES), strict=True)
        )
    made = {}
    for lang, path in both("reference/cli"):
        made[path] = _cli(spoken[lang]["help"], lang)
    for lang, path in both("reference/json"):
        runs = spoken[lang]["runs"]
        text = _RUN.sub(lambda found, runs=runs: _shown(found[1], runs), templates[lang])  # type: ignore[misc]
        made[path] = page(lang, f"tools/docs/json.{lang}.md & src/afspraak/cli/", text)
    return made


def _speak(lang: Lang, lines: list[str]) -> dict[str, dict[str, str]]:
    with tempfile.TemporaryDirectory() as folder:
        text = BAKERY.read_text("utf-8")
        Path(folder, "protocol.yaml").write_text(text, "utf-8")
        broken = text.replace("kind: terms", "kind: term", 1)
        Path(folder, "broken.yaml").write_text(broken, "utf-8")
        for old, new in NEXT_EDITION:
            if old not in text:
                raise LookupError(old)
            text = text.replace(old, new)
        Path(folder, "next.yaml").write_text(text, "utf-8")
        spoken: dict[str, dict[str, str]] = json.loads(
            subprocess.run(
                [sys.executable, str(HERE / "speak.py"), lang, folder],
                input=json.dumps(lines),
                env={**os.environ, "XDG_CACHE_HOME": folder, "NO_COLOR": "1"},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            ).stdout
        )
    return spoken


def _cli(helps: dict[str, str], lang: Lang) -> str:
    parts = [
        part for name, text in helps.items() for part in (f"## `{name}`", fenced(text, "text"))
    ]
    intro = (HERE / f"cli.{lang}.md").read_text("utf-8")
    return page(lang, "src/afspraak/cli/", intro, *parts)


def _shown(line: str, runs: dict[str, str]) -> str:
    """The command and its JSON, spread over lines; hashes would differ at every change."""
    text = _spread(json.loads(_HASH.sub("…", runs[line])))
    return f"{fenced(line, 'sh')}\n\n{fenced(text, 'json')}"


def _spread(value: Any) -> str:
    """JSON with what fits on a line on a line."""

    def spread(node: Any, indent: int) -> str:
        flat = json.dumps(node, ensure_ascii=False)
        if len(flat) + indent <= 96 or not isinstance(node, (dict, list)) or not node:
            return flat
        inner = " " * (indent + 2)
        if isinstance(node, dict):
            lines = [f"{inner}{json.dumps(k)}: {spread(v, indent + 2)}" for k, v in node.items()]
        else:
            lines = [f"{inner}{spread(each, indent + 2)}" for each in node]
        ends = "{}" if isinstance(node, dict) else "[]"
        return f"{ends[0]}\n" + ",\n".join(lines) + f"\n{' ' * indent}{ends[1]}"

    return spread(value, 0)
