"""Takes the pictures of screens that the READMEs show, from a demo of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs/images"
SIZE: ViewportSize = {"width": 1280, "height": 720}
START_SECONDS = 120
POSTS = {
    "nl": "Morgen beginnen we met Project Zonnebloem! Zonnebrood: een aanrader voor iedereen.",
    "en": "Tomorrow we start with Project Zonnebloem! Zonnebrood is the best, highly recommended.",
}
SCREENS = {
    "home": ("lotte", "/"),
    "handbook-page": ("lotte", "/handbook/"),
    "check": ("lotte", "/check/"),
    "read": ("lotte", "/read/"),
    "transparency": ("lotte", "/transparency/"),
}


def main() -> None:
    """Writes a picture of each screen in each language."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        site = f"http://localhost:{probe.getsockname()[1]}"
    with tempfile.TemporaryDirectory() as folder:
        server = _start(site, Path(folder))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(
                    executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
                )
                for lang in POSTS:
                    _take_all(browser, site, lang)
                browser.close()
        finally:
            server.terminate()
            server.wait(timeout=30)


def _start(site: str, folder: Path) -> "subprocess.Popen[bytes]":
    server = subprocess.Popen(
        [sys.executable, "-m", "afspraak", "serve", "--demo"],
        env={
            **os.environ,
            "AFSPRAAK_DATA": str(folder),
            "AFSPRAAK_ADDRESS": site.replace("http://localhost", "127.0.0.1"),
            "AFSPRAAK_URL": site,
        },
    )
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{site}/demo/", timeout=5)  # noqa: S310 - our own
            break
        except OSError:
            time.sleep(0.2)
    return server


def _take_all(browser: Browser, site: str, lang: str) -> None:
    context = browser.new_context(
        base_url=site,
        locale=lang,
        viewport=SIZE,
        device_scale_factor=1.5,
    )
    page = context.new_page()
    for name, (who, address) in SCREENS.items():
        _be(page, site, who, lang)
        page.goto(address)
        if name == "check":
            page.locator("textarea").first.fill(POSTS[lang])
            page.wait_for_timeout(1500)
        path = IMAGES / f"{name}.{lang}.png"
        page.screenshot(path=path)
        print(f"{path.name}: {path.stat().st_size // 1000} kB")
    context.close()


def _be(page: Page, site: str, who: str, lang: str) -> None:
    """Comes in as somebody, in a language."""
    for address, form in (
        ("/demo/sign-in/", {"person": who}),
        ("/language/", {"language": lang}),
    ):
        page.goto("/demo/")
        token = page.locator("input[name=csrfmiddlewaretoken]").first.input_value()
        page.request.post(
            address,
            form={"csrfmiddlewaretoken": token, **form},
            headers={"Referer": site},
            max_redirects=0,
        )


if __name__ == "__main__":
    main()
