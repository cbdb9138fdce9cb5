"""Every way to go wrong: exit code 2, nothing on stdout, and a way out on stderr."""

import json
from pathlib import Path

import pytest

from cli.invoking import BAKERY, run

P = ("-p", str(BAKERY))
WRONG = [
    # the command, then what stderr says in English and in Dutch
    (("check", "x", "-p", "none.yaml"), "P001 error", "P001 fout"),
    (("check", "x"), "no protocol.yaml in this folder", "geen protocol.yaml in deze map"),
    (("check", "x", "-p", "."), "no protocol.yaml in .", "geen protocol.yaml in ."),
    (("check", "x", "-f", "y", *P), "a text and a file", "een tekst én een bestand"),
    (("check", "-f", "none.txt", *P), "it is not there", "dat is er niet"),
    (("check", "-f", ".", *P), "it is a folder", "dat is een map"),
    (("check", "x", "--at", "gisteren", *P), "not a time", "geen tijdstip"),
    (("check", "x", "--at", "0001-01-01", *P), "not a time", "geen tijdstip"),
    (("check", "x", "--network", "fidonet", *P), "choose from bluesky", "kies uit bluesky"),
    (("check", "-f", "latin.txt", *P), "latin.txt:2: this is not UTF-8", "is geen UTF-8"),
    (("check", "-f", "no.jsonl", *P), "no.jsonl:2: not JSON (character 1)", "geen JSON"),
    (("check", "-f", "text.jsonl", *P), "text.jsonl:1: `text` is missing", "`text` ontbreekt"),
    (("check", "-f", "as.jsonl", *P), "as.jsonl:1: `as` cannot be ‘boss’", "kan niet ‘boss’ zijn"),
    (("check", "-f", "net.jsonl", *P), "net.jsonl:1: I do not know", "ken ik niet"),
    (("check", "-f", "at.jsonl", *P), "at.jsonl:1: ‘5’ is not a time", "geen tijdstip"),
    (("check", "-f", "key.jsonl", *P), "key.jsonl:1: unknown: `tekst`", "onbekend: `tekst`"),
    (("check", "-f", "media.jsonl", *P), "`gps` cannot be this: 1", "`gps` kan dit niet zijn"),
    (("check", "-f", "deep.jsonl", *P), "deep.jsonl:1: not JSON", "geen JSON"),
    (("check", "x", "-p", "binary.yaml"), "P004 error", "P004 fout"),
    (("check", "x", "-p", "big.yaml"), "P003 error", "P003 fout"),
    (("check", "x", "-p", "broken.yaml"), "P012 error", "P012 fout"),
    (("check", "x", "-p", "kind.yaml"), "P046 error", "P046 fout"),
    (("account", "Fransie_69", "--network", "fidonet", *P), "choose from", "kies uit"),
    (("account", "Fransie_69", "-p", "none.yaml"), "P001 error", "P001 fout"),
    (("explain", "P99"), "I do not know ‘P99’", "‘P99’ ken ik niet"),
    (("explain", "respekt"), "`afspraak explain respect`", "bedoel je"),
    (("new", "--yes"), "--yes needs a name", "--yes heeft een naam nodig"),
    (("new", "--answers", "none.yaml"), "it is not there", "dat is er niet"),
    (("new",), "only be asked in a terminal", "alleen in een terminal"),
    (("new", "--answers", "answers.yaml"), "answers.yaml:2:1: sector:", "geen van de keuzes"),
    (("new", "--answers", "list.yaml"), "holds no answers", "bevat geen antwoorden"),
    (("new", "--answers", "broken.yaml"), "P012 error", "P012 fout"),
    (("new", "--yes", "--name", "X", "-o", "kind.yaml"), "exists already", "bestaat al"),
    (("new", "--yes", "--name", "X", "kind.yaml/x"), "cannot be made", "lukt niet"),
    (("protocol", "check", "none.yaml"), "P001 error", "P001 fout"),
    (("protocol", "test", "broken.yaml"), "P012 error", "P012 fout"),
    (("protocol", "diff", str(BAKERY), "broken.yaml"), "P012 error", "P012 fout"),
    (("protocol", "pack", "broken.yaml"), "P012 error", "P012 fout"),
    (("protocol", "handbook", str(BAKERY), "-o", "x.rtf"), "no form I know", "geen vorm"),
    (("protocol", "handbook", str(BAKERY), "-o", "no/x.md"), "cannot be written", "geschreven"),
    (("protocol", "schema", "-o", "no/x.json"), "cannot be written", "geschreven"),
    (("tour", "kind.yaml"), "kind.yaml", "kind.yaml"),
    (("completion", "tcsh"), "tcsh", "tcsh"),
    (("chek",), "chek", "chek"),
]


@pytest.fixture
def files(elsewhere: Path) -> Path:
    """Files that are each wrong in one way."""
    content = {
        "latin.txt": "Vers\nbr\xf6d".encode("latin-1"),
        "no.jsonl": b'{"text": "x"}\nniet\n',
        "text.jsonl": b'{"tekst": "x"}',
        "as.jsonl": b'{"text": "x", "as": "boss"}',
        "net.jsonl": b'{"text": "x", "network": ["x"]}',
        "at.jsonl": b'{"text": "x", "at": 5}',
        "key.jsonl": b'{"text": "x", "tekst": "y"}',
        "media.jsonl": b'{"text": "x", "media": [{"gps": 1}]}',
        "deep.jsonl": b"[" * 100_000,
        "binary.yaml": bytes(range(256)),
        "big.yaml": b"# x\n" * 12_500_000,
        "broken.yaml": b"name: 'x",
        "kind.yaml": BAKERY.read_bytes().replace(b"kind: protected", b"kind: protekted"),
        "answers.yaml": b"name: X\nsector: zee\nmanager: Sanne, s@x.nl\n",
        "list.yaml": b"- name\n",
    }
    for name, data in content.items():
        (elsewhere / name).write_bytes(data)
    return elsewhere


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.usefixtures("files")
def test_what_is_wrong_is_said_with_a_way_out(lang: str, files: Path) -> None:
    before = sorted(files.iterdir())
    for words, english, dutch in WRONG:
        result = run(*words, lang=lang, stdin="")

        assert result.exit_code == 2, words
        assert result.stdout == "", words
        assert (dutch if lang == "nl" else english) in result.stderr, (words, result.stderr)
        assert sorted(files.iterdir()) == before, words


def test_problems_of_a_protocol_come_in_the_form_asked_for(files: Path) -> None:
    as_json = run("protocol", "check", "kind.yaml", "--format", "json")
    as_sarif = run("protocol", "check", "none.yaml", "--format", "sarif")

    assert (as_json.exit_code, as_sarif.exit_code) == (2, 2)
    assert [each["code"] for each in json.loads(as_json.stdout)] == ["P046"]
    assert json.loads(as_sarif.stdout)["runs"][0]["results"][0]["ruleId"] == "P001"
    assert as_json.stderr == ""


def test_many_wrong_lines_are_told_together(elsewhere: Path) -> None:
    Path("x.jsonl").write_text('{"text": "x"}\n' + "niet\n" * 15)

    result = run("check", "-f", "x.jsonl", *P)

    assert "x.jsonl:11: not JSON" in result.stderr
    assert "x.jsonl:12" not in result.stderr
    assert "and 5 lines more" in result.stderr
