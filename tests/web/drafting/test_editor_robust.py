"""Whatever is in a draft or is typed: a page with a reason and a way out, and never a traceback."""

import uuid

import pytest
from django.test import Client

from web.drafting.editing import SMALL, at, draft, form_of, henk, save, start, text_of
from web.drafting.test_editor_pages import PAGES

__all__ = ["draft", "henk"]

BROKEN = {
    "empty": b"",
    "words": b"hello",
    "list": b"- a\n- b\n",
    "yaml": b"clauses: [\nx: 1\n",
    "tab": b"a:\n\t- b\n",
    "alias": b"a: &x 1\nb: *x\nclauses:\n  - *x\n",
    "twice": b"clauses: []\nclauses: []\n",
    "deep": b"a: " + b"[" * 400,
    "binary": bytes(range(256)),
    "nul": SMALL[:200] + b"\x00" + SMALL[200:],
    "shapes": b"afspraak: 1\norganisation: x\nlanguages: nl\nlists: [a]\npeople: 3\nclauses:\n"
    b"  - confidential\n  - {id: confidential, title: [x], text: {nl: {a: b}}, may: x, rules: 3}\n"
    b"  - {id: confidential, rules: [x, {id: sensitive, kind: nonsense, examples: [1]}]}\n"
    b"values: x\nedition: [1]\ndesk: {four_eyes: {a: 1}}\n",
    "other-format": b"afspraak: 7\nclauses: []\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_page_of_a_broken_draft_has_a_way_out(
    henk: Client, edition: object, name: str
) -> None:
    draft = start(BROKEN[name])
    for page in PAGES:
        answer = henk.get(f"/drafts/{draft}/{page}")
        assert answer.status_code in {200, 302, 404}, page
        if answer.status_code == 302:
            assert answer.headers["Location"] == f"/drafts/{draft}/text/"
    assert henk.get(f"/drafts/{draft}/text/").status_code == 200


def test_clauses_without_a_name_of_their_own_have_a_page(henk: Client, edition: object) -> None:
    draft = start(BROKEN["shapes"])
    for address in ("confidential", "~1", "~3"):
        assert henk.get(f"/drafts/{draft}/clauses/{address}/").status_code == 200
    for address in ("~4", "~0", "~x", "nothing", "a" * 3000):
        assert henk.get(f"/drafts/{draft}/clauses/{address}/").status_code == 404
    assert henk.get(f"/drafts/{draft}/clauses/~3/rules/sensitive/").status_code == 200
    assert henk.get(f"/drafts/{draft}/clauses/~3/rules/~1/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("a\x00b", "U+0000"),
        ("\x1b[31m", "U+001B"),
        ("x" * 1_100_000, "1 MB"),
    ],
)
def test_what_cannot_be_saved_is_told_with_all_that_was_typed(
    henk: Client, draft: uuid.UUID, typed: str, says: str
) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    answer = save(henk, address, {"text.nl": typed, "title.nl": "Nieuwe titel"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert "Nieuwe titel" in page
    assert text_of(draft).encode() == SMALL


@pytest.mark.parametrize(
    "yaml",
    ["", "id: [", "words", "- a", "a: 1\x00", "x: &a 1\ny: *a", "id: x\nid: y", "a:\n\t- b"],
)
def test_bad_yaml_of_a_rule_is_told_and_kept(henk: Client, draft: uuid.UUID, yaml: str) -> None:
    address = f"/drafts/{draft}/clauses/confidential/rules/sensitive/"
    page = henk.get(f"{address}?as=yaml")
    answer = save(henk, address, {"yaml": yaml}, page=page)
    assert answer.status_code == 422
    assert "data-editor" in answer.content.decode()
    assert text_of(draft).encode() == SMALL


def test_text_that_is_no_protocol_is_saved_and_said(henk: Client, draft: uuid.UUID) -> None:
    answer = save(henk, f"/drafts/{draft}/text/", {"source": "afspraak: 1\nclauses: [\n"})
    assert answer.status_code == 302
    page = henk.get(f"/drafts/{draft}/text/").content.decode()
    assert 'data-line="3"' in page
    assert henk.get(f"/drafts/{draft}/").status_code == 302


def test_strange_posts_do_nothing(henk: Client, draft: uuid.UUID) -> None:
    base = f"/drafts/{draft}"
    rule = f"{base}/clauses/confidential/rules/sensitive/"
    for address, sent in (
        (f"{base}/move/", {"move": "why"}),
        (f"{base}/move/", {"move": "why:sideways", "version": "x"}),
        (f"{base}/add-clause/", {"library": "nothing"}),
        (f"{base}/add-clause/", {}),
        (f"{base}/clauses/why/add-rule/", {"kind": "nonsense"}),
        (f"{base}/versions/9/restore/", {"version": "9" * 30}),
        (f"{base}/parts/nothing/", {}),
        (f"{base}/parts/lists/", {"add": "1", "name": "…", "terms": ""}),
        (f"{rule}try/", {"lists": "x", "until": "soon", "examples.finds": "\x00"}),
        (f"{base}/clauses/why/look/", {"text.nl": "\x00" * 10}),
    ):
        assert henk.post(address, sent).status_code in {200, 404, 422}, address
    assert text_of(draft).encode() == SMALL


def test_unsaved_preview_shows_what_was_typed(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    form = form_of(henk.get(address))
    answer = henk.post(address, {**form, "text.nl": "**Vet** <script>", "look": "1"})
    assert answer.status_code == 200
    assert "<strong>Vet</strong> &lt;script&gt;" in answer.content.decode()
    rule = f"/drafts/{draft}/clauses/confidential/rules/sensitive/"
    form = form_of(henk.get(rule))
    answer = henk.post(rule, {**form, "lists": [], "look": "1"})
    assert answer.status_code == 200
    assert text_of(draft).encode() == SMALL


def test_five_hundred_clauses_are_shown_and_written(henk: Client, edition: object) -> None:
    head, clauses = SMALL.decode().split("clauses:\n", 1)
    tail = clauses[clauses.index("\n# ") :] if "\n# " in clauses else ""
    many = "".join(
        f"  - id: c{n}\n    title: {{nl: Nummer {n}, en: Number {n}}}\n    ask: manager\n"
        f"    text: {{nl: Tekst {n}., en: Text {n}.}}\n"
        for n in range(500)
    )
    draft = start(f"{head}clauses:\n{many}{tail}".encode())
    shown = henk.get(f"/drafts/{draft}/").content.decode()
    assert shown.count('id="c-') == 500
    save(henk, f"/drafts/{draft}/clauses/c499/", {"title.nl": "De laatste"})
    assert at(draft, "clauses", "c499", "title", "nl") == "De laatste"


def test_more_than_fits_is_told(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/text/"
    answer = henk.post(address, {"version": "1", "source": "x" * 2_500_000})
    assert answer.status_code == 400
    assert "2 MB" in answer.content.decode()
    assert text_of(draft).encode() == SMALL
