"""All that a browser sends, recorded outside it, and a search for a text in any dress."""

import base64
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus, urlsplit
from urllib.request import urlopen

ANSWER_SECONDS = 30
MAKER_S_HOSTS = (".google.com:443", ".googleapis.com:443", ".gvt1.com:443")
"""Where Chromium itself asks for updates and the like. No tunnel to them is opened here."""


@dataclass
class Recorder:
    """Stands between a browser and everything else. Only the site itself is answered.

    `planted` gives another text for a script of the site, by how its address ends.
    """

    site: str
    sent: list[bytes] = field(default_factory=list)
    planted: dict[str, Callable[[bytes], bytes]] = field(default_factory=dict)
    address: str = ""

    @property
    def everything(self) -> bytes:
        """All requests, lines, heads and bodies, in the order in which they came."""
        return b"\n".join(self.sent)

    @property
    def by_pages(self) -> list[str]:
        """The request lines, without those in which the browser seeks its own maker."""
        lines = (each.split(b"\r\n", 1)[0].decode("latin1") for each in self.sent)
        return [
            line
            for line in lines
            if not (line.startswith("CONNECT ") and line.split(" ")[1].endswith(MAKER_S_HOSTS))
        ]


@contextmanager
def recorder(site: str) -> Iterator[Recorder]:
    """A proxy for everything, also for this machine, that writes down what it is sent."""
    recording = Recorder(site)

    class Line(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            _serve(self.request, recording)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Line) as server:
        server.daemon_threads = True
        recording.address = f"http://127.0.0.1:{server.server_address[1]}"
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield recording
        finally:
            server.shutdown()
            thread.join()


def _serve(browser: socket.socket, recording: Recorder) -> None:
    browser.settimeout(ANSWER_SECONDS)
    request = _read_request(browser)
    if not request:
        return
    recording.sent.append(request)
    first, _, rest = request.partition(b"\r\n")
    method, target, _ = first.decode("latin1").split(" ", 2)
    address = urlsplit(target)
    if method == "CONNECT" or address.netloc != urlsplit(recording.site).netloc:
        browser.sendall(b"HTTP/1.1 502 Elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        return
    planted = next(
        (plant for end, plant in recording.planted.items() if address.path.endswith(end)),
        None,
    )
    if planted:
        browser.sendall(_script(planted(urlopen(f"{recording.site}{address.path}").read())))
        return
    path = f"{address.path}?{address.query}" if address.query else address.path
    with socket.create_connection((address.hostname or "", address.port or 80)) as server:
        server.settimeout(ANSWER_SECONDS)
        head = f"{method} {path} HTTP/1.1\r\nConnection: close\r\n".encode("latin1")
        server.sendall(head + _without_connection(rest))
        while answer := server.recv(65536):
            browser.sendall(answer)


def _read_request(browser: socket.socket) -> bytes:
    request = b""
    try:
        while b"\r\n\r\n" not in request:
            if not (more := browser.recv(65536)):
                return request
            request += more
        head, _, body = request.partition(b"\r\n\r\n")
        length = next(
            (
                int(line.split(b":")[1])
                for line in head.split(b"\r\n")
                if line.lower().startswith(b"content-length:")
            ),
            0,
        )
        while len(body) < length:
            if not (more := browser.recv(65536)):
                break
            body += more
    except OSError:
        return request
    return head + b"\r\n\r\n" + body


def _without_connection(rest: bytes) -> bytes:
    head, _, body = rest.partition(b"\r\n\r\n")
    lines = [
        line
        for line in head.split(b"\r\n")
        if not line.lower().startswith((b"connection:", b"proxy-connection:", b"accept-encoding:"))
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _script(body: bytes) -> bytes:
    head = (
        "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\nCache-Control: no-store\r\n"
        "Service-Worker-Allowed: /\r\nContent-Security-Policy: default-src 'none'; "
        f"connect-src 'self'\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body


def dresses(text: str) -> dict[str, bytes]:
    """The ways in which a text may be written where it should not be."""
    plain = text.encode()
    shapes = {
        "as it is": plain,
        "UTF-16": text.encode("utf-16-le"),
        "UTF-16 the other way": text.encode("utf-16-be"),
        "in an address": quote(text).encode(),
        "in a form": quote_plus(text).encode(),
        "as JSON": "".join(
            letter if ord(letter) < 128 else f"\\u{ord(letter):04x}" for letter in text
        ).encode(),
        "in hexadecimal": plain.hex().encode(),
        "backwards": text[::-1].encode(),
    }
    for skipped in range(3):
        # Base64 takes three at a time, so it depends on what stands before. The rims are left out.
        code = base64.b64encode(b"\0" * skipped + plain)
        code = code[4 if skipped else 0 : -4]
        shapes[f"in base64, {skipped} further"] = code
        shapes[f"in base64 for addresses, {skipped} further"] = code.translate(
            bytes.maketrans(b"+/", b"-_")
        )
    return shapes


def found(text: str, places: dict[str, bytes]) -> list[str]:
    """Where `text` stands and how, among named heaps of bytes; also in small letters."""
    shapes = dresses(text)
    return [
        f"{place}: {shape}"
        for place, heap in places.items()
        for shape, written in shapes.items()
        if written in heap or written.lower() in heap.lower()
    ]


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its name."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
