"""Texts as signs."""

import pytest

from afspraak.engine.signs import signs


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Bakker 7, brood!", "Bakker 7, brood!"),
        ("Één café", "Één café"),
        ("’t „Zonnetje” – nu…", '\'t "Zonnetje" - nu.'),
        ("＃Ａ１\u00a0", "#É1 "),
        ("日 한 e\u0308", "文 文 e\u0301"),
        ("🎉\u200d\ud83d", "···"),
        ("ΑΒΓ абв", "ÉÉÉ ééé"),
    ],
)
def test_each_code_point_has_its_sign(text: str, wanted: str) -> None:
    assert signs(text) == wanted


def test_ascii_is_read_without_the_tables_as_with_them() -> None:
    ascii_text = "".join(map(chr, range(128)))

    assert signs(ascii_text) == signs(f"{ascii_text}é")[:-1]
