"""The editor: what each page shows, and what a save makes of the file."""

import difflib
import uuid

import pytest
from django.test import Client

from afspraak.web.drafting import queries
from web.drafting.editing import (
    SMALL,
    Typed,
    at,
    draft,
    form_of,
    henk,
    ingrid,
    save,
    start,
    text_of,
)

__all__ = ["draft", "henk", "ingrid"]

PARTS = (
    *("organisation", "edition", "languages", "values", "people", "work_time", "lists"),
    *("accounts", "questions", "desk", "retention"),
)
PAGES = (
    *("", "text/", "changes/", "versions/", "versions/1/", "add-clause/"),
    *("clauses/confidential/", "clauses/confidential/rules/sensitive/"),
    "clauses/confidential/rules/sensitive/?as=yaml",
    *(f"parts/{part}/" for part in PARTS),
)
FORMS = tuple(page for page in PAGES if "/" in page and page.split("/")[0] in {"clauses", "parts"})


@pytest.mark.parametrize("page", FORMS)
def test_saving_what_is_there_changes_nothing(henk: Client, draft: uuid.UUID, page: str) -> None:
    answer = save(henk, f"/drafts/{draft}/{page}", {})

    assert answer.status_code == 302
    assert text_of(draft).encode() == SMALL
    assert [each.version for each in queries.saved(draft)] == [1]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_asks_little_of_the_database(
    henk: Client,
    draft: uuid.UUID,
    page: str,
    django_assert_max_num_queries: object,
) -> None:
    henk.get(f"/drafts/{draft}/{page}")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert henk.get(f"/drafts/{draft}/{page}").status_code == 200


