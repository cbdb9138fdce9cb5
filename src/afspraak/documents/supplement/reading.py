"""A document of any kind we take: told by what is in it, not by how it is called."""

import importlib

from afspraak.documents.supplement import plain_reading, word_reading
from afspraak.documents.supplement.source import Existing
from afspraak.documents.supplement.unable import UnableToRead
from afspraak.documents.supplement.zipped import MAX_FILE_BYTES, OLD_CONTAINER

TAKEN = (".docx", ".pdf", ".md", ".txt")
_MARKDOWN = (".md", ".markdown")
_ENDS = {
    ".doc": "old-word",
    ".dot": "old-word",
    ".odt": "open-document",
    ".docm": "macros",
    ".dotm": "macros",
}
_WORD_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PDF_WITHIN = 1024


def read(content: bytes, name: str) -> Existing:
    """The document in `content`; `name` is what its file is called. Raises `UnableToRead`."""
    end = name.lower()[name.rfind(".") :] if "." in name else ""
    if len(content) > MAX_FILE_BYTES:
        raise UnableToRead("too-large")
    if not content.strip():
        raise UnableToRead("empty")
    if end in {".docm", ".dotm"}:
        raise UnableToRead("macros")
    if content.startswith(OLD_CONTAINER):
        raise UnableToRead("encrypted" if _WORD_ENCRYPTED in content else "old-word")
    if content.startswith(b"PK"):
        return word_reading.read(content)
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return _read_pdf(content)
    if end in _MARKDOWN:
        return plain_reading.read_markdown(content)
    if end == ".txt":
        return plain_reading.read_text(content)
    if end in {".docx", ".pdf"}:
        raise UnableToRead("corrupt")
    raise UnableToRead(_ENDS.get(end, "wrong-type"))


def _read_pdf(content: bytes) -> Existing:
    # the library for PDF is loaded when one is asked for: no page of the web application waits
    made: Existing = importlib.import_module(f"{__package__}.pdf_reading").read(content)
    return made
