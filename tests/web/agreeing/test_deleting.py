"""What goes after its term, and what stays when a name goes."""

from afspraak.decisions.agreeing import Answer, State
from afspraak.web.agreeing import operations, queries
from afspraak.web.editions.queries import EditionRow
from web.agreeing.walking import (
    DAY,
    TODAY,
    Cast,
    text_hash,
    walk,
)
from web.conftest import NOW
from web.editions.files import (
    OTHER_TEXT,
    with_number,
)


def test_files_that_nobody_offered_go_and_what_was_offered_stays(
    edition: EditionRow, cast: Cast
) -> None:
    looked_at = walk(cast, State.DRAFT)
    offered = walk(cast, State.OFFERED, source=with_number("2027.2", OTHER_TEXT))
    operations.take_back(proceeding=offered, reason="", now=NOW, actor=cast.editor.pk)

    assert operations.delete_old_drafts(NOW + 29 * DAY) == []
    assert operations.delete_old_drafts(NOW + 30 * DAY) == [f"file {looked_at} 2026-11-23"]
    assert [row.id for row in queries.summaries()] == [offered]


def test_a_letter_goes_two_years_after_the_edition_was_replaced(
    edition: EditionRow, cast: Cast
) -> None:
    key = walk(cast, State.WITH_REPRESENTATION)
    letter = queries.LetterFile("brief.pdf", b"%PDF-1.7 %%EOF")
    operations.record_answer(
        proceeding=key,
        text_hash=text_hash(key),
        answer=Answer.CONSENT,
        on=TODAY,
        now=NOW,
        actor=cast.representative.pk,
        letter=letter,
    )
    [outcome] = queries.outcomes(key)
    assert queries.letter(key, outcome.id) == letter
    operations.withdraw(proceeding=key, reason="Toch niet.", now=NOW, actor=cast.editor.pk)

    assert operations.delete_old_letters(NOW + 729 * DAY) == []
    assert len(operations.delete_old_letters(NOW + 730 * DAY)) == 1
    assert queries.letter(key, outcome.id) is None
    assert queries.outcomes(key)[0].answer == "consent"


def test_a_name_goes_and_what_was_agreed_stays(edition: EditionRow, cast: Cast) -> None:
    key = walk(cast, State.IN_FORCE)
    done = {(row.number, row.step, row.says) for row in queries.done_by(cast.editor)}
    assert done == {("2027.1", "ask", "Graag instemming."), ("2027.1", "offer", "")}

    assert operations.erase(cast.editor, NOW) == 2

    row = queries.proceeding(key)
    assert row
    assert (row.state, row.offered_by, queries.done_by(cast.editor)) == ("in-force", "", [])
