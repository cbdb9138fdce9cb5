"""The page's pack: what may lie in a web page, derived from the server's pack.

Confidential terms become salted hashes of their folded words, so that a reader of the page cannot
read them off. A short or guessable term can still be guessed from its hash; the documentation says
so. Both packs carry the same protocol hash and text hash.
"""

from afspraak.engine.facts import facts
from afspraak.engine.hits import hash_of
from afspraak.engine.pack import Pack, PackData, PackSet


def page_pack(pack: Pack) -> Pack:
    """The pack for a web page: every confidential set hashed, the engine's tables added."""
    secret = {
        part["set"]
        for rule in pack.data["rules"]
        for part in rule["parts"]
        if part.get("secret") and "set" in part
    }
    salt = pack.data["protocol"]["hash"]
    data: PackData = {
        **pack.data,
        "page": True,
        "sets": [
            _hashed(each, salt) if number in secret else each
            for number, each in enumerate(pack.data["sets"])
        ],
    }
    return with_facts(Pack(data))


def with_facts(pack: Pack) -> Pack:
    """The pack with the tables that the browser executor needs, all else the same."""
    data: PackData = {**pack.data, "facts": facts(pack.data)}
    return Pack(data)


def _hashed(each: PackSet, salt: str) -> PackSet:
    phrases = each.get("word", [])
    return {
        "hashed": {
            "salt": salt,
            "words": max((phrase.count(" ") + 1 for phrase in phrases), default=1),
            "hashes": sorted(hash_of(salt, phrase) for phrase in phrases),
        }
    }
