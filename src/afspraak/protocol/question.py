"""The questions of the interview, as they stand in `questions.yaml`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal

from pydantic import BaseModel, ConfigDict
from ruamel.yaml import YAML

from afspraak.protocol.answer_reading import YES
from afspraak.protocol.model import Words

AskedAs = Literal["text", "choice", "several", "list", "number", "date", "yes-no"]


class Choice(BaseModel):
    """One of the answers to choose from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    label: Words
    note: Words | None = None


class Question(BaseModel):
    """A question of the interview.

    `key` is the answer it fills, `topic` the subject it belongs to, `kind` how to ask it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    topic: str
    kind: AskedAs
    ask: Words
    why: Words
    reads: str = ""
    required: bool = False
    choices: tuple[Choice, ...] = ()
    default: object = None
    default_by: Mapping[str, Mapping[str, object]] = {}
    when: Mapping[str, tuple[str, ...]] = {}

    def is_asked(self, answered: Mapping[str, object]) -> bool:
        """Whether the question makes sense after what was `answered` before it."""
        return all(_fact(key, answered) in allowed for key, allowed in self.when.items())

    def choice(self, said: str) -> Choice | None:
        """The choice somebody names by its key, its label in either language, or its number."""
        folded = said.strip().casefold()
        for number, choice in enumerate(self.choices, start=1):
            labels = (label.casefold() for label in choice.label.values())
            if folded in {choice.key, str(number), *labels}:
                return choice
        return None

    def default_after(self, answered: Mapping[str, object]) -> object:
        """What is proposed, seen what was `answered` before; None when there is no proposal."""
        for key, by in self.default_by.items():
            if _fact(key, answered) in by:
                return by[_fact(key, answered)]
        return self.default


def questions() -> tuple[Question, ...]:
    """Every question, in the order of asking."""
    return _interview()[0]


def topic_title(topic: str) -> Words:
    """How a subject of the interview is called."""
    return _interview()[1][topic]


@cache
def _interview() -> tuple[tuple[Question, ...], Mapping[str, Words]]:
    source = files("afspraak.protocol").joinpath("questions.yaml").read_text("utf-8")
    data = YAML(typ="safe", pure=True).load(source)
    return tuple(Question.model_validate(each) for each in data["questions"]), data["topics"]


def _fact(key: str, answered: Mapping[str, object]) -> str:
    """An answer as conditions name it, whether it was read already or is still as typed."""
    answer = answered.get(key)
    if key == "people":
        return "one" if str(answer).strip() == "1" else "several"
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    question = next(each for each in questions() if each.key == key)
    said = str(answer).strip().casefold()
    if question.kind == "yes-no":
        return "yes" if said in YES else "no"
    chosen = question.choice(said)
    return chosen.key if chosen else said
