import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from web.browsing import Site
from web.checks.recording import Recorder, files_in, found, recorder
from web.checks.typing_in import kept_by_worker, opened, settle, until

CANARY = "Wij zijn woest, kanarie-7f3aq9 vliegt één keer over de toonbank"
# What a leak may cut the sentence into: the part that occurs nowhere by chance.
CORE = "kanarie-7f3aq9"


def picture() -> bytes:
    made = io.BytesIO()
    Image.effect_noise((60, 40), 30).convert("RGB").save(made, "JPEG", comment=CANARY.encode())
    return made.getvalue()


def type_in_check(page: Page) -> None:
    page.locator("#text").press_sequentially(CORE, delay=1)
    page.keyboard.insert_text(f" {CANARY} bij de kutconcurrent! ")
    page.keyboard.type("Bel 06-12345678 #brood")
    for name in ("as", "readers", "network"):
        page.locator(f"input[name={name}]").first.check(force=True)
    rewrite = page.locator("[data-findings] [data-rewrites] button")
    if rewrite.count():
        rewrite.first.click()
    page.locator("#pictures-file").set_input_files(
        {"name": f"{CORE}.jpg", "mimeType": "image/jpeg", "buffer": picture()}
    )
    page.locator(".picture [data-alt]").fill(CANARY)
    page.locator(".picture input[value=not-asked]").check()
    with page.expect_download():
        page.locator("[data-save]").click()
    page.emulate_media(media="print")
    page.emulate_media(media="screen")


def type_in_account(page: Page) -> None:
    page.locator("#handle").fill(CORE)
    page.locator("#name").fill(CANARY)
    page.locator("#bio").press_sequentially(f"Bakker. {CORE}")
    page.keyboard.insert_text(f" Bij Bakkerij Jansen. {CANARY}")
    page.locator("input[name=meant]").nth(1).check()
    page.locator("#bio").press("Enter")
    page.locator("#handle").press("Enter")


def write_everywhere(page: Page, recording: Recorder) -> None:
    """The whole way through; while somebody types, nothing at all is sent."""
    page.goto("/check/")
    kept_by_worker(page.context, page)
    for address, type_in in (("/check/", type_in_check), ("/account/", type_in_account)):
        page.goto(address)
        page.locator("[data-check], [data-account]").wait_for(state="visible")
        before = settle(page, recording)
        type_in(page)
        assert settle(page, recording) == before, recording.by_pages[before:]

    page.goto("/check/")
    type_in_check(page)
    page.goto("/")
    page.go_back()
    page.reload()

    page.context.set_offline(True)
    for address, type_in in (("/check/", type_in_check), ("/account/", type_in_account)):
        page.goto(address)
        type_in(page)
    page.context.set_offline(False)
    settle(page, recording)

    page.goto("/check/")
    type_in_check(page)
    page.evaluate("navigator.serviceWorker.ready.then((known) => known.update())")
    page.goto("/sign-in/logout/")
    page.locator("main form").get_by_role("button").first.click()
    settle(page, recording)


def backup_of(site: Site, file: Path) -> dict[str, bytes]:
    """What `afspraak backup` keeps, taken out of its file."""
    subprocess.run(
        [sys.executable, "-m", "afspraak", "backup", str(file), "--data", str(site.data)],
        check=True,
        capture_output=True,
        timeout=60,
        env={key: each for key, each in os.environ.items() if not key.startswith("DJANGO")},
    )
    with zipfile.ZipFile(file) as archive:
        return {f"backup/{name}": archive.read(name) for name in archive.namelist()}


@pytest.mark.promise(2)
def test_what_is_typed_is_nowhere_but_in_the_page(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with recorder(site.url) as recording, opened(browser, recording, profile) as page:
        write_everywhere(page, recording)

    places = {
        "requests": recording.everything,
        "log": site.log.read_bytes(),
        **backup_of(site, tmp_path / "backup"),
        **{f"data/{name}": heap for name, heap in files_in(site.data).items()},
        **{f"profile/{name}": heap for name, heap in files_in(profile).items()},
    }

    assert len(recording.by_pages) > 20
    assert found(CANARY, places) + found(CORE, places) == []


@pytest.mark.promise(2)
def test_what_the_writer_keeps_lies_in_the_browser_s_storage_and_nowhere_else(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    with recorder(site.url) as recording, opened(browser, recording, tmp_path) as page:
        page.goto("/check/")
        page.locator("#text").fill(CANARY)
        page.locator("[data-keep]").check()
        until(page, "localStorage.getItem('afspraak.check') !== null")
        settle(page, recording)

    kept = found(CORE, files_in(tmp_path))

    assert kept
    assert [each for each in kept if "Local Storage" not in each] == []
    assert found(CORE, {"requests": recording.everything}) == []
