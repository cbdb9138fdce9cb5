"""Loading: what YAML tempts people into, what a file must never do, and where everything stands."""

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afspraak.diagnostics import LANGUAGES, Place
from afspraak.diagnostics.formats import text as text_format
from afspraak.diagnostics.lines import Lines
from afspraak.engine.kinds import terms
from afspraak.protocol import events, loader
from afspraak.protocol.model import Protocol
from protocol.assembling import KINDS, NETWORKS, Moments, codes, result, rule, whole


def _loaded(piece: str) -> Protocol:
    return result(whole(piece)).protocol


def _told(data: bytes | str) -> loader.UnableToLoad:
    with pytest.raises(loader.UnableToLoad) as caught:
        loader.load(data, kinds=KINDS, networks=NETWORKS)
    return caught.value


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026.1", "2026.1"),
        ("2026.10", "2026.10"),
        ('"2026.1"', "2026.1"),
        ("1e3", "1e3"),
        ("0x10", "0x10"),
        ("2027-01-01", "2027-01-01"),
        ("12:30", "12:30"),
        ("no", "no"),
        ("Null", "Null"),
        ("1_000", "1_000"),
    ],
)
def test_edition_number_stays_as_written(written: str, meant: str) -> None:
    piece = f"edition: {{number: {written}, in_force: 2027-01-01, representation: {{body: none}}}}"

    assert _loaded(piece).edition.number == meant


@pytest.mark.parametrize("written", ["030 123 45 67", "0301234567", "+31301234567", "0800-1234"])
def test_telephone_number_without_quotes_stays_as_written(written: str) -> None:
    manager = _loaded(f"people:\n  manager: {{name: Jan, reach: {written}}}").people.manager

    assert manager.reach == written


@pytest.mark.parametrize("written", ["no", "nee", "on", "y", "true", "NO", "off"])
def test_word_that_yaml_takes_for_yes_or_no_stays_a_word(written: str) -> None:
    loaded = _loaded(f"lists:\n  words: {{terms: [{written}]}}")

    assert loaded.lists["words"].terms == (written,)


@pytest.mark.parametrize(
    ("written", "meant"), [("true", True), ("yes", True), ("no", False), ("False", False)]
)
def test_yes_or_no_is_read_where_one_is_wanted(written: str, meant: bool) -> None:
    loaded = _loaded(f"lists:\n  words: {{confidential: {written}, terms: [a]}}")

    assert loaded.lists["words"].confidential is meant


@pytest.mark.parametrize("written", ["1.200", "1,200", "4.0", "1_000", "veertig", "4e1", "٤٠"])
def test_number_that_may_be_read_in_two_ways_is_refused(written: str) -> None:
    assert codes(whole(f'organisation: {{name: Jansen, people: "{written}"}}')) == ["P035"]


@pytest.mark.parametrize("written", ["86400", "2027", "2027-1-1", "20270101", "2027-01-01T10:00"])
def test_date_in_another_form_is_refused(written: str) -> None:
    piece = f"edition: {{number: a, in_force: {written}, representation: {{body: none}}}}"

    assert codes(whole(piece)) == ["P039"]


def test_plain_text_is_in_the_first_language() -> None:
    loaded = result(whole("languages: [en, nl]"))

    assert loaded.protocol.clauses[0].title == {"en": "Eerst jouw rechten"}
    assert [(each.code, each.level) for each in loaded.diagnostics] == [("P055", "tip")]


def test_options_of_a_rule_become_the_options_of_its_kind() -> None:
    text = rule("kind: moments, from_time: 9:30, first: 2027-03-01, most: 4, days: [friday]")

    loaded = result(text).protocol.clauses[0].rules[0]

    assert loaded.options == Moments(
        from_time=dt.time(9, 30), first=dt.date(2027, 3, 1), most=4, days=("friday",)
    )


def test_keys_of_every_rule_are_not_options() -> None:
    text = rule("kind: terms, terms: [x], as: [private], networks: [linkedin], until: 2027-03-01")

    loaded = result(text).protocol.clauses[0].rules[0]

    assert loaded.options == terms.Options(terms=("x",))
    assert loaded.as_ == ("private",)
    assert loaded.networks == ("linkedin",)
    assert loaded.until == dt.date(2027, 3, 1)


@pytest.mark.parametrize("key", ["options", "as_", "model_config"])
def test_names_of_the_program_are_no_keys_of_the_file(key: str) -> None:
    assert codes(rule(f"kind: terms, terms: [x], {key}: {{}}")) == ["P031"]


