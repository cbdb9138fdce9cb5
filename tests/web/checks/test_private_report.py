import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from web.browsing import Site
from web.checks.recording import files_in, found, recorder
from web.checks.test_private_canary import backup_of
from web.checks.typing_in import opened, settle

CANARY = "Wij zijn boos, kanarie-4m8zt2 vliegt bij die stomme kutconcurrent naar binnen"
CORE = "kanarie-4m8zt2"


@pytest.mark.promise(2)
def test_the_text_is_nowhere_after_a_rule_was_reported(
    site: Site, browser: Browser, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with (
        recorder(site.url) as recording,
        opened(browser, recording, profile, service_workers="block") as page,
    ):
        page.goto("/check/")
        page.locator("#text").fill(f"{CANARY}. Bel 06-12345678.")
        link = page.locator("[data-findings] [data-report] a").first
        link.wait_for()
        before = settle(page, recording)
        address = str(link.get_attribute("href"))
        with page.context.expect_page() as opening:
            link.click()
        report = opening.value
        report.locator("input[name=sort]").first.check()
        report.locator("main form button").click()
        report.wait_for_url("**/rules/thanks/")
        settle(report, recording)
        typed = page.locator("#text").input_value()
        sent = [each for each in recording.sent if b"/rules/" in each.split(b"\r\n", 1)[0]]

    places = {
        "requests": recording.everything,
        "log": site.log.read_bytes(),
        **backup_of(site, tmp_path / "backup"),
        **{f"data/{name}": heap for name, heap in files_in(site.data).items()},
        **{f"profile/{name}": heap for name, heap in files_in(profile).items()},
    }
    rule = address.split("/")[2]
    bodies = [each.partition(b"\r\n\r\n")[2].decode() for each in sent]
    fields = re.sub(r"csrfmiddlewaretoken=\w+&", "", "".join(bodies))
    lines = [each.split(b" ", 2)[:2] for each in sent]

    assert typed == f"{CANARY}. Bel 06-12345678."
    assert len(recording.by_pages) > before
    assert found(CANARY, places) + found(CORE, places) == []
    assert [(way.decode(), urlsplit(to.decode()).path) for way, to in lines] == [
        ("GET", f"/rules/{rule}/report/"),
        ("POST", f"/rules/{rule}/report/"),
        ("GET", "/rules/thanks/"),
    ]
    assert fields == "sort=wrong"
    assert b"/check" not in b"".join(
        line for each in sent for line in each.split(b"\r\n") if line.lower().startswith(b"referer")
    )
    assert rule.encode() not in site.log.read_bytes()
