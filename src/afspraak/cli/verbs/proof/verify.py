"""`afspraak proof verify`: does this receipt still say what was signed?"""

import io
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Never

import click

from afspraak.cli import disk, options, reading, terminal
from afspraak.cli.language import lang, say
from afspraak.cli.leaving import leave

if TYPE_CHECKING:
    from afspraak.decisions.receipts import Verified

MOST_BYTES = 10_000_000
FINGERPRINT_DIGITS = 64

Outcome = Literal["valid", "altered", "unsealed", "other-text", "other-key"]


@click.command(
    help=say(
        nl="Controleer een ontvangstbewijs (PDF of JSON). Dat gaat zonder internet en zonder de "
        "organisatie die het gaf.\n\n"
        "Exitcode 0: het klopt; 1: het klopt niet; 2: er valt niets te controleren.",
        en="Verify a receipt (PDF or JSON). That needs no internet, and nothing of the "
        "organisation that gave it.\n\n"
        "Exit code 0: it holds; 1: it does not hold; 2: there is nothing to verify.",
    )
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--protocol",
    "-p",
    type=click.Path(path_type=Path),
    help=say(
        nl="Het protocol waar het bewijs over gaat: is dit de tekst die is gelezen?",
        en="The protocol that the receipt is about: is this the text that was read?",
    ),
)
@click.option(
    "--key",
    metavar=say(nl="VINGERAFDRUK", en="FINGERPRINT"),
    help=say(
        nl="De vingerafdruk van de sleutel, van de pagina Openheid van de organisatie.",
        en="The fingerprint of the key, from the organisation's page Transparency.",
    ),
)
@options.lang
@options.formats("text", "json")
def command(
    file: Path, protocol: Path | None, key: str | None, form: Literal["text", "json"]
) -> None:
    """Verifies and leaves with what was found."""
    from afspraak.decisions import receipts

    wanted = _wanted_key(key) if key is not None else None
    content = disk.read_bytes(file, most=MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        _nothing_to_verify(file, "unreadable")
    try:
        if content.lstrip()[:5] == b"%PDF-":
            verified = receipts.verify_pdf(content, _attached(file, content))
        else:
            verified = receipts.verify(content)
    except receipts.UnableToVerify as unable:
        reason = str(unable)
        if reason in {"unreadable", "not-a-receipt"}:
            _nothing_to_verify(file, reason)
        _tell("unsealed" if reason == "unsealed" else "altered", None, form, pinned=False)
    outcome: Outcome = "valid"
    if wanted and wanted != verified.fingerprint:
        outcome = "other-key"
    elif protocol and _text_hash(protocol) != verified.receipt.text_hash:
        outcome = "other-text"
    _tell(outcome, verified, form, pinned=bool(wanted), compared=protocol)


def _wanted_key(key: str) -> str:
    from afspraak.decisions import receipts

    wanted = receipts.bare(key)
    if len(wanted) != FINGERPRINT_DIGITS or not set(wanted) <= set("0123456789abcdef"):
        leave(
            say(nl="dit is geen vingerafdruk", en="this is not a fingerprint") + f": {key}",
            say(
                nl=f"een vingerafdruk is {FINGERPRINT_DIGITS} tekens lang, 0-9 en a-f",
                en=f"a fingerprint is {FINGERPRINT_DIGITS} characters long, 0-9 and a-f",
            ),
        )
    return wanted


def _attached(file: Path, content: bytes) -> bytes:
    """The signed file in a PDF. A file from anywhere may break a reader of PDFs in any way."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        leave(
            say(nl="om een PDF te lezen is pypdf nodig", en="reading a PDF needs pypdf"),
            "pip install 'afspraak[web]'",
        )
    try:
        attached = PdfReader(io.BytesIO(content)).attachments.get("receipt.json", [])
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        _nothing_to_verify(file, "unreadable")
    if len(attached) != 1:
        _nothing_to_verify(file, "not-a-receipt")
    return attached[0]


def _text_hash(path: Path) -> str:
    from afspraak.protocol.text_hash import text_hash

    return text_hash(reading.load_or_leave(reading.read_or_leave(path)).protocol)


def _nothing_to_verify(file: Path, reason: str) -> Never:
    if reason == "unreadable":
        problem = say(nl=f"{file} is niet te lezen", en=f"{file} cannot be read")
    else:
        problem = say(
            nl=f"{file} is geen ontvangstbewijs van Afspraak",
            en=f"{file} is not a receipt of Afspraak",
        )
    leave(
        problem,
        say(
            nl="geef de PDF uit de e-mail, of de JSON van de pagina met je bewijs",
            en="give the PDF from the mail, or the JSON from the page with your receipt",
        ),
    )


def _tell(
    outcome: Outcome,
    verified: "Verified | None",
    form: str,
    *,
    pinned: bool,
    compared: Path | None = None,
) -> Never:
    if form == "json":
        held = {
            "outcome": outcome,
            "says": _SAYS[outcome][lang()],
            "key": verified.fingerprint if verified else None,
            "key_was_given": pinned,
            "text_was_compared": compared is not None,
            "receipt": asdict(verified.receipt) if verified else None,
        }
        click.echo(json.dumps(held, ensure_ascii=False, indent=2))
    else:
        terminal.show("\n".join(_lines(outcome, verified, pinned=pinned, compared=compared)))
    sys.exit(0 if outcome == "valid" else 1)


def _lines(
    outcome: Outcome, verified: "Verified | None", *, pinned: bool, compared: Path | None
) -> list[str]:
    says = _SAYS[outcome][lang()]
    lines = [click.style(says, fg="green" if outcome == "valid" else "red", bold=True)]
    if verified is None:
        return [*lines, "", _WAY_OUT[outcome][lang()]]
    from afspraak.decisions import receipt_sheet

    rows = receipt_sheet.rows(verified.receipt, verified.fingerprint, lang())
    width = max(len(row.label) for row in rows)
    lines += ["", *(f"  {row.label:{width}}  {_plain(row.value)}" for row in rows)]
    if verified.receipt.objection:
        lines += ["", *(f"  > {_plain(line)}" for line in verified.receipt.objection.split("\n"))]
    lines.append("")
    if outcome != "valid":
        return [*lines, _WAY_OUT[outcome][lang()]]
    if not pinned:
        lines.append(
            say(
                nl="Is dit de sleutel van deze organisatie? Vergelijk de vingerafdruk met die op "
                "de pagina Openheid, of geef hem mee met --key.",
                en="Is this the key of this organisation? Compare the fingerprint with the one on "
                "the page Transparency, or give it with --key.",
            )
        )
    if compared is None:
        lines.append(
            say(
                nl="Welke tekst was het? Geef het protocol mee met --protocol.",
                en="Which text was it? Give the protocol with --protocol.",
            )
        )
    return lines if lines[-1] else lines[:-1]


def _plain(text: str) -> str:
    """Without what a terminal would take as a command: a receipt may come from anybody."""
    return "".join(character if character.isprintable() else "�" for character in text)


_SAYS = {
    "valid": {
        "nl": "Dit bewijs klopt: er is niets aan veranderd.",
        "en": "This receipt holds: nothing in it was changed.",
    },
    "altered": {
        "nl": "Dit bewijs klopt niet: er is iets aan veranderd.",
        "en": "This receipt does not hold: something in it was changed.",
    },
    "unsealed": {
        "nl": "Dit bewijs klopt niet: de PDF is niet meer zoals hij is gemaakt.",
        "en": "This receipt does not hold: the PDF is no longer as it was made.",
    },
    "other-text": {
        "nl": "Dit bewijs klopt, maar het gaat over een andere tekst dan dit protocol.",
        "en": "This receipt holds, but it is about another text than this protocol.",
    },
    "other-key": {
        "nl": "Dit bewijs is getekend met een andere sleutel dan je opgaf.",
        "en": "This receipt was signed with another key than the one you gave.",
    },
}
_WAY_OUT = {
    "altered": {
        "nl": "Neem het bestand zoals je het kreeg: uit de e-mail, of van de pagina met je bewijs.",
        "en": "Take the file as you got it: from the mail, or from the page with your receipt.",
    },
    "unsealed": {
        "nl": "Is hij opnieuw opgeslagen of afgedrukt? Neem het bestand zoals je het kreeg.",
        "en": "Was it saved anew or printed? Take the file as you got it.",
    },
    "other-text": {
        "nl": "Kijk of dit de uitgave is die in het bewijs staat.",
        "en": "See whether this is the edition that the receipt names.",
    },
    "other-key": {
        "nl": "Vraag de organisatie welke sleutel zij had toen dit bewijs werd gegeven.",
        "en": "Ask the organisation which key it had when this receipt was given.",
    },
}
