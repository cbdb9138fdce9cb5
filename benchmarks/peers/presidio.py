"""Presidio with the same terms as a deny-list and the same patterns, on a blank Dutch pipeline.

A blank pipeline only splits words: no model looks for names, which would take ten times as long.
Presidio's own recognisers are left out. Its one for e-mail fetches a list of domains while it reads
a text; ours only are used here, and nothing is fetched.
"""

from typing import Any

import spacy
from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

from benchmarks.peers import each, given
from benchmarks.timing import Runs

LANGUAGE = "nl"


class Blank(SpacyNlpEngine):
    """A pipeline without a model."""

    def __init__(self) -> None:
        super().__init__(models=[{"lang_code": LANGUAGE, "model_name": "blank"}])
        self.nlp = {LANGUAGE: spacy.blank(LANGUAGE)}

    def load(self) -> None:
        """There is nothing to load."""


def prepare(task: dict[str, Any]) -> Runs:
    """One recogniser for all terms and one for all patterns: the quickest way to say it."""
    content = given(task)
    patterns = [Pattern(f"p{i}", regex, 0.5) for i, regex in enumerate(content["patterns"])]
    recognizers = [
        PatternRecognizer("TERM", deny_list=content["terms"], supported_language=LANGUAGE),
        PatternRecognizer("PATTERN", patterns=patterns, supported_language=LANGUAGE),
    ]
    registry = RecognizerRegistry(recognizers, supported_languages=[LANGUAGE])
    engine = AnalyzerEngine(
        registry=registry,
        nlp_engine=Blank(),
        supported_languages=[LANGUAGE],
        log_decision_process=False,
    )

    def count(post: str) -> int:
        return len(engine.analyze(post, language=LANGUAGE))

    return {"presidio": each(count, content["posts"])}
