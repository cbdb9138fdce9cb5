"""What is put ready and offered to those who agree: with reasons, or not at all."""

import pytest

from afspraak.protocol.problems import UnableToLoad
from afspraak.web.agreeing import operations, queries
from afspraak.web.editions.judging import UnableToComeIntoForce
from afspraak.web.editions.queries import EditionRow
from web.agreeing.walking import (
    Cast,
    refused,
    state,
    text_hash,
)
from web.conftest import NOW
from web.editions.files import (
    NEXT,
    OTHER_PERSON,
    OTHER_TEXT,
    UNFAIR,
    WRONG_EXAMPLE,
    with_number,
)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (with_number("2027.1", UNFAIR), "L009"),
        (with_number("2027.1", WRONG_EXAMPLE), "example"),
        (OTHER_TEXT, "number"),
    ],
)
def test_what_blocks_is_not_offered(
    edition: EditionRow, cast: Cast, source: bytes, code: str
) -> None:
    with pytest.raises(UnableToComeIntoForce) as blocked:
        operations.offer(source=source, now=NOW, actor=cast.editor.pk)
    assert [each.code for each in blocked.value.diagnostics] == [code]
    assert queries.summaries() == []

    key = operations.put_ready(source=source, now=NOW, actor=cast.editor.pk)
    with refused("errors"):
        operations.offer_text(
            proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk
        )


def test_a_file_that_cannot_be_read_is_not_put_ready(edition: EditionRow, cast: Cast) -> None:
    with pytest.raises(UnableToLoad):
        operations.put_ready(source=b"afspraak: 1\nname: x\n", now=NOW, actor=None)

    assert queries.summaries() == []


def test_what_only_changes_names_needs_no_agreeing(edition: EditionRow, cast: Cast) -> None:
    with refused("nothing-new"):
        operations.offer(source=OTHER_PERSON, now=NOW, actor=cast.editor.pk)


def test_a_passage_stays_for_a_reason_that_is_kept(edition: EditionRow, cast: Cast) -> None:
    source = with_number("2027.1", UNFAIR)
    key = operations.put_ready(source=source, now=NOW, actor=cast.editor.pk)
    before = text_hash(key)

    operations.overrule(
        proceeding=key,
        clause="rights",
        code="L009",
        reason="De cao schrijft dit voor.",
        now=NOW,
        actor=cast.editor.pk,
    )

    assert text_hash(key) != before
    row = queries.OverruledRow(1, "rights", "L009", "De cao schrijft dit voor.", NOW, "Henk Mulder")
    assert queries.overruled(key) == [row]
    with refused("text-changed"):
        operations.offer_text(proceeding=key, text_hash=before, now=NOW, actor=cast.editor.pk)
    operations.offer_text(proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk)
    assert state(key) == "offered"
    with refused("state-offered"):
        operations.overrule(
            proceeding=key, clause="rights", code="L009", reason="x", now=NOW, actor=None
        )

    # The reason goes along to a next text, as long as the clause says the same.
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)
    operations.replace_text(proceeding=key, source=source, now=NOW, actor=cast.editor.pk)
    assert [each.version for each in queries.overruled(key)] == [1, 2]
    operations.offer_text(proceeding=key, text_hash=text_hash(key), now=NOW, actor=cast.editor.pk)
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)
    other = source.replace(b"dismissed immediately.", b"dismissed at once.")
    operations.replace_text(proceeding=key, source=other, now=NOW, actor=cast.editor.pk)
    assert [each.version for each in queries.overruled(key)] == [1, 2]


def test_a_draft_goes_on_in_the_proposal_it_was_taken_back_to(
    edition: EditionRow, cast: Cast
) -> None:
    draft = cast.editor.pk  # any key
    key = operations.offer(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft)
    with refused("state-offered"):
        operations.put_ready(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft)
    operations.take_back(proceeding=key, reason="", now=NOW, actor=cast.editor.pk)

    assert operations.offer(source=NEXT, now=NOW, actor=cast.editor.pk, draft=draft) == key
    assert [row.version for row in queries.offers(key)] == [1, 2]
