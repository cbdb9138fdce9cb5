"""Better handles and a profile line, made from what is known of the person; nothing is invented."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from afspraak.diagnostics import LANGUAGES, Lang, Text
from afspraak.engine.account.contents import NetworkEntry
from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.account.look import Look, look_at
from afspraak.engine.account.pieces import Piece
from afspraak.engine.account.profile import job_in
from afspraak.engine.account.verdict import Verdict, decide
from afspraak.engine.fold import fold

_NAMED = frozenset(("first", "nick", "last", "given"))
# Readings from which a person may want to step back to a name without the company.
_MAY_STEP_BACK = frozenset(("professional", "surname", "town", "maybe", "conflict"))
_FOR_PEOPLE = _MAY_STEP_BACK | {"affiliated", "mentioned"}
_TURNED = "{organisation}_{person}"
_LINES = {"corporate": "corporate", "mock": "mock"}


@dataclass(frozen=True, slots=True)
class Ideas:
    """Handles for work and for private use, and a profile line that fits the reading."""

    work: tuple[str, ...]
    private: tuple[str, ...]
    bio: Text

    @property
    def handles(self) -> tuple[str, ...]:
        """All of them, those for work first."""
        return self.work + self.private


def suggest(look: Look, lexicon: Lexicon, verdict: Verdict) -> Ideas:
    """Names and a line to think of; no names where the account is fine or is nobody's own."""
    line = _line(look, lexicon, verdict)
    person = _person(look, lexicon) if verdict.reason in _FOR_PEOPLE else []
    if not person:
        return Ideas((), (), line)
    network, most = look.address.network, lexicon.limits["handles"]
    now = _bare(look.handle.text[slice(*look.address.local)])
    work = list(
        islice(
            _reading_as("professional", _for_work(person, lexicon, network), lexicon, network),
            most + 1,
        )
    )
    if any(_bare(handle) == now for handle in work):
        work = []
    back = verdict.reason in _MAY_STEP_BACK and look.seen.names_us
    alone = _reading_as("private", _for_oneself(person, lexicon, network), lexicon, network)
    private = [handle for handle in alone if _bare(handle) != now] if back else []
    work = work[: most - len(private[:1])]
    return Ideas(tuple(work), tuple(private[: max(1, most - 1 - len(work))]), line)


def _reading_as(
    reading: str, handles: Iterator[str], lexicon: Lexicon, network: str
) -> Iterator[str]:
    """Those that fit the network and that a follower would indeed take so."""
    rules, seen = lexicon.rules(network), set()
    for handle in islice(handles, lexicon.limits["tried"]):
        key = fold(handle).text
        if key in seen or not _fits(handle, rules):
            continue
        seen.add(key)
        if decide(look_at(lexicon, handle, network=network).seen).reading == reading:
            yield handle


def _fits(handle: str, rules: NetworkEntry) -> bool:
    label = handle.removesuffix(rules["suffix"]) if rules["suffix"] else handle
    if rules["suffix"] and label == handle:
        return True  # a name under the company's own address has no other limit
    allowed = label.isascii() and all(c.isalnum() or c in rules["marks"] for c in label)
    return allowed and rules["min"] <= len(label) <= rules["max"] and label[0].isalpha()


def _person(look: Look, lexicon: Lexicon) -> list[str]:
    """The words of the person's name as shown, else of the handle; folded."""
    for pieces, impression in (
        (look.name_pieces, look.seen.name),
        (look.handle_pieces, look.seen.handle),
    ):
        words = _words(
            pieces, lexicon, surname=pieces is look.name_pieces and impression.kind == "surname"
        )
        if words:
            return words
    return []


def _words(pieces: Sequence[Piece], lexicon: Lexicon, *, surname: bool) -> list[str]:
    if not any(piece.kind in _NAMED for piece in pieces):
        return []
    words: list[str] = []
    for piece in pieces:
        ours = piece.name is not None
        name = piece.kind in _NAMED or (piece.kind in {"particle", "unknown"} and bool(words))
        initial = piece.kind == "initial" and not words
        if (name or initial or (ours and surname and words)) and piece.text.isascii():
            words.append(piece.text)
        elif ours or "|" in piece.before or "(" in piece.before:
            break
    while words and (len(words[-1]) < 2 or words[-1] in lexicon.data["pieces"]["particle"]):
        words.pop()
    return words[:5] if words and words[0].isalpha() else []


