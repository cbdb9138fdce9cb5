from dataclasses import fields
from pathlib import Path

import pytest

from afspraak.web import config
from afspraak.web.config import Config, UnableToConfigure


def test_an_option_goes_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    file = tmp_path / "afspraak.toml"
    file.write_text('address = "a:1"\nmail_from = "a@a"\ndatabase = "sqlite:////a"\ndata = "d"\n')

    read = config.load(
        {"AFSPRAAK_CONFIG": str(file), "AFSPRAAK_ADDRESS": "b:2", "AFSPRAAK_MAIL_FROM": "b@b"},
        {"address": "c:3"},
    )

    assert (read.address, read.mail_from, read.database) == ("c:3", "b@b", "sqlite:////a")
    assert (read.data, read.url) == (tmp_path / "d", "http://localhost:3")


@pytest.mark.parametrize(
    ("variable", "value", "allowed"),
    [
        ("ADDRESS", "8000", "such as `127.0.0.1:8000`"),
        ("ADDRESS", "a:99999", "such as `127.0.0.1:8000`"),
        ("URL", "afspraak.example.com", "such as `https://afspraak.example.com`"),
        ("URL", "https://example.com/afspraak", "such as `https://afspraak.example.com`"),
        ("DATABASE", "mysql://a@b/c", "such as `postgresql://name:password@host/afspraak`"),
        ("DATABASE", "postgresql://a@b", "such as `postgresql://name:password@host/afspraak`"),
        ("MAIL", "mail.example.com", "such as `smtp://name:password@host:587`"),
        ("MAIL_FROM", "Afspraak", "such as `Afspraak <afspraak@example.com>`"),
        ("SIGN_IN", "code,sms", "choose one or more of `code`, `password`, `passkey`, `oidc`"),
        ("OIDC_ISSUER", "https://login", "fill them in as the server gave them"),
        ("OIDC_GROUPS", "it=boss", "write `group=role`"),
        ("PROCESSES", "0", "a number above zero is expected"),
        ("DEMO", "maybe", "`true` or `false` is expected"),
    ],
)
def test_a_wrong_value_names_the_variable_and_what_is_allowed(
    variable: str, value: str, allowed: str
) -> None:
    with pytest.raises(UnableToConfigure) as caught:
        config.load({f"AFSPRAAK_{variable}": value})

    assert caught.value.says["en"].startswith(f"AFSPRAAK_{variable}: ")
    assert caught.value.says["nl"].startswith(f"AFSPRAAK_{variable}: ")
    assert caught.value.way_out["en"].startswith(allowed)


def test_a_file_with_an_unknown_setting_names_file_and_setting(tmp_path: Path) -> None:
    file = tmp_path / "afspraak.toml"
    file.write_text("datbase = 'x'\n")

    with pytest.raises(UnableToConfigure) as caught:
        config.load({"AFSPRAAK_CONFIG": str(file)})

    assert caught.value.says["en"] == f"{file}: `datbase` is not a setting"
    assert "database" in caught.value.way_out["en"]


def test_every_setting_is_described_in_both_languages() -> None:
    for each in fields(Config):
        assert set(each.metadata["about"]) == {"nl", "en"}
        assert each.metadata["example"]


def test_every_example_can_be_read() -> None:
    others = {"AFSPRAAK_OIDC_CLIENT": "a", "AFSPRAAK_OIDC_SECRET": "b"}
    for each in fields(Config):
        config.load({**others, f"AFSPRAAK_{each.name.upper()}": each.metadata["example"]})
