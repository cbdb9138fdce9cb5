"""Every field of a protocol that can change is told, in both languages."""

import datetime as dt

import pytest

from afspraak.engine.kinds import terms
from afspraak.protocol import changes
from afspraak.protocol.model import Protocol
from afspraak.protocol.text_hash import text_hash
from protocol.changing import OLD, clause, part, protocol, rule, with_clause, with_rule

MATERIAL: list[tuple[Protocol, str, str]] = [
    (part("organisation", name="Jansen BV"), "de naam is nu Jansen BV (was Bakkerij Jansen)",
     "the name is now Jansen BV (was Bakkerij Jansen)"),
    (part("organisation", people=41), "het aantal mensen is nu 41 (was 40)",
     "the number of people is now 41 (was 40)"),
    (part("organisation", sector="other"), "de sector is nu other (was shop)",
     "the sector is now other (was shop)"),
    (part("organisation", timezone="Europe/Berlin"),
     "de tijdzone is nu Europe/Berlin (was Europe/Amsterdam)",
     "the time zone is now Europe/Berlin (was Europe/Amsterdam)"),
    (part("organisation", aliases=("Jansen", "@jansen")), "hoe mensen ons noemen: nu ook ‘@jansen’",
     "how people call us: now also ‘@jansen’"),
    (part("organisation", brands=()), "onze merken: niet meer ‘Zonnebrood’",
     "our brands: no longer ‘Zonnebrood’"),
    (part("organisation", domains=("jansen.nl",)),
     "onze sites: nu ook ‘jansen.nl’; niet meer ‘bakkerijjansen.nl’",
     "our sites: now also ‘jansen.nl’; no longer ‘bakkerijjansen.nl’"),
    (protocol(languages=("nl",)), "de tekst is nu in het Nederlands", "the text is now in Dutch"),
    (protocol(languages=("en", "nl")), "de tekst is nu in het Engels en Nederlands",
     "the text is now in English and Dutch"),
    (protocol(values=OLD.values[:1]), "vervalt: Warmte", "gone: Warmth"),
    (protocol(values=OLD.values[::-1]), "de volgorde is anders", "the order is different"),
    (protocol(values=(*OLD.values, {"name": {"nl": "Lef", "en": "Nerve"},
     "online": {"nl": "Durf."}})),
     "nieuw: Lef", "new: Nerve"),
    (part("work_time", stance="breaks"),
     "nu: in de pauze en in eigen tijd (was: even kijken mag, als het werk er niet onder lijdt)",
     ("now: in breaks and in your own time "
      "(was: a quick look is fine as long as work does not suffer)")),
    (part("work_time", where=None), "waar het mag, is anders omschreven",
     "where it is fine is described differently"),
    (part("work_time", note={"nl": "Nu niet."}), "de toelichting is anders",
     "the note is different"),
    (part("accounts", professional=None), "er is geen voorbeeldnaam meer",
     "there is no model name any more"),
    (part("accounts", disclaimer={"nl": "Dit vind ik"}), "de regel ‘op eigen titel’ is anders",
     "the line ‘views are my own’ is different"),
    (part("retention", warning_months=6), "een waarschuwing geldt nu 6 maanden (was 12)",
     "a warning now holds for 6 months (was 12)"),
    (part("retention", listening_days=1), "wat klanten schrijven, bewaren we nu 1 dag (was 30)",
     "what customers write is kept for 1 day (was 30)"),
    (part("retention", acknowledgement_years_after_leaving=3),
     "dat je dit las, bewaren we na je vertrek nu nog 3 jaar (was 2)",
     "that you read this is kept after you leave for 3 years (was 2)"),
    (with_clause(ask=None), "noemt niemand meer voor vragen", "no longer names anybody to ask"),
    (with_clause(ask="press"), "vragen gaan nu naar `press`", "questions now go to `press`"),
    (with_clause(title={"nl": "Binnen", "en": "Inside"}), "heet anders", "has another title"),
    (with_clause(text={"nl": "Vraag het.", "en": "Ask."}), "zegt het anders",
     "is worded differently"),
    (with_clause(may=()), "vervallen bij ‘wat mag’: ‘Zeggen wat je werk is.’",
     "gone from ‘what may’: ‘Say what your job is.’"),
    (with_clause(may_not=(*OLD.clauses[1].may_not, {"nl": "Schelden.", "en": "Swear."})),
     "nieuw bij ‘wat niet mag’: ‘Schelden.’", "new under ‘what may not’: ‘Swear.’"),
    (with_clause(overruled={"L004": {"nl": "Daarom."}}),
     "er is anders besloten over de opmerking L004",
     "there is another decision on remark L004"),
    (with_rule(severity="stop"),
     "de regel `projects` is strenger: zegt nu ‘niet doen’ en zei eerst ‘eerst vragen’",
     "the rule `projects` is stricter: it now says ‘stop’ and used to say ‘ask first’"),
    (with_rule(severity="info"),
     "de regel `projects` is milder: zegt nu ‘goed om te weten’ en zei eerst ‘eerst vragen’",
     "the rule `projects` is milder: it now says ‘good to know’ and used to say ‘ask first’"),
    (with_rule(**{"as": None}),
     "de regel `projects` geldt nu ook voor werkaccounts en andere privéaccounts",
     "the rule `projects` now covers professional accounts and other private accounts too"),
    (with_rule(**{"as": ("corporate",)}),
     "de regel `projects` geldt niet meer voor privéaccounts waarop te zien is waar je werkt",
     "the rule `projects` no longer covers private accounts that show where you work"),
    (with_rule(networks=None), "de regel `projects` geldt nu op elk netwerk",
     "the rule `projects` now holds on every network"),
    (with_rule(networks=("linkedin", "mastodon")),
     "de regel `projects` geldt nu alleen op linkedin en mastodon",
     "the rule `projects` now holds only on linkedin and mastodon"),
    (with_rule(until=None), "de regel `projects` houdt niet meer vanzelf op",
     "the rule `projects` no longer ends by itself"),
    (with_rule(until=dt.date(2027, 5, 1)),
     "de regel `projects` geldt langer: tot 1 mei 2027 in plaats van 1 maart 2027",
     "the rule `projects` holds longer: until 1 May 2027 instead of 1 March 2027"),
    (with_rule(until=dt.date(2027, 2, 1)),
     "de regel `projects` geldt korter: tot 1 februari 2027 in plaats van 1 maart 2027",
     "the rule `projects` holds shorter: until 1 February 2027 instead of 1 March 2027"),
    (with_rule(message={"nl": "Nee."}), "de regel `projects` zegt het anders",
     "the rule `projects` says it differently"),
    (with_rule(advice=None), "de regel `projects` geeft ander advies",
     "the rule `projects` gives other advice"),
    (with_rule(kind="link"),
     "de regel `projects` let nu op iets anders: `link` in plaats van `terms`",
     "the rule `projects` now looks for something else: `link` instead of `terms`"),
    (with_rule(options=terms.Options(terms=("nieuw brood", "gist"))),
     "de regel `projects` heeft een andere lijst `terms`: nu ook ‘gist’",
     "the rule `projects` has another list `terms`: now also ‘gist’"),
    (with_rule(options=terms.Options(terms=("nieuw brood",), match="start")),
     "de regel `projects` heeft een andere instelling: `match` ‘start’ in plaats van ‘gewoon’",
     "the rule `projects` has another setting: `match` ‘start’ instead of ‘as usual’"),
    (with_rule(examples={"finds": ("Nieuw brood!", "Brood!"), "clear": ("Mooi weer.",)}),
     "de regel `projects` heeft 1 voorbeeld erbij dat wel telt: ‘Brood!’",
     "the rule `projects` has 1 more example that counts: ‘Brood!’"),
    (with_rule(examples={"finds": ("Nieuw brood!",)}),
     "de regel `projects` heeft 1 voorbeeld minder dat niet telt: ‘Mooi weer.’",
     "the rule `projects` has 1 fewer example that does not count: ‘Mooi weer.’"),
    (with_clause(rules=()), "de regel `projects` vervalt", "the rule `projects` is gone"),
    (with_clause(rules=(rule(), rule(id="other", severity="note"))),
     "nieuwe regel `other` (‘let op’)",
     "new rule `other` (‘take care’)"),
    (protocol(clauses=OLD.clauses[:2]), "dit artikel vervalt", "this clause is gone"),
    (protocol(clauses=(*OLD.clauses, clause("more"))), "nieuw artikel", "new clause"),
    (protocol(clauses=(OLD.clauses[0], OLD.clauses[2], OLD.clauses[1])),
     "staat nu op plaats 2 en stond op plaats 3", "is now number 2 and was number 3"),
]  # fmt: skip


