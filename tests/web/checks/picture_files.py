"""Pictures as cameras and editors make them, and what of their bytes draws."""

import io
import struct
from collections.abc import Iterator

from PIL import Image, PngImagePlugin
from PIL.ExifTags import IFD

PLACE = {1: "N", 2: (52.0, 22.0, 3.36), 3: "E", 4: (4.0, 54.0, 15.0)}
SECRETS = (b"Lotte Bakker", b"SN-12345", b"EOS 5D", b"Karel de Baas", b"geheime", b"2026:11:20")
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description xmp:CreatorTool="Editor">'
    b"<dc:creator><rdf:Seq><rdf:li>Karel de Baas</rdf:li></rdf:Seq></dc:creator>"
    b"</rdf:Description></rdf:RDF></x:xmpmeta>"
)
PHOTOSHOP = b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x17\x1c\x02\x50\0\x0eKarel de Baas 8BIM"
DRAWING = {
    "png": {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"iCCP"},
    "webp": {b"VP8 ", b"VP8L", b"ALPH", b"ICCP"},
}


def picture(form: str, *, place: bool = True, turned: int = 6, plain: bool = False) -> bytes:
    """A picture in `form`, with all that may hang around it, or `plain`."""
    drawn = Image.effect_noise((64, 48), 40).convert("RGB")
    made = io.BytesIO()
    if plain:
        drawn.save(made, form)
        return made.getvalue()
    exif = Image.Exif()
    exif.update({0x010F: "Canon", 0x0110: "EOS 5D", 0x0112: turned, 0x013B: "Lotte Bakker"})
    exif[0x0132] = "2026:11:20 10:00:00"
    exif.get_ifd(IFD.Exif)[0xA431] = "SN-12345"
    if place:
        exif.get_ifd(IFD.GPSInfo).update(PLACE)
    if form == "jpeg":
        drawn.save(made, form, exif=exif, xmp=XMP, comment=b"geheime opmerking")
        start = made.getvalue()
        block = b"\xff\xed" + struct.pack(">H", len(PHOTOSHOP) + 2) + PHOTOSHOP
        return start[:2] + block + start[2:] + b"geheime film"
    if form == "png":
        texts = PngImagePlugin.PngInfo()
        texts.add_text("Comment", "geheime opmerking")
        texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
        drawn.save(made, form, exif=exif, pnginfo=texts)
        return made.getvalue() + b"geheime film"
    drawn.save(made, form, exif=exif, xmp=XMP)
    return made.getvalue()


def draws(form: str, file: bytes) -> list[bytes]:
    """The pieces of a file that draw, read by its specification and by no library."""
    pieces = {"jpeg": _jpeg, "png": _png, "webp": _webp}[form]
    return list(pieces(file))


def _jpeg(file: bytes) -> Iterator[bytes]:
    at = 2
    while file[at + 1] != 0xD9:
        length = 2 + struct.unpack(">H", file[at + 2 : at + 4])[0]
        if file[at + 1] == 0xDA:
            end = file.index(b"\xff\xd9", at)
            yield file[at:end]
            return
        if 0xC0 <= file[at + 1] <= 0xDF:
            yield file[at : at + length]
        at += length


def _png(file: bytes) -> Iterator[bytes]:
    at = 8
    while at + 12 <= len(file):
        (length,) = struct.unpack(">I", file[at : at + 4])
        if file[at + 4 : at + 8] in DRAWING["png"]:
            yield file[at : at + 12 + length]
        if file[at + 4 : at + 8] == b"IEND":
            return
        at += 12 + length


def _webp(file: bytes) -> Iterator[bytes]:
    at = 12
    while at + 8 <= len(file):
        (length,) = struct.unpack("<I", file[at + 4 : at + 8])
        if file[at : at + 4] in DRAWING["webp"]:
            yield file[at : at + 8 + length]
        at += 8 + length + length % 2
