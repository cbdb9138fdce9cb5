"""Two people who write at the same time: nobody loses a word."""

import uuid

from django.test import Client

from afspraak.web.drafting import operations, queries
from web.conftest import NOW
from web.drafting.editing import at, draft, form_of, henk, ingrid, save, text_of

__all__ = ["draft", "henk", "ingrid"]


def test_two_clauses_are_both_kept(henk: Client, ingrid: Client, draft: uuid.UUID) -> None:
    page = ingrid.get(f"/drafts/{draft}/clauses/scope/")
    save(henk, f"/drafts/{draft}/clauses/why/", {"title.nl": "Van Henk"})
    answer = save(ingrid, f"/drafts/{draft}/clauses/scope/", {"title.nl": "Van Ingrid"}, page=page)

    assert answer.status_code == 302
    assert at(draft, "clauses", "why", "title", "nl") == "Van Henk"
    assert at(draft, "clauses", "scope", "title", "nl") == "Van Ingrid"
    told = ingrid.get(answer.headers["Location"]).content.decode()
    assert "Henk de Boer" in told


def test_same_clause_shows_both_and_keeps_every_word(
    henk: Client, ingrid: Client, draft: uuid.UUID
) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    page = ingrid.get(address)
    save(henk, address, {"title.nl": "Titel van Henk", "text.en": "Henk's words."})
    answer = save(
        ingrid,
        address,
        {"title.nl": "Titel van Ingrid", "text.nl": "Ingrids eerste zin.", "ask": "press"},
        page=page,
    )

    shown = answer.content.decode()
    assert answer.status_code == 422
    for word in ("Titel van", "Ingrid", "Henk de Boer", "Henk&#x27;s", "Ingrids eerste zin."):
        assert word in shown
    assert at(draft, "clauses", "why", "title", "nl") == "Titel van Henk"
    form = form_of(answer)
    assert form["pick.title.nl"] == ["mine"]
    assert form["pick.text.en"] == ["theirs"]
    again = save(ingrid, address, {}, page=answer)
    assert again.status_code == 302
    clause = at(draft, "clauses", "why")
    assert clause["title"]["nl"] == "Titel van Ingrid"
    assert clause["text"] == {"en": "Henk's words.", "nl": "Ingrids eerste zin."}
    assert clause["ask"] == "press"


def test_what_goes_together_is_proposed_together(
    henk: Client, ingrid: Client, draft: uuid.UUID
) -> None:
    address = f"/drafts/{draft}/clauses/respect/"
    page = ingrid.get(address)
    text = form_of(page)["text.nl"][0]
    save(henk, address, {"text.nl": f"{text}\n\nZin van Henk.", "may.nl": ["Henk", "", ""]})
    answer = save(
        ingrid, address, {"text.nl": f"Zin van Ingrid. {text}", "may.nl": ["Ingrid", ""]}, page=page
    )
    form = form_of(answer)
    assert form["pick.text.nl"] == ["both"]
    save(ingrid, address, {"pick.may": "both"}, page=answer)

    assert at(draft, "clauses", "respect", "text", "nl").startswith("Zin van Ingrid. ")
    assert at(draft, "clauses", "respect", "text", "nl").rstrip().endswith("Zin van Henk.")
    assert [each["nl"] for each in at(draft, "clauses", "respect", "may")] == ["Henk", "Ingrid"]


def test_own_mixture_of_both_is_saved(henk: Client, ingrid: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    page = ingrid.get(address)
    save(henk, address, {"title.nl": "Henk"})
    answer = save(ingrid, address, {"title.nl": "Ingrid"}, page=page)
    save(ingrid, address, {"pick.title.nl": "both", "own.title.nl": "Samen"}, page=answer)
    assert at(draft, "clauses", "why", "title", "nl") == "Samen"


def test_clause_that_is_gone_gives_back_what_was_typed(
    henk: Client, ingrid: Client, draft: uuid.UUID
) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    page = ingrid.get(address)
    henk.post(f"{address}remove/", {"version": "1"})
    answer = save(ingrid, address, {"text.nl": "Hier is lang aan gewerkt."}, page=page)
    assert answer.status_code == 422
    assert "Hier is lang aan gewerkt." in answer.content.decode()


def test_clause_that_was_written_on_is_not_taken_out_unread(
    henk: Client, ingrid: Client, draft: uuid.UUID
) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    save(henk, address, {"title.nl": "Net veranderd"})
    ingrid.post(f"{address}remove/", {"version": "1"})
    assert at(draft, "clauses", "why", "title", "nl") == "Net veranderd"


def test_whole_file_as_text_is_brought_together(
    henk: Client, ingrid: Client, draft: uuid.UUID
) -> None:
    address = f"/drafts/{draft}/text/"
    page = ingrid.get(address)
    source = text_of(draft)
    save(henk, f"/drafts/{draft}/parts/organisation/", {"organisation.people": "41"})
    answer = save(
        ingrid, address, {"source": source.replace('number: "2026.2"', "number: X")}, page=page
    )
    assert answer.status_code == 422
    assert form_of(answer)["pick.source"] == ["both"]
    save(ingrid, address, {}, page=answer)
    assert at(draft, "organisation", "people") == "41"
    assert at(draft, "edition", "number") == "X"


def test_rule_as_yaml_is_brought_together(henk: Client, ingrid: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/confidential/rules/sensitive/"
    page = ingrid.get(f"{address}?as=yaml")
    yaml = form_of(page)["yaml"][0]
    save(henk, address, {"severity": "stop"})
    answer = save(ingrid, address, {"yaml": f"{yaml}\nuntil: 2027-01-01"}, page=page)
    assert answer.status_code == 422
    save(ingrid, address, {"pick.yaml": "both"}, page=answer)
    rule = at(draft, "clauses", "confidential", "rules", "sensitive")
    assert (rule["severity"], rule["until"]) == ("stop", "2027-01-01")


def test_draft_that_was_thrown_away_is_told(henk: Client, draft: uuid.UUID) -> None:
    address = f"/drafts/{draft}/clauses/why/"
    page = henk.get(address)
    operations.drop_draft(draft=draft, now=NOW, actor=None)
    assert save(henk, address, {"title.nl": "Te laat"}, page=page).status_code == 404
    assert queries.draft(draft) is None
