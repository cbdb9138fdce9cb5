"""The named checks against libraries that know the same numbers by themselves."""

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import iban as stdnum_iban
from stdnum import luhn
from stdnum.iso7064 import mod_97_10
from stdnum.nl import bsn as stdnum_bsn
from stdnum.nl import postcode as stdnum_postcode

from afspraak.engine.checks import CHECKS, Kept

LETTERS = "abcdefghijklmnopqrstuvwxyz"
digits = st.text("0123456789", min_size=8, max_size=9)


def normal(check: str, written: str) -> str | None:
    """The normal form of a match that is kept whole, or None."""
    kept = CHECKS[check](written.lower(), written)
    return kept.normal if kept and kept.length == len(written) else None


# Bank account


def with_check_digits(country: str, bban: str) -> str:
    return country + stdnum_iban.calc_check_digits(f"{country}00{bban}") + bban


@given(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=4, max_size=4), st.integers(0, 10**10 - 1))
def test_iban_takes_every_dutch_one(bank: str, number: int) -> None:
    written = with_check_digits("NL", f"{bank}{number:010}")

    assert stdnum_iban.is_valid(written)
    assert normal("iban", written) == written
    assert normal("iban", stdnum_iban.format(written)) == written
    assert normal("iban", stdnum_iban.format(written, separator="-").lower()) == written


@pytest.mark.parametrize(
    "written",
    [
        "BE71 0961 2345 6769",
        "DE89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
        "GB29 NWBK 6016 1331 9268 19",
        "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
        "NO93 8601 1117 947",
        "PL61 1090 1014 0000 0712 1981 2874",
    ],
)
def test_iban_takes_those_of_other_countries(written: str) -> None:
    assert normal("iban", written) == stdnum_iban.compact(written)
    assert CHECKS["iban"]((written + " en meer").lower(), written + " en meer") == Kept(
        len(written), stdnum_iban.compact(written)
    )


@given(
    st.sampled_from(["nl", "be", "de", "gb"]), st.text("0123456789abn", min_size=12, max_size=20)
)
def test_iban_takes_nothing_that_stdnum_refuses(country: str, rest: str) -> None:
    if normal("iban", country + rest):
        assert mod_97_10.is_valid((rest[2:] + country + rest[:2]).upper())


@pytest.mark.parametrize(
    "written", ["NL91ABNA0417164301", "NL91ABNA041716430", "EU91ABNA0417164300"]
)
def test_iban_refuses(written: str) -> None:
    assert CHECKS["iban"](written.lower(), written) is None


def test_iban_does_not_cut_through_a_word() -> None:
    assert CHECKS["iban"]("nl91abna0417164300graag", "NL91ABNA0417164300graag") is None


# Citizen service number


@given(digits)
def test_bsn_equals_stdnum(written: str) -> None:
    assume(written.strip("0"))
    assert (normal("bsn", written) is not None) == stdnum_bsn.is_valid(written)


def test_bsn_normal_form_has_nine_digits() -> None:
    assert normal("bsn", "1234.56.782") == normal("bsn", "123 456 782") == "123456782"
    assert normal("bsn", "10000008") == "010000008"
    assert normal("bsn", "000000000") is None


# Payment card


@given(st.sampled_from(["4", "51", "55", "2221", "2720"]), st.integers(0, 10**15 - 1))
def test_card_takes_every_number_with_its_check_digit(issuer: str, rest: int) -> None:
    body = (issuer + f"{rest:015}")[:15]
    number = body + luhn.calc_check_digit(body)

    assert normal("card", number) == number
    assert normal("card", " ".join(number[i : i + 4] for i in (0, 4, 8, 12))) == number


@given(st.text("0123456789", min_size=13, max_size=19))
def test_card_takes_nothing_that_luhn_refuses(written: str) -> None:
    if found := normal("card", written):
        assert luhn.is_valid(found)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("378282246310005", "378282246310005"),
        ("6011 1111 1111 1117", "6011111111111117"),
        ("30569309025904", "30569309025904"),
        ("3530111333300000", "3530111333300000"),
        ("4111 1111 1111 1112", None),
        ("8710400280507", None),
        ("0000 0000 0000 0000", None),
    ],
)
def test_card(written: str, number: str | None) -> None:
    assert normal("card", written) == number


