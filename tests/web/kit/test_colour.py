import colorsys
import itertools

import pytest
from django.test import Client

from afspraak.web.kit import colour

CHOSEN = [
    colour._hex(colorsys.hls_to_rgb(hue / 12, lightness, saturation))
    for hue, lightness, saturation in itertools.product(
        range(12), (0, 0.3, 0.5, 0.8, 1), (0, 0.5, 1)
    )
]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#0c5a5e", "#0c5a5e", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(colour.contrast(one, other), 2) == ratio
    assert colour.contrast(one, other) == colour.contrast(other, one)


@pytest.mark.parametrize("chosen", CHOSEN)
def test_any_accent_can_be_read_on_every_ground(chosen: str) -> None:
    for accent, grounds in (
        (colour.light(chosen), colour.LIGHT_GROUNDS),
        (colour.dark(chosen), colour.DARK_GROUNDS),
    ):
        for ground in (*grounds, accent.tint):
            assert colour.contrast(accent.accent, ground) >= colour.ENOUGH
        assert colour.contrast(accent.on_accent, accent.accent) >= colour.ENOUGH
        assert colour.contrast(accent.on_accent, accent.strong) >= colour.ENOUGH


def test_an_accent_that_can_be_read_stays_as_it_was_chosen() -> None:
    assert colour.light("#0c5a5e").accent == "#0c5a5e"


def test_the_style_sheet_of_an_accent_may_be_kept_for_ever(client: Client, db: None) -> None:
    answer = client.get("/kit/accent-ffcc00.css")

    assert (answer.status_code, answer["Content-Type"]) == (200, "text/css")
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "--accent: #ffcc00" in answer.content.decode()
    assert client.get("/kit/accent-javascript.css").status_code == 404
