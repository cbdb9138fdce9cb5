from typing import Any

import pytest

from afspraak.documents.supplement import judging, plain_reading
from afspraak.documents.supplement.judgement import Certainty, ClauseJudgement, Status
from afspraak.documents.supplement.points import points
from documents.supplement import existing

WHO_SPEAKS = (
    "Alleen de bestuurder en de adviseur communicatie spreken namens De Lindehof met de pers."
)


@pytest.mark.parametrize("name", existing.EXPECTED)
def test_at_least_eight_of_ten_clauses_are_judged_as_a_careful_reader_does(name: str) -> None:
    about: dict[str, Any] = existing.EXPECTED[name]
    truth = {
        clause: status
        for status in ("covered", "partly", "contradicted")
        for clause in about[status]
    }

    judged = existing.judged(name)

    right = sum(each.status == truth.get(each.clause, "missing") for each in judged)
    assert right / len(judged) >= 0.8


def test_what_the_reader_names_is_in_the_protocol() -> None:
    for about in existing.EXPECTED.values():
        known = {clause.id for clause in existing.protocol(about["answers"]).clauses}
        assert {*about["covered"], *about["partly"], *about["contradicted"]} <= known


@pytest.mark.parametrize("answers", ["bakery", "care", "listed", "municipality"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_clause_of_the_library_makes_at_least_one_of_its_points(answers: str, lang: str) -> None:
    for clause in existing.protocol(answers).clauses:
        one = clause.model_copy(
            update={
                "text": {lang: clause.text["nl" if lang == "nl" else "en"]},
                "title": {lang: clause.title["nl" if lang == "nl" else "en"]},
            }
        )
        made = judging.points_of(one)
        assert made
        assert {point.clause for point in made} == {clause.id}


def test_every_clause_of_the_library_has_points_and_every_point_a_clause() -> None:
    known = {
        clause.id
        for answers in ("bakery", "care", "listed", "municipality")
        for clause in existing.protocol(answers).clauses
    }

    assert known == set(points())


def test_a_passage_is_quoted_with_where_it_stands() -> None:
    spoken = _of("care-home", "spokespeople")

    assert (spoken.status, spoken.certainty) == (Status.COVERED, Certainty.HIGH)
    assert [(quote.text, quote.where["nl"], quote.where["en"]) for quote in spoken.quotes] == [
        (
            WHO_SPEAKS,
            "artikel 8, alinea 1",
            "section 8, paragraph 1",
        ),
        (
            "Krijg je een journalist aan de lijn, verwijs dan door naar de afdeling communicatie.",
            "artikel 8, alinea 1",
            "section 8, paragraph 1",
        ),
    ]


def test_what_is_only_partly_there_says_what_is_not() -> None:
    safety = _of("construction", "account-safety")

    assert safety.status is Status.PARTLY
    assert [point.key for point in safety.missing] == ["account-safety.two-steps"]


def test_a_contradiction_quotes_the_passage_and_has_a_way_out() -> None:
    incident = _of("construction", "incident")

    assert incident.status is Status.CONTRADICTED
    assert [(each.quote.where["nl"], each.code) for each in incident.contradictions] == [
        ("artikel 9.1", "L009"),
        ("artikel 9.2", "L009"),
    ]
    assert all(each.problem and each.way_out for each in incident.contradictions)


def test_what_says_the_opposite_is_no_proof_that_a_point_is_made() -> None:
    rights = _of("wholesaler", "rights")

    pay = next(point for point in rights.points if point.key == "rights.pay")
    assert rights.status is Status.CONTRADICTED
    assert pay.quotes == ()


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("Medewerkers laten zich niet negatief uit over de werkgever.", "rights"),
        ("Medewerkers mogen geen account hebben op Facebook.", "rights"),
        ("Privéberichten over het werk worden vooraf ter goedkeuring voorgelegd.", "rights"),
        ("De hoogte van het loon is geheim.", "rights"),
        ("Misstanden worden eerst intern gemeld bij de leidinggevende.", "rights"),
        ("Bij een overtreding volgt automatisch een boete.", "incident"),
        ("De werkgever kan deze regeling eenzijdig wijzigen.", "version"),
        ("Iedere medewerker deelt wekelijks een bericht van het bedrijf.", "sharing"),
        ("Social media zijn te allen tijde verboden, ook in de pauze.", "work-time"),
        ("De werkgever is gerechtigd de privéaccounts van werknemers te bekijken.", "checking"),
        ("De beheerder kan de openbare profielen van medewerkers bekijken.", "checking"),
        ("De beheerder mag zonder aankondiging elke mailbox inzien.", "checking"),
    ],
)
def test_a_ban_beyond_what_is_fair_contradicts_one_clause(sentence: str, clause: str) -> None:
    document = plain_reading.read_text(f"{sentence}\n".encode())

    judged = judging.judge(document, existing.protocol("bakery"))

    assert [each.clause for each in judged if each.status is Status.CONTRADICTED] == [clause]


@pytest.mark.parametrize(
    "sentence",
    [
        "Medewerkers mogen kritiek hebben op de werkgever.",
        "Je mag vertellen wat je verdient.",
        "We zullen openbare profielen van medewerkers nooit bekijken.",
        "De beheerder mag geen mailbox zonder aankondiging inzien.",
        "Social media zijn tijdens het werk verboden, in de pauze ben je vrij.",
        "Bij een overtreding kan na een gesprek een waarschuwing volgen.",
    ],
)
def test_what_is_fair_contradicts_nothing(sentence: str) -> None:
    document = plain_reading.read_text(f"{sentence}\n".encode())

    judged = judging.judge(document, existing.protocol("bakery"))

    assert [each.clause for each in judged if each.status is Status.CONTRADICTED] == []


def test_a_clause_of_ones_own_is_judged_by_the_points_its_words_make() -> None:
    bakery = existing.load((existing.EXAMPLES / "bakery.yaml").read_bytes())
    own = next(clause for clause in bakery.clauses if clause.id == "speak-for-yourself")

    assert {point.key for point in judging.points_of(own)} == {
        "own-view.own-title",
        "spokespeople.press",
        "spokespeople.who",
    }


def test_a_clause_nobody_knows_is_judged_by_its_meaning_and_says_that_it_is_unsure() -> None:
    text = {
        "nl": "De hond van de baas mag nooit in het magazijn slapen.",
        "en": "The boss's dog may never sleep in the warehouse.",
    }
    bakery = existing.load((existing.EXAMPLES / "bakery.yaml").read_bytes())
    dog = bakery.clauses[1].model_copy(update={"id": "dog", "title": text, "text": text})
    protocol = bakery.model_copy(update={"clauses": (dog,)})

    here = plain_reading.read_text(b"In het magazijn mag de hond van de baas nooit slapen.\n")
    elsewhere = plain_reading.read_text(b"Wachtwoorden zijn persoonlijk en geheim.\n")

    found, missed = judging.judge(here, protocol)[0], judging.judge(elsewhere, protocol)[0]
    assert (found.status, found.certainty) == (Status.COVERED, Certainty.LOW)
    assert (missed.status, missed.certainty) == (Status.MISSING, Certainty.LOW)


def test_progress_is_told_up_to_the_last_sentence() -> None:
    told: list[tuple[int, int]] = []
    document = existing.document("construction.docx")

    judging.judge(
        document,
        existing.protocol("bakery"),
        progress=lambda done, total: told.append((done, total)),
    )

    assert told[-1][0] == told[-1][1] > 0


def _of(name: str, clause: str) -> ClauseJudgement:
    return next(each for each in existing.judged(name) if each.clause == clause)