def test_card_leaves_the_date_that_follows() -> None:
    assert CHECKS["card"]("4111 1111 1111 1111 12", "4111 1111 1111 1111 12") == Kept(
        19, "4111111111111111"
    )


# Telephone

SERVICE = {
    phonenumbers.PhoneNumberType.TOLL_FREE,
    phonenumbers.PhoneNumberType.PREMIUM_RATE,
    phonenumbers.PhoneNumberType.SHARED_COST,
    phonenumbers.PhoneNumberType.VOIP,  # 084, 085 and 087 are in one group there
    phonenumbers.PhoneNumberType.PERSONAL_NUMBER,
    phonenumbers.PhoneNumberType.PAGER,
    phonenumbers.PhoneNumberType.UAN,
    phonenumbers.PhoneNumberType.UNKNOWN,
}


@given(st.integers(10**8, 10**9 - 1))
def test_phone_equals_phonenumbers_for_places_and_mobiles(number: int) -> None:
    parsed = phonenumbers.parse(f"+31{number}")
    kind = phonenumbers.number_type(parsed)
    assume(kind not in SERVICE or not phonenumbers.is_valid_number(parsed))

    assert (normal("phone", f"+31{number}") is not None) == phonenumbers.is_valid_number(parsed)


@pytest.mark.parametrize(
    "region",
    sorted(phonenumbers.SUPPORTED_REGIONS - {"TA"}),  # Tristan da Cunha has no mobile numbers
)
def test_phone_takes_the_mobiles_of_every_country(region: str) -> None:
    number = phonenumbers.example_number_for_type(region, phonenumbers.PhoneNumberType.MOBILE)
    assert number is not None
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    expected = e164 if len(e164) > 9 else None  # shorter ones look like amounts

    assert normal("phone", e164) == normal("phone", written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "0307654321",
        "030-7654321",
        "030 765 43 21",
        "(030) 765 43 21",
        "030/765.43.21",
        "+31307654321",
        "+31 (0)30 765 43 21",
        "+31 030 7654321",
        "0031 30 7654321",
    ],
)
def test_phone_has_one_normal_form(written: str) -> None:
    assert normal("phone", written) == "+31307654321"


@pytest.mark.parametrize(
    "written",
    [
        "0900-123456",
        "0800-1234567",
        "06-12-2026 10",
        "01/02/2024 12",
        "05 06 07 08 09",
        "0712345678901",
        "+20 000 000",
        "+10 000 000 000",
        "+999 123456789",
        "0000000000",
    ],
)
def test_phone_refuses(written: str) -> None:
    assert CHECKS["phone"](written, written) is None


# Postcode, plate, date


@given(st.integers(0, 9999), st.text("ABDSXZ", min_size=2, max_size=2), st.integers(1, 99999))
def test_postcode_takes_only_what_exists(number: int, letters: str, house: int) -> None:
    written = f"{number:04} {letters} {house}"

    if normal("postcode", written):
        assert stdnum_postcode.is_valid(f"{number:04} {letters}")
    elif letters not in ("DB",):
        assert not stdnum_postcode.is_valid(f"{number:04} {letters}")


def test_postcode_has_one_normal_form() -> None:
    assert normal("postcode", "1234 AB 56a") == "1234AB 56a"
    assert normal("postcode", "56a, 1234AB") == "1234AB 56a"
    assert normal("postcode", "1234ab-56a") == "1234AB 56a"
    assert normal("postcode", "2024 op 12") is None


SIDECODES = [
    "XX-99-99", "99-99-XX", "99-XX-99", "XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9",
    "9-XXX-99", "XX-999-X", "X-999-XX", "XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9",
]  # fmt: skip


@pytest.mark.parametrize("shape", SIDECODES)
def test_plate_takes_every_sidecode(shape: str) -> None:
    assert normal("plate", shape) == shape
    assert normal("plate", shape.lower()) == shape
    assert normal("any-plate", shape.replace("-", "")) == shape
    assert normal("any-plate", shape.replace("-", " ")) == shape


