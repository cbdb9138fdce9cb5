"""How long pages take on a running server, each beside the page that does nothing.

The same signed-in request goes to both, by turns, over one kept connection: what the server, the
session and the middleware cost is in both, and a busy moment of the machine disturbs them alike.
"""

import http.client
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LEAST = "/alive/"
APPLICATION = "benchmarks.web.application:application"
START_SECONDS = 60
WARM = 15


def measure(
    data: Path, address: str, session: str, pages: Sequence[str], *, rounds: int
) -> Mapping[str, Mapping[str, float]]:
    """Of each page and of the least one: milliseconds at p50 and p95, and bytes as sent."""
    host, _, port = address.rpartition(":")
    # As `afspraak serve` starts it, with one more address.
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host),
            *("--port", port, "--workers", "1", "--blocking-threads", "4", APPLICATION),
        ],
        env={
            **os.environ,
            "AFSPRAAK_DATA": str(data),
            "AFSPRAAK_ADDRESS": address,
            "AFSPRAAK_URL": f"http://{address}",
            "AFSPRAAK_WORKER": "false",
            "DJANGO_SETTINGS_MODULE": "afspraak.web.settings",
        },
        stdout=subprocess.DEVNULL,
    )
    try:
        return _measured(_connected(address), session, [LEAST, *pages], rounds)
    finally:
        server.terminate()
        server.wait(timeout=30)


def _connected(address: str) -> http.client.HTTPConnection:
    until = time.monotonic() + START_SECONDS
    while True:
        connection = http.client.HTTPConnection(address, timeout=30)
        try:
            connection.request("GET", LEAST)
            connection.getresponse().read()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return connection


def _measured(
    connection: http.client.HTTPConnection, session: str, pages: Sequence[str], rounds: int
) -> Mapping[str, Mapping[str, float]]:
    headers = {
        "Cookie": f"session={session}",
        "Accept-Language": "nl",
        "Accept-Encoding": "gzip",
    }
    times: dict[str, list[float]] = {page: [] for page in pages}
    sizes: dict[str, int] = {}
    for n in range(rounds + WARM):
        for page in pages if n % 2 else reversed(pages):
            started = time.perf_counter()
            connection.request("GET", page, headers=headers)
            answer = connection.getresponse()
            body = answer.read()
            took = (time.perf_counter() - started) * 1000
            if answer.status != http.HTTPStatus.OK:
                raise RuntimeError(f"{page} answered {answer.status}")
            sizes[page] = len(body)
            if n >= WARM:
                times[page].append(took)
    return {
        page: {
            "p50_ms": round(statistics.median(took), 3),
            "p95_ms": round(statistics.quantiles(took, n=20)[-1], 3),
            "bytes": sizes[page],
        }
        for page, took in times.items()
    }
