"""From the text of a protocol file to a `Protocol`, or to everything that is wrong with it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from afspraak.diagnostics import LANGUAGES, Diagnostic, Lang, Text
from afspraak.protocol import source, validation
from afspraak.protocol.agreement import disagreements
from afspraak.protocol.model import Protocol
from afspraak.protocol.problems import UnableToLoad, by_place, problem
from afspraak.protocol.reading import Reader
from afspraak.protocol.tree import Node, Places, Scalar, follow, items

__all__ = ["LoadResult", "UnableToLoad", "load", "load_result"]

FORMAT = "1"
MAX_PROBLEMS = 200
MAX_FURTHER_PLACES = 4

_FURTHER: Text = {"nl": "hier ook", "en": "here too"}


@dataclass(frozen=True, slots=True)
class LoadResult:
    """A protocol that can be used, where each part of it stands, and what could be better."""

    protocol: Protocol
    places: Places
    diagnostics: tuple[Diagnostic, ...]


def load(
    data: bytes | str,
    *,
    file: str = "protocol.yaml",
    kinds: Mapping[str, type],
    networks: Collection[str] | None = None,
) -> Protocol:
    """The protocol that `data` holds; raises `UnableToLoad` with all its problems at once.

    `kinds` gives the options class of every kind of rule, `networks` the names a rule may give
    (left out: any). Who also wants places, warnings and tips calls `load_result`.
    """
    return load_result(data, file=file, kinds=kinds, networks=networks).protocol


def load_result(
    data: bytes | str,
    *,
    file: str = "protocol.yaml",
    kinds: Mapping[str, type],
    networks: Collection[str] | None = None,
) -> LoadResult:
    """What `load` gives, with the place of every part and with the warnings and tips."""
    root, found = source.read_tree(source.decode(data, file=file), file=file)
    places = Places(root)
    if _is_other_format(root):
        # A later format may name everything differently: other complaints would only mislead.
        written = follow(root, "afspraak")
        value = written.text if isinstance(written, Scalar) else ""
        raise UnableToLoad([problem("P030", places.of(("afspraak",)), value=value)])
    reader = Reader(places, kinds=kinds, languages=_languages(root))
    content = reader.read(root, Protocol)
    found += [*disagreements(root, networks=networks), *_untranslated(reader)]
    protocol: Protocol | None = None
    try:
        protocol = Protocol.model_validate(_with_format(content))
    except ValidationError as error:
        found += validation.diagnostics(error, places, meant=reader.meant)
        if not found and not reader.diagnostics:
            found.append(problem("P045", places.of(()), key="afspraak", value=""))
    found = _sorted([*found, *reader.diagnostics])
    if protocol is None or any(each.level == "error" for each in found):
        raise UnableToLoad(_bounded(found))
    return LoadResult(protocol, places, tuple(found))


def _is_other_format(root: Node) -> bool:
    written = follow(root, "afspraak")
    return isinstance(written, Scalar) and not written.is_empty and written.text != FORMAT


def _with_format(content: object) -> object:
    if isinstance(content, dict) and content.get("afspraak") == FORMAT:
        return {**content, "afspraak": int(FORMAT)}
    return content


def _languages(root: Node) -> tuple[Lang, ...]:
    """The languages the file says it is in, as far as they can be told; Dutch otherwise."""
    given = [item.text for item in items(follow(root, "languages")) if isinstance(item, Scalar)]
    known: list[Lang] = [lang for text in given for lang in LANGUAGES if lang == text]
    return tuple(dict.fromkeys(known)) or LANGUAGES[:1]


def _untranslated(reader: Reader) -> Iterator[Diagnostic]:
    """One tip a language, however many texts lack it."""
    for lang, places in reader.untranslated.items():
        also = tuple((place, _FURTHER) for place in places[1 : 1 + MAX_FURTHER_PLACES])
        yield problem("P055", places[0], also=also, number=str(len(places)), language=lang)


def _sorted(found: list[Diagnostic]) -> list[Diagnostic]:
    """The diagnostics by place, each mistake told once."""
    once = {(each.code, each.place, each.problem["en"]): each for each in found}
    return sorted(once.values(), key=by_place)


def _bounded(found: list[Diagnostic]) -> list[Diagnostic]:
    if len(found) <= MAX_PROBLEMS:
        return found
    rest = problem("P058", found[MAX_PROBLEMS].place, number=str(len(found) - MAX_PROBLEMS))
    return [*found[:MAX_PROBLEMS], rest]
