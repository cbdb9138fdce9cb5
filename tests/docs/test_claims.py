"""Claims of the README that run through more than one part of the program."""

import datetime as dt
from functools import cache
from pathlib import Path

from afspraak import documents
from afspraak.engine import account, compiler, examples, findings, kinds, networks
from afspraak.engine.draft import Checker
from afspraak.engine.pack import Pack
from afspraak.engine.post import Post
from afspraak.protocol import changes, loader
from afspraak.protocol.handbook import handbook
from afspraak.protocol.model import Protocol

ROOT = Path(__file__).parents[2]
NOW = dt.datetime(2027, 2, 14, 9, tzinfo=dt.UTC)
BAKERY = (ROOT / "examples/bakery.yaml").read_bytes()


def load(content: bytes) -> Protocol:
    return loader.load(content, kinds=kinds.options_of_kinds(), networks=networks.names())


@cache
def pack(content: bytes) -> Pack:
    return compiler.compile_pack(load(content))


def reading(handle: str, *, bio: str = "", company: str) -> str:
    renamed = BAKERY.decode().replace("Bakkerij Jansen", company).replace("Jansen,", f"{company},")
    data = pack(renamed.encode()).data["account"]
    return account.read_account(data, handle, bio=bio).reading


def test_one_file_gives_check_account_handbook_and_examples() -> None:
    protocol, compiled = load(BAKERY), pack(BAKERY)
    checker = Checker(compiled)
    post = Post("Bel mevrouw Bakker op 06-12345678.")
    (hit,) = checker.check(post, now=NOW)
    found = findings.describe(compiled, hit, post.text, "en")
    book = documents.render(handbook(protocol, "en"), "md").decode()

    assert (found.rule, found.severity, found.match) == ("personal-data", "stop", "06-12345678")
    assert found.message == "This shows a telephone number."
    assert "Leave it out, or ask the customer to call." in book
    assert examples.run(protocol, checker, now=NOW) == ()
    assert not changes.compare(protocol, protocol).material
    assert changes.compare(load(BAKERY.replace(b"A quick look", b"A look")), protocol).material
    assert reading("Sanne_BakkerijJansen", company="Bakkerij Jansen") == "professional"


def test_the_pair_of_the_article_is_read_as_it_says() -> None:
    assert reading("Fransie_69", company="Blokker") == "private"
    assert reading("KarelFransen_Blokker", company="Blokker") == "professional"
    assert reading("Fransie_69", bio="werk bij Blokker", company="Blokker") == "affiliated"


def test_one_draft_is_measured_by_the_limits_of_each_network() -> None:
    checker = Checker(pack(BAKERY))
    text = "Vandaag bakken we weer vers brood voor de hele buurt. " * 8

    def too_long_on(network: str) -> bool:
        hits = checker.check(Post(text, as_="corporate", network=network), now=NOW)
        return any(hit.span.end == len(text) for hit in hits)

    assert {name: too_long_on(name) for name in ("bluesky", "mastodon", "linkedin", "x")} == {
        "bluesky": True,
        "mastodon": False,
        "linkedin": False,
        "x": True,
    }