@pytest.mark.parametrize(("new", "nl", "en"), MATERIAL, ids=lambda given: str(given)[:40])
def test_what_people_sign(new: Protocol, nl: str, en: str) -> None:
    compared = changes.compare(OLD, new)

    assert [item.says for item in compared.items] == [{"nl": nl, "en": en}]
    assert compared.material
    assert compared.items[0].material
    assert "Iedereen leest het opnieuw." in changes.render(compared, "nl")


FREE: list[tuple[Protocol, str, str]] = [
    (part("organisation", contacts=("030 765 43 21",)),
     "contactgegevens: nu ook ‘030 765 43 21’; niet meer ‘info@bakkerijjansen.nl’",
     "contacts: now also ‘030 765 43 21’; no longer ‘info@bakkerijjansen.nl’"),
    (part("edition", number="2028.1"), "nummer 2028.1 (was 2027.1)", "number 2028.1 (was 2027.1)"),
    (part("edition", in_force=dt.date(2028, 1, 1)), "geldt vanaf 1 januari 2028",
     "holds from 1 January 2028"),
    (part("edition", review_by=None), "er is geen dag om opnieuw te kijken",
     "there is no day of review"),
    (part("edition", representation={"body": "pvt", "consent": dt.date(2026, 11, 2)}),
     "namens het personeel: de personeelsvertegenwoordiging, akkoord op 2 november 2026",
     "for the staff: the staff representation, consent on 2 November 2026"),
    (part("people", manager={"name": "Noor", "reach": "030 1"}),
     "social media manager: Noor, 030 1 (was Sanne de Wit)",
     "social media manager: Noor, 030 1 (was Sanne de Wit)"),
    (part("people", press=None), "er is geen woordvoerder meer",
     "there is no press contact any more"),
    (part("people", press={"name": "Ali Kaya", "reach": "030 2"}),
     "Ali Kaya (woordvoerder) bereik je nu zo: 030 2",
     "Ali Kaya (press contact) can now be reached at: 030 2"),
    (part("people", confidant={"name": "Zorgzaam", "reach": "030 3"}),
     "vertrouwenspersoon: Zorgzaam, 030 3", "confidant: Zorgzaam, 030 3"),
    (part("people", leaders=()), "de leiding: –", "the leaders: –"),
    (protocol(lists={"rivals": OLD.lists["rivals"]}), "de lijst `projects` vervalt",
     "the list `projects` is gone"),
    (protocol(lists={**OLD.lists, "rivals": {"terms": ("Pietersen", "De Bruin")}}),
     "de lijst `rivals` heeft 1 nieuw woord: ‘De Bruin’",
      "the list `rivals` has 1 new term: ‘De Bruin’"),
    (protocol(lists={**OLD.lists, "rivals": {"terms": ("Pietersen",), "forms": ("plural",)}}),
     "de lijst `rivals` telt andere woordvormen mee",
      "the list `rivals` counts other forms of words"),
    (protocol(lists={**OLD.lists, "more": {"terms": ("A", "B")}}),
     "nieuwe lijst `more` met 2 woorden: ‘A’ en ‘B’", "new list `more` with 2 terms: ‘A’ and ‘B’"),
    (part("questions", answer_within_hours=1), "antwoord binnen 1 uur (was 8)",
     "an answer within 1 hour (was 8)"),
    (part("desk", four_eyes=False), "er leest geen tweede meer mee",
     "no second person reads along"),
    (part("desk", answer_within_hours=2), "antwoord binnen 2 uur (was 4)",
     "an answer within 2 hours (was 4)"),
    (part("desk", channels=("mastodon", "bluesky")), "kanalen: nu ook ‘bluesky’",
     "channels: now also ‘bluesky’"),
]  # fmt: skip


@pytest.mark.parametrize(("new", "nl", "en"), FREE, ids=lambda given: str(given)[:40])
def test_what_nobody_has_to_read_again(new: Protocol, nl: str, en: str) -> None:
    compared = changes.compare(OLD, new)

    assert [item.says for item in compared.items] == [{"nl": nl, "en": en}]
    assert not compared.material
    assert not compared.items[0].material


@pytest.mark.parametrize(("new", "nl", "en"), MATERIAL + FREE, ids=lambda given: str(given)[:40])
def test_the_other_way_round_is_told_too(new: Protocol, nl: str, en: str) -> None:
    compared = changes.compare(new, OLD)

    assert compared.items
    assert compared.material == any(item.material for item in compared.items)
    assert compared.material == (text_hash(new) != text_hash(OLD))