@given(st.text("0123456789bkx-", min_size=6, max_size=9))
def test_plate_takes_nothing_else(written: str) -> None:
    shape = "".join("9" if c.isdigit() else "X" if c.isalpha() else c for c in written)
    if shape not in SIDECODES and "-" in written.strip("-") and "--" not in written:
        assert normal("plate", written) is None or shape.count("-") == 1


@pytest.mark.parametrize(
    "written", ["12-en-14", "1-jan-26", "1-JAN-26", "AB-12", "12-34-56", "Ab-12-cd"]
)
def test_plate_refuses(written: str) -> None:
    assert CHECKS["plate"](written.lower(), written) is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12-5-1985", "1985-05-12"),
        ("12/05/85", "1985-05-12"),
        ("1985-05-12", "1985-05-12"),
        ("12 mei 1985", "1985-05-12"),
        ("12 maart '85", "1985-03-12"),
        ("May 12th, 1985", "1985-05-12"),
        ("12th of May 1985", "1985-05-12"),
        ("05/25/1985", "1985-05-25"),
        ("3 okt. 2010", "2010-10-03"),
        ("32-01-1985", None),
        ("31-4-1985", None),
        ("12-13-1885", None),
        ("1 jan 1850", None),
    ],
)
def test_date(written: str, day: str | None) -> None:
    assert normal("date", written) == day


# Links, keys, passwords


@pytest.mark.parametrize(
    ("written", "length", "host"),
    [
        ("https://www.Example.nl/pad?x=1", 30, "example.nl"),
        ("https://jan:pw@sub.example.nl:8080/", 35, "sub.example.nl"),
        ("bit.ly/x).", 8, "bit.ly"),
        ("https://nl.wikipedia.org/wiki/A_(b)", 35, "nl.wikipedia.org"),
        ("example.nl.", 10, "example.nl"),
    ],
)
def test_host(written: str, length: int, host: str) -> None:
    assert CHECKS["host"](written.lower(), written) == Kept(length, host)


def test_upper_asks_for_capitals() -> None:
    assert normal("upper", "AKIAIOSFODNN7EXAMPLE") == "AKIAIOSFODNN7EXAMPLE"
    assert normal("upper", "akiaiosfodnn7example") is None


@pytest.mark.parametrize(
    "written", ["ghp_xxxxxxxxxxxxxxxx1", "aaaaaaaaaaaaaaaa1", "jouw_sleutel_12345", "abcdefghijk"]
)
def test_token_refuses(written: str) -> None:
    assert CHECKS["token"](written, written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("wachtwoord: Welkom01!", "Welkom01!"),
        ("password is hunter2", "hunter2"),
        ('ww = "p@nnen"', "p@nnen"),
        ("wachtwoord: vergeten", None),
        ("wachtwoord is 12345", None),
        ("wachtwoord: 12345", "12345"),
        ("password is incorrect", None),
        ("wachtwoord: 2fa", None),
        ("password: https://x.nl/1", None),
    ],
)
def test_password(written: str, value: str | None) -> None:
    kept = CHECKS["password"](written.lower(), written)
    assert (kept and written[: kept.length].rsplit(maxsplit=1)[-1].strip('"')) == value


@pytest.mark.parametrize(
    ("written", "is_found"),
    [
        ("ww = zonnebloem", True),
        ("wachtwoord: zonnebloem.", True),
        ("wachtwoord: gebruik e", False),
        ('password is "sourdough" e', True),
        ("wachtwoord: vergeten", False),
    ],
)
def test_plain_password(written: str, is_found: bool) -> None:
    assert (CHECKS["plain-password"](written, written) is not None) == is_found


@given(
    st.sampled_from(sorted(CHECKS)), st.text(LETTERS + "0123456789 .:-+()/@=\\\n!\"'", min_size=1)
)
def test_no_check_fails_or_keeps_more_than_there_is(name: str, text: str) -> None:
    kept = CHECKS[name](text, text.upper())
    assert kept is None or 0 <= kept.length <= len(text)
