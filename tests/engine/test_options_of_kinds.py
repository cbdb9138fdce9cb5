"""What the options of six kinds do, and how they say that they cannot be used."""

import datetime as dt
from typing import Any

import pytest

from afspraak.engine import kinds
from afspraak.engine.draft import Checker
from afspraak.engine.post import Post
from afspraak.engine.rule import Body, Clock, Context, UnableToCompile
from engine import building

NOW = dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC)
CONTEXT = Context(names=("Jansen",), brands=(), domains=(), contacts=(), lists={})


def found(text: str, kind: str, contacts: list[str] | None = None, **options: Any) -> list[str]:
    """The stretches that a rule of this kind finds."""
    rule = {"id": "r", "kind": kind, "severity": "stop", **options}
    pack = building.pack_with([rule], organisation={"contacts": contacts or []})
    return [hit.span.of(text) for hit in Checker(pack).check(Post(text), now=NOW)]


def compiled(kind: str, **options: Any) -> Body:
    """What a kind makes of options given in code."""
    each = kinds.all_kinds()[kind]
    return each.compile_rule(each.options(**options), CONTEXT)


# personal-data and secrets

BOTH = "NL91ABNA0417164300 of 06-12345678"


def test_which_names_what_is_looked_for() -> None:
    assert found(BOTH, "personal-data") == ["NL91ABNA0417164300", "06-12345678"]
    assert found(BOTH, "personal-data", which=["phone"]) == ["06-12345678"]
    assert found("ww=Brood2024 op 10.1.2.3", "secrets", which=["host"]) == ["10.1.2.3"]


@pytest.mark.parametrize(
    ("contact", "written"),
    [
        ("info@bakkerijjansen.nl", "INFO@Bakkerijjansen.NL"),
        ("030 765 43 21", "+31 (0)30-7654321"),
        ("+31307654321", "(030) 765 43 21"),
        ("Bel 030-7654321 of 06-12345678", "0612345678"),
        ("NL91 ABNA 0417 1643 00", "nl91abna0417164300"),
        ("Dorpsstraat 12, 1234 AB Utrecht", "Dorpsstraat 12, 1234AB"),
    ],
)
def test_a_contact_is_fine_in_every_spelling(contact: str, written: str) -> None:
    assert found(written, "personal-data")
    assert found(written, "personal-data", contacts=[contact]) == []
    assert found(written, "personal-data", allow=[contact]) == []


def test_a_contact_says_nothing_of_others() -> None:
    assert found("030 765 43 22", "personal-data", contacts=["030 765 43 21"]) == ["030 765 43 22"]
    assert found("jan@jansen.nl", "personal-data", contacts=["info@jansen.nl"]) == ["jan@jansen.nl"]


def test_a_bare_citizen_service_number_is_only_a_note() -> None:
    parts = {part.name: part.mildest for part in compiled("personal-data").parts}
    assert parts["bsn-perhaps"] == "note"
    assert parts["bsn"] == parts["bsn-named"] == parts["iban"] == ""


def test_own_hosts_are_found_with_their_subdomains() -> None:
    text = "zie kas.wiki.jansen.nl/a en jansen.nl"
    assert found(text, "secrets") == []
    assert found(text, "secrets", hosts=["wiki.jansen.nl"]) == ["kas.wiki.jansen.nl/a"]


# link and format


def test_short_and_tracking_links_can_be_switched_off() -> None:
    text = "bit.ly/x https://a.nl/?utm_source=b marktplaats.nl"
    assert found(text, "link") == ["bit.ly/x", "https://a.nl/?utm_source=b"]
    assert found(text, "link", ask=["Marktplaats.nl"], shorteners=False, tracking=False) == [
        "marktplaats.nl"
    ]


def test_format_measures_can_be_switched_off_or_made_milder() -> None:
    text = "DIT IS HEEL LUID #blijebakkersdag 🎉🎉🎉🎉🎉"
    assert len(found(text, "format")) == 3
    assert found(text, "format", capitals=5, emoji=0, hashtags=False) == []
    assert found("NU OF NOOIT", "format", capitals=3) == ["NU OF NOOIT"]


# timing


def clocks(**window: Any) -> tuple[Clock, ...]:
    return compiled("timing", quiet=(kinds_window(**window),)).clocks


def kinds_window(**window: Any) -> Any:
    from afspraak.engine.kinds import timing

    return timing.Window.model_validate(window)


def test_a_window_of_days_and_hours_is_one_clock() -> None:
    assert clocks(days=("ma-wo", "sun"), hours="09:00-17:30") == (
        Clock(weekdays=(0, 1, 2, 6), minutes=(540, 1050)),
    )
    assert clocks(**{"from": "2026-12-24", "until": "2026-12-26"}) == (
        Clock(dt.date(2026, 12, 24), dt.date(2026, 12, 26)),
    )


def test_a_night_on_certain_days_runs_into_the_next_morning() -> None:
    assert clocks(days=("zo",), hours="22.00 - 7.00") == (
        Clock(weekdays=(6,), minutes=(1320, 1440)),
        Clock(weekdays=(0,), minutes=(0, 420)),
    )


def test_a_stretch_between_two_moments_has_a_first_and_a_last_day() -> None:
    first, between, last = dt.date(2027, 2, 25), dt.date(2027, 2, 26), dt.date(2027, 2, 27)
    window = {"from": "2027-02-25T18:00", "until": "2027-02-27T09:00"}
    assert clocks(**window) == (
        Clock(first, first, minutes=(1080, 1440)),
        Clock(last, last, minutes=(0, 540)),
        Clock(between, between),
    )
    assert clocks(**{"from": "2027-02-25T18:00", "until": "2027-02-25T20:00"}) == (
        Clock(first, first, minutes=(1080, 1200)),
    )


def test_the_message_says_when() -> None:
    (part,) = compiled(
        "timing", quiet=(kinds_window(days=("sat", "sun"), hours="22:00-07:00"),)
    ).parts
    assert part.what == {"nl": "za, zo 22:00–07:00", "en": "sat, sun 22:00–07:00"}


@pytest.mark.parametrize(
    ("kind", "options", "option"),
    [
        ("link", {"shorteners": False, "tracking": False}, "ask"),
        ("link", {"ask": ("https://marktplaats.nl/",)}, "ask"),
        ("link", {"internal": ("intranet",)}, "internal"),
        ("secrets", {"hosts": ("",)}, "hosts"),
        ("format", {"length": False, "hashtags": False, "capitals": 0, "emoji": 0}, "length"),
        ("format", {"capitals": -1}, "length"),
        ("media", {"alt": False, "gps": False, "people": False}, "alt"),
        ("timing", {"quiet": ()}, "quiet"),
    ],
)
def test_options_that_cannot_be_used_are_refused(
    kind: str, options: dict[str, Any], option: str
) -> None:
    with pytest.raises(UnableToCompile) as unable:
        compiled(kind, **options)

    assert unable.value.option == option
    assert set(unable.value.text) == {"nl", "en"}


@pytest.mark.parametrize(
    "window",
    [
        {},
        {"hours": "22-7"},
        {"hours": "25:00-07:00"},
        {"hours": "07:00-07:00"},
        {"days": ("someday",)},
        {"from": "morgen"},
        {"from": "2026-12-26", "until": "2026-12-24"},
        {"from": "2026-12-24T18:00Z"},
        {"from": "2026-12-24T18:00", "hours": "09:00-17:00"},
    ],
)
def test_windows_that_cannot_be_meant_are_refused(window: dict[str, Any]) -> None:
    with pytest.raises(UnableToCompile) as unable:
        clocks(**window)

    assert unable.value.option == "quiet"
