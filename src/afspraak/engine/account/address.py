"""From what a person types (handle, web address, name at a server) to the handle itself."""

from dataclasses import dataclass, replace

from afspraak.engine.account.lexicon import Lexicon
from afspraak.engine.fold import Folded

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Address:
    """Where in the folded text the handle stands, and what the rest says.

    `own` is the organisation's own web address when the account lives there; `likeness` an address
    that only looks like it; `page` the word that makes it a company's page.
    """

    local: Stretch
    network: str = ""
    own: Stretch | None = None
    likeness: Stretch | None = None
    page: Stretch | None = None


def find_address(folded: Folded, lexicon: Lexicon, network: str) -> Address:
    """The handle in `folded`; the network is `network` where given, else read from the address."""
    text = folded.text
    start, end = _trim(text, 0, len(text), " \t\r\n<>\"'")
    is_url = False
    for scheme in lexicon.data["addresses"]["schemes"]:
        if text.startswith(scheme, start, end):
            start, is_url = start + len(scheme), scheme.endswith("/")
    if text.startswith("www.", start, end):
        start, is_url = start + len("www."), True
    while text.startswith(("/", "u/"), start, end):
        start += 1 if text[start] == "/" else 2
    slash = text.find("/", start, end)
    host = (start, slash if slash >= 0 else end)
    if is_url or (slash >= 0 and "." in text[host[0] : host[1]]):
        return _from_url(text, host, end, lexicon, network)
    return _plain(text, (start, end), lexicon, network)


def is_own(host: str, lexicon: Lexicon) -> bool:
    """Whether `host` is a web address of the organisation, or lies under one."""
    return any(host == own or host.endswith("." + own) for own in lexicon.data["domains"] if own)


def network_of(host: str, lexicon: Lexicon) -> str:
    """The network whose profiles live at `host`, or nothing."""
    for key, network in lexicon.data["networks"].items():
        if any(host == known or host.endswith("." + known) for known in network["hosts"]):
            return key
    return ""


def _from_url(text: str, host: Stretch, end: int, lexicon: Lexicon, network: str) -> Address:
    host = (host[0], _first_of(text, host, "?#:"))
    segments = _segments(text, (host[1], end))
    name = text[host[0] : host[1]]
    tagged = [each for each in segments if text[each[0]] == "@"]
    if is_own(name, lexicon):
        local = _trim(text, *(tagged or segments[-1:] or [(host[1], host[1])])[0], "@")
        return Address(local, network, own=host)
    there = network_of(name, lexicon)
    if there:
        words = lexicon.data["addresses"]
        page = [each for each in segments if text[each[0] : each[1]] in words["company"]]
        rest = [each for each in segments if text[each[0] : each[1]] not in words["skip"]]
        rest = [each for each in rest if each not in page]
        found = _plain(text, (rest or [(end, end)])[0], lexicon, network or there)
        return replace(found, page=page[0] if page else None)
    if tagged:
        return replace(
            _plain(text, tagged[0], lexicon, network), likeness=_like(text, host, lexicon)
        )
    return _plain(text, host, lexicon, network)


def _plain(text: str, stretch: Stretch, lexicon: Lexicon, network: str) -> Address:
    start, end = _trim(text, *stretch, "@ ")
    at = text.rfind("@", start, end)
    if at > start:
        server = (at + 1, end)
        if is_own(text[at + 1 : end], lexicon):
            return Address((start, at), network, own=server)
        return Address((start, at), network, likeness=_like(text, server, lexicon))
    return _domain(text, (start, end), lexicon, network)


def _domain(text: str, stretch: Stretch, lexicon: Lexicon, network: str) -> Address:
    start, end = stretch
    handle = text[start:end]
    for own in lexicon.data["domains"]:
        if own and handle == own:
            return Address((start, start), network, own=stretch)
        if own and handle.endswith("." + own):
            cut = end - len(own)
            return Address((start, cut - 1), network, own=(cut, end))
    for key, each in lexicon.data["networks"].items():
        if each["suffix"] and handle.endswith(each["suffix"]):
            return Address((start, end - len(each["suffix"])), network or key)
    marks = lexicon.rules(network)["marks"] if network else ""
    dot = handle.rfind(".")
    if dot > 0 and "." not in marks and handle[dot + 1 :] in lexicon.data["addresses"]["endings"]:
        return Address((start, start + dot), network)
    business = network and lexicon.rules(network)["business"]
    return Address(_without_number(text, stretch) if business else stretch, network)


def _without_number(text: str, stretch: Stretch) -> Stretch:
    """Without the code that business networks put behind a name to keep two people apart."""
    dash = text.rfind("-", *stretch)
    code = text[dash + 1 : stretch[1]]
    if dash > stretch[0] and len(code) >= 4 and any(letter.isdigit() for letter in code):
        return (stretch[0], dash)
    return stretch


def _like(text: str, host: Stretch, lexicon: Lexicon) -> Stretch | None:
    """A label of the host that is the organisation's name, at an address that is not its own."""
    start = host[0]
    for label in text[host[0] : host[1]].split("."):
        name = lexicon.by_joined.get(label.replace("-", ""))
        if name and name.level != "known":
            return (start, start + len(label))
        start += len(label) + 1
    return None


def _segments(text: str, path: Stretch) -> list[Stretch]:
    start, end = path[0], _first_of(text, path, "?#")
    segments = []
    for part in text[start:end].split("/"):
        if part:
            segments.append((start, start + len(part)))
        start += len(part) + 1
    return segments


def _first_of(text: str, stretch: Stretch, marks: str) -> int:
    return min((i for i in range(*stretch) if text[i] in marks), default=stretch[1])


def _trim(text: str, start: int, end: int, marks: str) -> Stretch:
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in marks:
        end -= 1
    return (start, end)
