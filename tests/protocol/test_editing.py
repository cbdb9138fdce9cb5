"""A change of one part of a file: it is what was asked, and nothing else is different."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from afspraak.engine import kinds, networks
from afspraak.protocol import editing, loader
from afspraak.protocol.editing import UnableToEdit

DEMO = (Path(__file__).parents[2] / "src/afspraak/web/demo/protocol.yaml").read_text("utf-8")

FILE = """\
# Top remark
organisation: {name: Bakkerij, people: 40}  # who

languages: [nl, en]
lists:
  # secret
  projects: {confidential: true, terms: [A, 'B b']}
clauses:
  # about one
  - id: one
    title: {nl: Een, en: One}   # short
    text: |  # long
      Line 1.

      # no remark
      Line 3.
    may:
      - nl: 'It''s'
        en: "x"
    # remark inside one

  - id: two
    title: Twee
    text: >-
      folded words
      go on
    ask:
  # about three
  - id: three
    title:
      nl: Drie
      en: Three
    text: plain
      over lines
"""

_letters = st.characters(exclude_categories=["Cs", "Cc", "Co"])
_texts = st.one_of(
    st.text(_letters, max_size=40),
    st.lists(st.text(_letters, max_size=30), max_size=5).map("\n".join),
    st.sampled_from(
        [
            "",
            " ",
            "~",
            "null",
            "yes",
            "- a",
            "# a",
            "a: b",
            "a # b",
            "'",
            '"',
            "|",
            "&a",
            "*a",
            "!a",
            "{",
            "]",
            "a\n",
            "\na",
            " a\nb",
            "a\n  b\n c",
            "a\n\n\nb",
            "\u2028",
            "a\tb",
            "\ta",
            "word " * 60,
            "ab\n" * 5,
            "a\n \nb",
            "@x",
            "%",
            "é😀",
            "2027-01-01",
            "12",
        ]
    ),
)
_values = st.recursive(
    _texts | st.booleans() | st.integers(0, 10**6),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["nl", "en", "a-b", "on"]), inner, max_size=3),
    ),
    max_leaves=6,
)


def chunk(style: str) -> Callable[[str], str]:
    """An entry of a mapping in one of the ways that people write them."""
    ways = {
        "plain": "{key}: some words  # remark\n",
        "empty": "{key}:\n",
        "quoted": '# about {key}\n{key}: "a # b"\n\n',
        "single": "{key}: 'it''s'\n# behind\n\n",
        "lines": "{key}: words\n  go on\n",
        "literal": "{key}: |  # remark\n  one\n\n  # two\n\n",
        "folded": "{key}: >-\n  one\n  two\n",
        "flow": "{key}: {{nl: \"x\", en: [a, 'b']}}  # remark\n",
        "flow-lines": "{key}: [\n  a,  # first\n  b,\n]\n",
        "list": "{key}:\n  - a  # remark\n  # about b\n  - nl: b\n    en: |\n      c\n  # deep\n",
        "same-column": "{key}:\n- a\n- b\n",
        "mapping": "\n# about {key}\n{key}:  # remark\n  nl: a\n\n  en: b\n",
    }
    return lambda key: ways[style].format(key=key)


STYLES = [
    *("plain", "empty", "quoted", "single", "lines", "literal", "folded"),
    *("flow", "flow-lines", "list", "same-column", "mapping"),
]


@given(
    styles=st.lists(st.sampled_from(STYLES), min_size=1, max_size=5),
    at=st.integers(0, 4),
    value=_values,
    newline=st.sampled_from(["\n", "\r\n"]),
)
@example(styles=["literal", "plain"], at=0, value="a", newline="\n")
def test_set_touches_one_part_only(
    styles: list[str], at: int, value: editing.Value, newline: str
) -> None:
    at %= len(styles)
    chunks = [chunk(style)(f"k{i}").replace("\n", newline) for i, style in enumerate(styles)]
    text = "".join(chunks)
    result = _edited(text, f"k{at}", value)
    if result is None:
        # Only what stands behind a remark or between brackets over lines may be too tangled.
        assert styles[at] in {"flow-lines", "mapping", "list"}
        return
    before, after = "".join(chunks[:at]), "".join(chunks[at + 1 :])
    assert result.startswith(before)
    assert result.endswith(after)
    there = editing.read(text)
    assert isinstance(there, dict)
    now = editing.read(result)
    assert isinstance(now, dict)
    assert {key: each for key, each in now.items() if key != f"k{at}"} == {
        key: each for key, each in there.items() if key != f"k{at}"
    }
    assert is_as_asked(now.get(f"k{at}"), value)


def _edited(text: str, key: str, value: editing.Value) -> str | None:
    try:
        return editing.edit(text, {(key,): value})
    except UnableToEdit:
        return None


def is_as_asked(there: object, value: editing.Value) -> bool:
    """Told again, apart from the code: every text as it was given."""
    if isinstance(value, bool):
        return there in ({"true", "yes"} if value else {"false", "no"})
    if isinstance(value, int):
        return there == str(value)
    if isinstance(value, str):
        return isinstance(there, str) and there.rstrip("\n") == value.rstrip("\n")
    if isinstance(value, dict):
        return isinstance(there, dict) and all(
            is_as_asked(there.get(key), each) for key, each in value.items()
        )
    return (
        isinstance(there, list)
        and isinstance(value, list)
        and len(there) == len(value)
        and all(map(is_as_asked, there, value))
    )


@given(
    styles=st.lists(st.sampled_from(STYLES), min_size=2, max_size=5),
    at=st.integers(0, 4),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_removed_key_takes_nothing_along(styles: list[str], at: int, newline: str) -> None:
    at %= len(styles)
    chunks = [chunk(style)(f"k{i}").replace("\n", newline) for i, style in enumerate(styles)]
    text = "".join(chunks)
    there = editing.read(text)
    assert isinstance(there, dict)
    if styles[at] == "empty":
        # Left open and not there are the same to whoever reads the file.
        assert editing.remove(text, (f"k{at}",)) == text
        return
    result = editing.remove(text, (f"k{at}",))
    assert editing.read(result) == {k: v for k, v in there.items() if k != f"k{at}"}
    assert result.startswith("".join(chunks[:at]).rstrip("\r\n"))
    assert result.endswith("".join(chunks[at + 1 :]).lstrip("\r\n"))


@given(
    bodies=st.lists(
        st.sampled_from(
            [
                "title: x\n",
                "title: x  # remark\n",
                "text: |\n  a\n\n  # b\n",
                "text: >-\n  a\n  b\n\n",
                "rules:\n  - id: r\n    kind: terms\n  # deeper\n",
            ]
        ),
        min_size=2,
        max_size=5,
    ),
    remarks=st.lists(st.booleans(), min_size=5, max_size=5),
    what=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    newline=st.sampled_from(["\n", "\r\n"]),
)
def test_moved_item_keeps_every_byte(
    bodies: list[str], remarks: list[bool], what: tuple[int, int], newline: str
) -> None:
    pieces = []
    for i, body in enumerate(bodies):
        lines = [
            f"- id: c{i}",
            *(f"  {line}" if line else "" for line in body.rstrip().split("\n")),
        ]
        above = [f"# about c{i}"] if remarks[i] else []
        pieces.append("".join(f"  {line}\n" if line else "\n" for line in [*above, *lines]))
    text = ("clauses:\n" + "\n".join(pieces) + "end: 1\n").replace("\n", newline)
    start, to = what[0] % len(bodies), what[1] % len(bodies)
    result = editing.move(text, ("clauses", f"c{start}"), to)
    order = [*pieces]
    order.insert(to, order.pop(start))
    assert result == ("clauses:\n" + "\n".join(order) + "end: 1\n").replace("\n", newline)


def test_changes_stay_small() -> None:
    result = editing.edit(
        FILE,
        {
            ("clauses", "one", "title", "nl"): "Eén: de eerste",
            ("clauses", "one", "text"): "Nieuw.\n\n# kop",
            ("clauses", "two", "ask"): "manager",
            ("clauses", "three", "may_not"): [{"nl": "Niet.", "en": "Not."}],
            ("lists", "projects", "terms"): ["A", "B b", "C"],
            ("organisation", "people"): 41,
        },
    )
    assert result == (
        FILE.replace("{nl: Een, en: One}", '{nl: "Eén: de eerste", en: One}')
        .replace(
            "      Line 1.\n\n      # no remark\n      Line 3.\n", "      Nieuw.\n\n      # kop\n"
        )
        .replace("    ask:\n", "    ask: manager\n")
        .replace(
            "      over lines\n", '      over lines\n    may_not: [{nl: "Niet.", en: "Not."}]\n'
        )
        .replace("[A, 'B b']", "[A, 'B b', C]")
        .replace("people: 40", "people: 41")
    )


def test_clause_comes_goes_and_comes_back() -> None:
    clause: editing.Value = {"id": "new", "title": {"nl": "Nieuw", "en": "New"}, "text": "a\n\nb"}
    more = editing.insert(FILE, ("clauses",), 1, clause)
    there = editing.read(more)
    assert isinstance(there, dict)
    assert [each["id"] for each in there["clauses"]] == ["one", "new", "two", "three"]  # type: ignore[index, union-attr, call-overload]
    assert editing.remove(more, ("clauses", "new")) == FILE


def test_untouched_file_is_the_same_file() -> None:
    there = editing.read(DEMO)
    assert isinstance(there, dict)
    assert editing.edit(DEMO, {(key,): each for key, each in there.items()}) == DEMO


def test_real_file_loads_with_what_was_set() -> None:
    text = editing.edit(
        DEMO,
        {
            ("clauses", "confidential", "title", "nl"): "Wat binnen blijft: álles",
            ("clauses", "confidential", "rules", "sensitive", "severity"): "note",
            ("work_time", "note"): {"nl": "Even mag.", "en": "A moment is fine."},
        },
    )
    given = {"kinds": kinds.options_of_kinds(), "networks": networks.names()}
    protocol = loader.load(text, **given)  # type: ignore[arg-type]
    clause = next(each for each in protocol.clauses if each.id == "confidential")
    assert clause.title["nl"] == "Wat binnen blijft: álles"
    assert [rule.severity for rule in clause.rules] == ["stop", "note", "ask", "stop"]
    assert protocol.work_time.note == {"nl": "Even mag.", "en": "A moment is fine."}
    assert len(text.splitlines()) == len(DEMO.splitlines()) + 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "The file is empty."),
        ("a: [1\nb: 2\n", "not right near line 2"),
        ("a: &x 1\nb: *x\n", "Line 1 has a reference"),
        ("a: !x 1\n", "Line 1 has a reference"),
        ("a: 1\n---\nb: 1\n", "A second document begins"),
        ("a: 1\na: 2\n", "`a` on line 2 is there twice"),
        ("? [a]\n: 1\n", "a key that is no word"),
        ("a: " + "[" * 30 + "]" * 30, "too many parts"),
    ],
)
def test_file_that_no_form_can_write_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnableToEdit) as refused:
        editing.edit(text, {("c",): "x"})
    assert says in refused.value.text["en"]
    assert set(refused.value.text) == {"nl", "en"}


def test_value_that_no_file_can_hold_is_refused() -> None:
    with pytest.raises(UnableToEdit, match=r"U\+0000"):
        editing.edit(FILE, {("clauses", "one", "title", "nl"): "a\x00b"})


def test_part_that_is_gone_is_told() -> None:
    with pytest.raises(UnableToEdit, match="clauses/four"):
        editing.edit(FILE, {("clauses", "four", "title"): "x"})
    with pytest.raises(UnableToEdit, match="clauses/four"):
        editing.remove(FILE, ("clauses", "four"))


def test_piece_goes_out_and_in_with_its_remarks() -> None:
    path = ("clauses", "two")
    piece = editing.piece(FILE, path)
    assert piece == "id: two\ntitle: Twee\ntext: >-\n  folded words\n  go on\nask:\n"
    assert editing.put_piece(FILE, path, piece) == FILE
    assert editing.put_piece(FILE, path, piece + "# more\nmay: [a]\n") == FILE.replace(
        "    ask:\n", "    ask:\n    # more\n    may: [a]\n"
    )


def test_each_rule_of_a_real_file_goes_out_and_in() -> None:
    there = editing.read(DEMO)
    for clause in editing.value_at(there, ("clauses",)):  # type: ignore[attr-defined]
        for rule in clause.get("rules", [])[:1]:
            path = ("clauses", clause["id"], "rules", rule["id"])
            piece = editing.piece(DEMO, path)
            assert editing.read(piece) == rule
            assert editing.put_piece(DEMO, path, piece) == DEMO


def test_piece_that_is_no_yaml_is_refused() -> None:
    for wrong, says in (("a: [", "near line"), ("words", "keys"), ("a: 1\x00", "U\\+0000")):
        with pytest.raises(UnableToEdit, match=says):
            editing.put_piece(FILE, ("clauses", "two"), wrong)


def test_place_leads_to_its_part() -> None:
    lines = FILE.split("\n")
    line = lines.index("      Line 3.") + 1
    title = lines.index("    title: Twee") + 1
    assert editing.paths_at(FILE, [(line, 7), (title, 12), (1, 1), (2, 16)]) == [
        ("clauses", 0, "text"),
        ("clauses", 1, "title"),
        (),
        ("organisation", "name"),
    ]
    assert editing.paths_at("a: [", [(1, 1)]) == [()]
