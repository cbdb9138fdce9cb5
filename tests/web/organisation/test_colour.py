import pytest

from afspraak.web.organisation import colour


def test_contrast_goes_from_one_to_twenty_one() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#777777") == 1


@pytest.mark.parametrize(
    ("accent", "readable"), [("#767676", True), ("#777777", False), ("#ffaa00", False)]
)
def test_readable_is_what_wcag_says(accent: str, readable: bool) -> None:
    assert colour.is_readable(accent) is readable


def test_nearest_readable_is_as_light_as_it_can_be() -> None:
    found = colour.nearest_readable("#ffaa00")

    assert colour.is_readable(found)
    assert colour.contrast(found, colour.WHITE) < colour.READABLE + 0.2
