import pytest

from afspraak.diagnostics import Lang
from afspraak.protocol import prose
from afspraak.protocol.readability import B1_PROXY, score, syllables

PLAIN_NL = """
Je mag schrijven wat je vindt, ook over je werk. Twijfel je? Vraag het dan eerst aan Sanne.

- Zij helpt je graag verder.
- Zij zegt nooit wat je moet vinden.
"""
STIFF_NL = (
    "Medewerkers dienen te allen tijde de vertrouwelijkheid van bedrijfsgevoelige informatie te "
    "waarborgen, met inachtneming van de toepasselijke privacywetgeving en de binnen de "
    "organisatie vastgestelde gedragsregels."
)
PLAIN_EN = """
You may write what you think, also about your work. Are you in doubt? Then ask Sanne first.

- She is glad to help you.
- She never says what you have to think.
"""
STIFF_EN = (
    "Employees are required to safeguard the confidentiality of commercially sensitive information "
    "at all times, with due observance of applicable privacy legislation and the behavioural "
    "regulations established within the organisation."
)


@pytest.mark.parametrize(("lang", "text"), [("nl", PLAIN_NL), ("en", PLAIN_EN)])
def test_plain_text_scores_above_the_proxy(lang: Lang, text: str) -> None:
    value = score(text, lang)

    assert value is not None
    assert value > B1_PROXY + 15


@pytest.mark.parametrize(("lang", "text"), [("nl", STIFF_NL), ("en", STIFF_EN)])
def test_official_language_scores_below_the_proxy(lang: Lang, text: str) -> None:
    value = score(text, lang)

    assert value is not None
    assert value < B1_PROXY - 30


def test_dutch_score_is_the_formula() -> None:
    text = (
        "De kat zit op de mat. De hond loopt in de tuin. Wij zien ze van het raam uit nu dan ook."
    )

    # 22 words, 3 sentences; only `van het raam uit …` has none of two syllables.
    assert score(text, "nl") == pytest.approx(206.84 - 77 * 22 / 22 - 0.93 * 22 / 3)


def test_english_score_is_the_formula() -> None:
    text = (
        "The cat sat on the mat. The dog ran in the park. We saw them from the door and then left."
    )

    assert score(text, "en") == pytest.approx(206.835 - 84.6 * 21 / 21 - 1.015 * 21 / 3)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_short_text_has_no_score(lang: Lang) -> None:
    assert score("Dit is te kort.", lang) is None
    assert score("", lang) is None


def test_marks_of_markdown_do_not_count() -> None:
    bare = PLAIN_EN.strip()
    marked = bare.replace("Sanne", "**[Sanne](https://voorbeeld.example/a/b?c=d)**").replace(
        "never", "_never_"
    )

    assert score(marked, "en") == score(bare, "en")


DUTCH = {
    "mag": 1, "bericht": 2, "medewerker": 4, "ijs": 1, "bijeenkomst": 3, "nieuws": 1, "eeuwig": 2,
    "mooie": 2, "fraaie": 2, "groeien": 2, "reünie": 3, "geïnteresseerd": 5, "zeeën": 2,
    "financiële": 5, "collega's": 3, "kopieer": 3, "januari": 4, "privacy": 3, "organisatie": 5,
    "vertrouwelijk": 4, "ĳsje": 2, "website": 2, "online": 2, "team": 1, "teamleider": 3, "OR": 2,
    "e-mail": 2, "2027": 1, "30": 1, "sanne@bakkerij.nl": 1, "café": 2, "quotum": 2, "auto": 2,
    "leeuw": 1, "knieën": 2, "beïnvloeden": 4, "upload": 2, "yoghurt": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), DUTCH.items())
def test_dutch_syllables(word: str, count: int) -> None:
    assert syllables(word, "nl") == count


ENGLISH = {
    "ask": 1, "make": 1, "makes": 1, "asked": 1, "wanted": 2, "boxes": 2, "changes": 2, "table": 2,
    "tables": 2, "people": 2, "social": 2, "media": 3, "colleague": 2, "information": 4,
    "agreement": 3, "confidential": 4, "doesn't": 2, "don't": 1, "isn't": 2, "employee": 3,
    "employees": 3, "something": 2, "being": 2, "saying": 2, "idea": 3, "customer": 3,
    "organisation": 5, "create": 2, "serious": 3, "while": 1, "safely": 2, "naïve": 2, "whistle": 2,
}  # fmt: skip


@pytest.mark.parametrize(("word", "count"), ENGLISH.items())
def test_english_syllables(word: str, count: int) -> None:
    assert syllables(word, "en") == count


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("Eén zin. En nog één!", ["Eén zin.", "En nog één!"]),
        (
            "Bijv. een foto, d.w.z. een plaatje. Klaar.",
            ["Bijv. een foto, d.w.z. een plaatje.", "Klaar."],
        ),
        ("# Kop\nTekst eronder", ["Kop", "Tekst eronder"]),
        ("- eerste\n- tweede\n", ["eerste", "tweede"]),
        ("1. eerste\n2. tweede", ["eerste", "tweede"]),
        ("Een zin die\ndoorloopt. Nog een.", ["Een zin die\ndoorloopt.", "Nog een."]),
        ("Alinea\n\nAlinea", ["Alinea", "Alinea"]),
        ("Vraag het **Sanne**. ‘Mag dit?’ Ja.", ["Vraag het   Sanne  .", "‘Mag dit?’", "Ja."]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("Zie art. 3.2 en nr. 4. Dan verder.", ["Zie art. 3.2 en nr. 4.", "Dan verder."]),
        ("Eerst.\n\n```\ncode. Code.\n```\nDan.", ["Eerst.", "Dan."]),
        ("...", []),
        ("", []),
    ],
)
def test_sentences(markdown: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in prose.sentences(markdown)] == expected


def test_a_sentence_knows_its_place_in_the_markdown() -> None:
    markdown = "## Kop\n\n- Vraag het **[Sanne](https://x.example)** eerst. Wacht op antwoord.\n"

    for sentence in prose.sentences(markdown):
        written = sentence.span.of(markdown)
        assert len(written) == len(sentence.text)
        assert prose.words(sentence.text)[-1] in written


@pytest.mark.parametrize("piece", ["!", ". ", "a. ", " ", "<!--", "- ", "#", "**", "["])
def test_a_hostile_text_is_read_in_a_moment(piece: str) -> None:
    # With a quadratic expression this size takes minutes.
    assert prose.sentences(f"Begin {piece * 50_000}")[0].text.startswith("Begin")
