"""The receipt of a reading as people keep it: in words, as a PDF, as JSON."""

import dataclasses
import re

from afspraak.decisions import receipts
from afspraak.decisions.receipt_sheet import Sheet, sheet
from afspraak.documents import receipt_pdf
from afspraak.web.reading.operations.receiving import signer
from afspraak.web.reading.queries import ReadingRow


def words(row: ReadingRow) -> Sheet:
    """What the receipt says."""
    verified = receipts.verify(row.receipt.encode())
    return sheet(verified.receipt, verified.fingerprint)


def pdf(row: ReadingRow) -> bytes:
    """The sealed PDF, with the signed JSON in it."""
    said = dataclasses.asdict(words(row)) | {"organisation": _organisation(row)}
    return signer().seal(receipt_pdf.write(said, row.receipt.encode(), row.at.date()))


def file_name(row: ReadingRow, ending: str) -> str:
    """What the file is called: it says which edition."""
    number = re.sub(r"[^A-Za-z0-9.-]+", "-", row.number).strip("-.")[:40]
    return f"afspraak-{number or 'receipt'}.{ending}"


def _organisation(row: ReadingRow) -> str:
    return receipts.verify(row.receipt.encode()).receipt.organisation