def test_any_network_is_taken_when_none_are_given() -> None:
    text = rule("kind: terms, terms: [x], networks: [anything]")

    assert loader.load(text, kinds=KINDS).clauses[0].rules[0].networks == ("anything",)


def test_bytes_with_byte_order_mark_load_as_text_without() -> None:
    text = whole("")

    assert loader.load(b"\xef\xbb\xbf" + text.encode(), kinds=KINDS) == loader.load(
        text, kinds=KINDS
    )


def test_json_loads_too_with_its_escapes() -> None:
    piece = 'organisation: {"name": "Bakkerij \\ud83e\\udd50", "people": 40}'

    assert _loaded(piece).organisation.name == "Bakkerij 🥐"


def test_windows_line_ends_give_the_same_protocol_and_places() -> None:
    text = whole("work_time:\n  stance: reasonable\n  note: |\n    Even kijken\n    mag.\n")
    windows = text.replace("\n", "\r\n")

    assert result(windows).protocol == result(text).protocol
    assert _told(windows.replace("reasonable", "x")).diagnostics[0].place == Place(
        "protocol.yaml", 2, 11, 2, 12
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "P006"),
        (b"\n \n", "P006"),
        (b"# only a remark\n", "P006"),
        (b"---\n", "P006"),
        (b"~\n", "P006"),
        (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "P004"),
        (b"PK\x03\x04rest", "P004"),
        (b"\x89PNG\r\n\x1a\n", "P004"),
        (b"afspraak: 1\x00", "P004"),
        (bytes(range(1, 256)), "P005"),
        ("afspraak: 1".encode("utf-16"), "P005"),
        ("afspraak: 1".encode("utf-32"), "P005"),
        ("naam: Café".encode("cp1252"), "P005"),
        ("afspraak: 1\nnaam: a\x07b", "P008"),
        ("afspraak: \ud800", "P008"),
        ("just a sentence", "P034"),
        ("- a\n- b", "P034"),
        ("42", "P034"),
        ("a: " + "x" * 20_000, "P020"),
        ("%YAML 9.9.9\n---\nafspraak: 1", "P007"),
    ],
)
def test_what_is_no_protocol_is_told_by_code(data: bytes | str, code: str) -> None:
    assert codes(data) == [code]


def test_place_of_a_byte_that_is_no_utf8_is_told() -> None:
    (told,) = _told(b"\xef\xbb\xbfafspraak: 1\nnaam: Caf\xe9\n").diagnostics

    assert told.place == Place("protocol.yaml", 2, 10, 2, 11)


@pytest.mark.parametrize("version", ["2", "1.0", "one", '"1 "'])
def test_other_format_is_all_that_is_told(version: str) -> None:
    assert codes(f"afspraak: {version}\nother: things\n") == ["P030"]


def test_format_may_stand_between_quotes() -> None:
    assert codes(whole('afspraak: "1"')) == []


@pytest.mark.parametrize(
    ("piece", "code"),
    [
        (f"organisation: {{name: {'x ' * 300}, people: 4}}", "P042"),
        ("languages: []", "P043"),
        ("clauses: []", "P043"),
        ("lists: {words: {terms: [a, ]}}", ""),
        ("lists: {words: {terms: [a, '']}}", "P033"),
        ("lists: {words: {terms: [a, ~]}}", "P033"),
        ("lists:\n  words:\n    terms:\n      - a\n      -\n", "P033"),
        ("people: {manager: {name: Jan}, press: }", ""),
        ("lists:", "P033"),
        ("work_time: {stance: open, note: ' '}", "P033"),
        ("work_time: {stance: open, note: {}}", "P033"),
    ],
)
def test_too_much_or_too_little_is_told(piece: str, code: str) -> None:
    assert codes(whole(piece)) == [code] * bool(code)


def test_languages_of_which_one_too_many_are_told() -> None:
    assert "P044" in codes(whole("languages: [nl, en, nl]"))


def test_time_of_day_that_is_none_is_told() -> None:
    assert codes(rule("kind: moments, from_time: 24:00")) == ["P040"]


def test_same_slip_in_three_places_is_told_three_times_with_the_rest() -> None:
    piece = "organisation:\n  name: @jansen\n  people: 0\n  aliases: [@jansen, `jansen`]\n"

    assert codes(whole(piece)) == ["P010", "P036", "P010", "P010"]