def test_clause_is_written_in_two_languages(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    long = "Een zin die zo lang is dat zij in het bestand niet op één regel past. " * 3
    save(
        henk,
        address,
        {
            "title.nl": "Waarom: dit!",
            "text.nl": f"{long.strip()}\r\n\r\n- één\r\n- twee",
            "may.nl": ["Groeten.", ""],
            "may.en": ["Say hello.", ""],
            "ask": "press",
        },
    )

    clause = at(draft, "clauses", "why")
    assert clause["title"] == {"en": "Why we agree on this", "nl": "Waarom: dit!"}
    assert " ".join(clause["text"]["nl"].split()) == f"{long.strip()} - één - twee"
    assert max(map(len, clause["text"]["nl"].splitlines())) <= 92
    assert clause["may"] == [{"nl": "Groeten.", "en": "Say hello."}]
    assert clause["ask"] == "press"
    before = SMALL.decode().splitlines()
    gone = [
        line[2:]
        for line in difflib.ndiff(before, text_of(draft).splitlines())
        if line.startswith("- ")
    ]
    assert gone
    assert set(gone) <= set(before[before.index("  - id: why") : before.index("  - id: scope")])


def test_other_parts_are_written_as_forms(henk: Client, draft: uuid.UUID) -> None:
    base = f"/drafts/{draft}/parts"
    save(
        henk,
        f"{base}/organisation/",
        {"organisation.people": "41", "organisation.brands": "A\nB b"},
    )
    save(henk, f"{base}/edition/", {"edition.in_force": "2027-01-01"})
    save(henk, f"{base}/work_time/", {"work_time.stance": "breaks", "work_time.note.nl": "Rustig."})
    save(henk, f"{base}/people/", {"people.press.name": "Jan Jansen"})
    save(henk, f"{base}/desk/", {"desk.four_eyes": []})
    save(henk, f"{base}/lists/", {"lists.projects.terms": "Een\nTwee"})
    form = form_of(henk.get(f"{base}/values/"))
    save(henk, f"{base}/values/", {"values.name.nl": ["Vakwerk", *form["values.name.nl"][1:]]})

    assert at(draft, "organisation", "people") == "41"
    assert at(draft, "organisation", "brands") == ["A", "B b"]
    assert at(draft, "edition", "in_force") == "2027-01-01"
    assert at(draft, "work_time", "stance") == "breaks"
    assert at(draft, "work_time", "note") == {"nl": "Rustig."}
    assert at(draft, "people", "press") == {
        "name": "Jan Jansen",
        "reach": "pers@bakkerijjansen.nl",
    }
    assert at(draft, "desk", "four_eyes") == "false"
    assert at(draft, "lists", "projects") == {"confidential": "true", "terms": ["Een", "Twee"]}
    assert at(draft, "values", 0, "name") == {"nl": "Vakwerk", "en": "Craftsmanship"}
    assert text_of(draft).count("#") == SMALL.decode().count("#")


def test_rule_is_written_as_a_form_and_as_yaml(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/confidential/rules/sensitive/"
    save(
        henk,
        address,
        {"terms": "loonlijst", "severity": "stop", "as": ["corporate"], "until": "2027-03-01"},
    )
    rule = at(draft, "clauses", "confidential", "rules", "sensitive")
    assert {key: rule[key] for key in ("terms", "severity", "as", "until", "lists")} == {
        "terms": ["loonlijst"],
        "severity": "stop",
        "as": ["corporate"],
        "until": "2027-03-01",
        "lists": ["sensitive"],
    }
    page = henk.get(f"{address}?as=yaml")
    yaml = form_of(page)["yaml"][0]
    save(
        henk, address, {"yaml": yaml.replace("id: sensitive", "id: gevoelig  # anders")}, page=page
    )
    assert at(draft, "clauses", "confidential", "rules", "gevoelig")["terms"] == ["loonlijst"]
    assert "id: gevoelig  # anders" in text_of(draft)


def test_rule_tries_its_examples_as_typed(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/confidential/rules/sensitive/"
    form = form_of(henk.get(address))
    typed: list[Typed] = [
        {},
        {"examples.finds": ["Iets over de inkoopprijs.", "Lekker weer."]},
        {"lists": []},
        {"lists": ["projects"], "match": "start"},
    ]
    answers = [henk.post(f"{address}try/", {**form, **each}).json() for each in typed]

    assert answers[0] == {"problems": [], "finds": [True, True], "clear": [True, True]}
    assert answers[1] == {"problems": [], "finds": [True, False], "clear": [True, True]}
    assert [each["at"] for each in answers[2]["problems"]] == ["terms"]
    assert [each["at"] for each in answers[3]["problems"]] == ["match"]
    assert text_of(draft).encode() == SMALL


def test_clause_is_looked_at_while_it_is_typed(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/work-time/"
    form = form_of(henk.get(address))
    typed = {"text.nl": "**Let op** <b>\n\nThuis mag je geen sociale media gebruiken."}
    answer = henk.post(f"{address}look/", {**form, **typed}).json()

    assert "<strong>Let op</strong> &lt;b&gt;" in answer["shown"]["text.nl"]
    assert {each["field"] for each in answer["hints"]} >= {"text.nl"}
    assert text_of(draft).encode() == SMALL


def test_clause_comes_from_the_library_moves_and_goes(henk: Client, draft: uuid.UUID) -> None:
    base = f"/drafts/{draft}"
    missing = "inside-information"
    before = [each["id"] for each in at(draft, "clauses")]
    henk.post(f"{base}/add-clause/", {"version": "1", "library": missing})
    assert at(draft, "clauses", missing)["title"]
    henk.post(f"{base}/add-clause/", {"version": "2", "title.nl": "Ons café", "title.en": ""})
    assert at(draft, "clauses", "ons-cafe") == {"id": "ons-cafe", "title": {"nl": "Ons café"}}
    henk.post(f"{base}/move/", {"version": "3", "move": "why:down"})
    assert [each["id"] for each in at(draft, "clauses")][:3] == ["rights", "scope", "why"]
    for name in (missing, "ons-cafe"):
        version = str(len(queries.saved(draft)))
        henk.post(f"{base}/clauses/{name}/remove/", {"version": version})
    henk.post(f"{base}/move/", {"version": "6", "move": "why:up"})
    assert [each["id"] for each in at(draft, "clauses")] == before
    assert text_of(draft).encode() == SMALL


def test_rule_is_begun_and_taken_out(henk: Client, draft: uuid.UUID) -> None:
    clause = f"/drafts/{draft}/clauses/why/"
    answer = henk.post(f"{clause}add-rule/", {"version": "1", "kind": "format"})
    assert answer.headers["Location"] == f"{clause}rules/format/"
    assert at(draft, "clauses", "why", "rules") == [
        {"id": "format", "kind": "format", "severity": "note"}
    ]
    page = henk.get(f"{clause}rules/format/")
    assert page.status_code == 200
    henk.post(f"{clause}rules/format/remove/", {"version": "2"})
    assert at(draft, "clauses", "why").get("rules") in (None, [])


def test_earlier_version_becomes_the_newest(henk: Client, draft: uuid.UUID) -> None:
    save(henk, f"/drafts/{draft}/clauses/why/", {"title.nl": "Anders"})
    shown = henk.get(f"/drafts/{draft}/versions/2/").content.decode()
    assert "<ins>" in shown
    henk.post(f"/drafts/{draft}/versions/1/restore/", {"version": "2"})
    assert text_of(draft).encode() == SMALL
    assert [each.version for each in queries.saved(draft)] == [3, 2, 1]


def test_remark_leads_to_what_it_is_about(henk: Client) -> None:
    broken = SMALL.decode().replace("lists: [sensitive]", "lists: [sensitiv]")
    page = henk.get(f"/drafts/{start(broken.encode())}/").content.decode()
    assert "/clauses/confidential/rules/sensitive/" in page
    assert "P048" in page


def test_file_of_another_make_keeps_its_line_ends(henk: Client, edition: object) -> None:
    source = b"\xef\xbb\xbf" + SMALL.replace(b"\n", b"\r\n")
    draft = start(source)
    save(henk, f"/drafts/{draft}/clauses/why/", {"text.nl": "Een.\r\n\r\nTwee."})
    save(henk, f"/drafts/{draft}/clauses/confidential/rules/sensitive/", {"severity": "stop"})
    row = queries.draft(draft)
    assert row
    assert row.source.startswith(b"\xef\xbb\xbf")
    assert row.source.count(b"\n") == row.source.count(b"\r\n")
    page = henk.get(f"/drafts/{draft}/text/")
    assert save(henk, f"/drafts/{draft}/text/", {}, page=page).status_code == 302
    assert [each.version for each in queries.saved(draft)] == [3, 2, 1]
