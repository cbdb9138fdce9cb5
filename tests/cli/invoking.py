"""Runs the command line inside the test, in a language, with a cache of its own."""

from pathlib import Path

from click.testing import CliRunner, Result

from afspraak.cli import language
from afspraak.cli.program import program

BAKERY = Path(__file__).with_name("bakery.yaml")
CONFIDENTIAL = "zonnebloem"


def run(*words: str | Path, stdin: str | bytes | None = None, lang: str = "en") -> Result:
    """What `afspraak WORDS --lang LANG` gives; an exception that nobody expects goes up."""
    arguments = [*map(str, words)]
    if lang != "en":
        arguments += ["--lang", lang]
    language.choose(arguments if lang != "en" else [*arguments, "--lang", "en"])
    result = CliRunner(env={"NO_COLOR": "1"}).invoke(program, arguments, input=stdin)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