def test_hundreds_of_problems_are_cut_off_with_their_number() -> None:
    piece = "".join(f"key{number}: 1\n" for number in range(loader.MAX_PROBLEMS + 50))
    told = _told(whole(piece)).diagnostics

    assert len(told) == loader.MAX_PROBLEMS + 1
    assert (told[-1].code, told[-1].problem["en"][:20]) == ("P058", "there are 50 more pr")


@pytest.mark.parametrize(
    "data",
    [
        b"a: " + b"x" * 50_000_000,
        "lol0: &lol0 [lol, lol]\n"
        + "".join(f"lol{i}: &lol{i} [{', '.join([f'*lol{i - 1}'] * 9)}]\n" for i in range(1, 12)),
        "a: " + "[" * 500_000,
        "".join(" " * depth + "a:\n" for depth in range(1200)),
        "? " * 400_000,
        "!" * 1_900_000,
        "{" + "a: b," * 2_000 + "}",
        "'" * 1_900_000,
    ],
    ids=["50 MB", "laughs", "brackets", "steps", "marks", "tags", "pairs", "quotes"],
)
def test_file_meant_to_hang_is_refused_at_once(data: bytes | str) -> None:
    started = time.process_time()

    assert codes(data)
    # Measured at 0.02 to 0.3 s; what it guards against takes minutes, and a machine may be busy.
    assert time.process_time() - started < 10


def test_file_with_more_values_than_may_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = whole("lists: {words: {terms: [a, b, c]}}")
    assert codes(text) == []

    monkeypatch.setattr(events, "MAX_VALUES", 30)

    assert codes(text) == ["P021"]


def test_places_point_at_texts_keys_and_nearest_parents() -> None:
    text = rule("kind: terms, terms: [x]")
    places = result(text).places
    lines = Lines.of(text, file="protocol.yaml")

    def cut(place: Place) -> str:
        assert place.line == place.end_line
        return lines.line(place.line)[place.column - 1 : place.end_column - 1]

    assert cut(places.of(("clauses", 0, "rules", 0, "id"))) == "one"
    assert cut(places.of(("clauses", 0, "rules", 0))) == "id"
    assert cut(places.of(("clauses", 0, "rules"))) == "rules"
    assert cut(places.of(("clauses", 0, "rules", 0, "message", "nl"))) == "id"
    assert cut(places.of(("clauses", 9))) == "clauses"
    assert cut(places.of_key(("clauses", 0, "rules", 0, "severity"))) == "severity"
    assert cut(places.of(())) == "clauses"


def test_problems_come_in_the_order_of_the_file() -> None:
    piece = (
        "retention: {warning_months: 0}\nwork_time: {stance: x, foo: 1}\nlists: {A: {terms: []}}\n"
    )
    told = _told(whole(piece)).diagnostics

    assert [each.code for each in told] == ["P036", "P037", "P031", "P041", "P043"]
    assert list(told) == sorted(told, key=lambda each: each.place)


_VALID = rule(
    'kind: terms, terms: ["een", twee], message: {nl: "Dit: niet.", en: No.}, until: 2027-03-01'
).replace("text: Gewoon.", "text: |\n      Gewoon 🥐.\n")


@given(data=st.data())
def test_mutated_file_never_crashes_and_is_never_blamed_outside_itself(data: st.DataObject) -> None:
    content = _VALID.encode()
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 30)))
        piece = data.draw(
            st.sampled_from(
                [b"", b"\t", b"\n", b"  ", b": ", b"- ", b"[", b"}", b'"', b"'", b"*a ", b"&a ",
                 b"!x ", b"@", b"%", b"? ", b"| ", b"#", b"---\n", b"\xff", b"\r", b"<<: ", b"~"]
            )
            | st.binary(max_size=4)
            | st.text(max_size=4).map(lambda text: text.encode("utf-8", "surrogatepass"))
        )  # fmt: skip
        content = content[:start] + piece + content[end:]
    try:
        told = loader.load_result(content, kinds=KINDS).diagnostics
    except loader.UnableToLoad as unable:
        told = unable.diagnostics
        assert any(each.level == "error" for each in told)

    text = content.decode("utf-8", "replace").removeprefix("\ufeff")
    lines = Lines.of(text, file="protocol.yaml")
    for each in told:
        for place in (each.place, *(place for place, _ in each.also)):
            assert 1 <= place.line <= place.end_line <= len(lines.starts)
            assert 1 <= place.column <= len(lines.line(place.line)) + 3
            assert (place.line, place.column) <= (place.end_line, place.end_column)
    for lang in LANGUAGES:
        assert bool(text_format.render(told, sources={"protocol.yaml": text}, lang=lang)) == bool(
            told
        )