def _for_work(person: Sequence[str], lexicon: Lexicon, network: str) -> Iterator[str]:
    """The house style first, then shorter names of the person and of the company."""
    rules = lexicon.rules(network)
    if rules["suffix"]:
        for domain in lexicon.data["domains"]:
            yield f"{person[0]}.{domain}"
            yield f"{'-'.join(person)}.{domain}"
    companies = [
        name.camel
        for name in lexicon.names
        if name.camel.isascii() and name.camel and not name.brand
    ]
    forms = _forms(person, rules)
    ranked = sorted((i + j, j, i) for i in range(len(forms)) for j in range(len(companies)))
    default = lexicon.data["texts"]["line.handle"]["all"]
    for template in dict.fromkeys((lexicon.data["handle"], default, _TURNED)):
        for _, j, i in ranked:
            filled = template.replace("{person}", forms[i]).replace("{organisation}", companies[j])
            yield _shape(filled, rules)


def _for_oneself(person: Sequence[str], lexicon: Lexicon, network: str) -> Iterator[str]:
    rules = lexicon.rules(network)
    for form in _forms(person, rules):
        yield _shape(form, rules)
    for rest in person[1:]:
        yield _shape(f"{person[0].capitalize()}_{rest[0].upper()}", rules)


def _forms(person: Sequence[str], rules: NetworkEntry) -> list[str]:
    """The full name, then shorter ones: KarelFransen, KFransen, Karel, KarelF."""
    first, rest = person[0].capitalize(), [word.capitalize() for word in person[1:]]
    last = "".join(rest)
    forms = [first + last]
    if not rules["capitals"] and rest:
        forms.insert(0, rules["marks"][-1].join((first, last)))
    if last:
        forms += [first[0] + last, first, first + "".join(word[0] for word in rest)]
    return list(dict.fromkeys(forms))


def _shape(handle: str, rules: NetworkEntry) -> str:
    """The handle with the marks and capitals that the network knows."""
    marks = rules["marks"]
    shaped = ""
    for letter in handle:
        if letter.isascii() and letter.isalnum():
            shaped += letter
        elif shaped and shaped[-1].isalnum():
            shaped += letter if letter in marks else marks[0]
    shaped = shaped.rstrip(marks)
    return (shaped if rules["capitals"] else shaped.lower()) + rules["suffix"]


def _bare(handle: str) -> str:
    return "".join(fold(handle).words)


def _line(look: Look, lexicon: Lexicon, verdict: Verdict) -> Text:
    """One line for the profile, in both languages."""
    texts, data = lexicon.data["texts"], lexicon.data
    if verdict.reason in _LINES:
        return _filled(texts[f"line.{_LINES[verdict.reason]}"], {}, lexicon)
    if verdict.reason not in _FOR_PEOPLE and not (
        verdict.reason == "private" and look.seen.business
    ):
        return _filled(texts["line.private"], {}, lexicon)
    line = _filled(data["bio"], _role(look, lexicon), lexicon)
    if verdict.reason != "affiliated":
        return line
    disclaimer = data["disclaimer"]
    return {
        lang: f"{line[lang].rstrip('.')}. {disclaimer[lang].rstrip('.')}." for lang in LANGUAGES
    }


def _filled(line: dict[str, str], role: dict[Lang, str], lexicon: Lexicon) -> Text:
    filled: dict[Lang, str] = {}
    for lang in LANGUAGES:
        text = line[lang].replace("{organisation}", lexicon.data["organisation"])
        for place in ("{functie}", "{role}"):
            text = text.replace(place, role.get(lang, ""))
        filled[lang] = text.replace("{person}", "").strip(" \n")
    return filled


def _role(look: Look, lexicon: Lexicon) -> dict[Lang, str]:
    """The job the profile names, in both languages where the list knows both."""
    texts = lexicon.data["texts"]["line.role"]
    job = job_in(look.bio, lexicon)
    for each in lexicon.data["jobs"]:
        if job and (job in each["nl"] or job in each["en"]):
            dutch = job if job in each["nl"] else each["nl"][0]
            english = job if job in each["en"] else each["en"][0]
            return {"nl": _capital(dutch), "en": _capital(english)}
    return {"nl": texts["nl"], "en": texts["en"]}


def _capital(text: str) -> str:
    return text.upper() if len(text) <= 3 else text[0].upper() + text[1:]
