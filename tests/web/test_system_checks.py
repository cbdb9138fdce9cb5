import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from afspraak.diagnostics import LANGUAGES
from afspraak.web import config, system_checks
from afspraak.web.worker import claims
from afspraak.web.worker import operations as machine


def codes(now: dt.datetime) -> list[str]:
    return [each.code for each in system_checks.all_findings(now)]


@pytest.fixture
def sound(db: None, settings: Settings, tmp_path: Path, now: dt.datetime) -> config.Config:
    """Settings in which nothing is wrong, with a worker and a backup."""
    tmp_path.chmod(0o700)
    (tmp_path / "keys").touch(0o600)
    made = settings.CONFIG = config.Config(
        data=tmp_path,
        url="https://afspraak.example.com",
        behind_proxy=True,
        mail="smtp://mail.example.com:587",
    )
    claims.beat("one", now=now)
    machine.note_backup(size=1, version="1", now=now)
    return made


SETTINGS: list[tuple[str, dict[str, object]]] = [
    ("E006", {"demo": True}),
    ("E007", {"mail": "", "sign_in": ("code",)}),
    ("E007", {"mail": "", "sign_in": ("code", "passkey")}),
    ("E009", {"sign_in": ("passkey",)}),
    ("E009", {"sign_in": ("passkey", "oidc")}),
    ("W001", {"processes": 2}),
    ("W003", {"mail": ""}),
    ("W004", {"url": "http://afspraak.example.com"}),
    ("W005", {"behind_proxy": False}),
    ("W006", {"address": "0.0.0.0:8000"}),
]


@pytest.mark.parametrize(("code", "change"), SETTINGS)
def test_each_setting_that_is_not_right_is_found(
    sound: config.Config,
    settings: Settings,
    now: dt.datetime,
    code: str,
    change: dict[str, object],
) -> None:
    before = codes(now)
    settings.CONFIG = replace(sound, **change)  # type: ignore[arg-type]

    assert code not in before
    assert code in codes(now)


@pytest.mark.parametrize(
    "change",
    [
        {"sign_in": ("code",)},
        {"sign_in": ("password",), "mail": ""},
        {"sign_in": ("oidc",), "oidc_issuer": "https://login.example.com", "mail": ""},
    ],
)
def test_one_way_in_is_enough(
    sound: config.Config, settings: Settings, now: dt.datetime, change: dict[str, object]
) -> None:
    settings.CONFIG = replace(sound, **change)  # type: ignore[arg-type]

    assert {"E007", "E009"}.isdisjoint(codes(now))


def test_a_folder_that_others_can_read_is_found(sound: config.Config, now: dt.datetime) -> None:
    sound.data.chmod(0o755)

    assert "W012" in codes(now)


def test_a_worker_that_is_gone_and_an_old_backup_are_found(
    sound: config.Config, now: dt.datetime
) -> None:
    later = now + dt.timedelta(days=8)

    assert {"W002", "W007"}.isdisjoint(codes(now))
    assert {"W002", "W007"} <= set(codes(later))


def test_a_misspelt_variable_is_found(
    sound: config.Config, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AFSPRAAK_DATABSE", "x")

    found = next(each for each in system_checks.all_findings(now) if each.code == "W013")

    assert found.says("en") == "AFSPRAAK_DATABSE is not a setting"


def test_everything_can_be_said_in_both_languages() -> None:
    for code, told in system_checks.catalogue().items():
        assert set(told) == set(LANGUAGES)
        assert all(told[lang].says and told[lang].help and told[lang].why for lang in LANGUAGES)
        assert code[0] in "EW"
