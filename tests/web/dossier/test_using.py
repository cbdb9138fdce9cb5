"""The dossier and a trial as the works council uses them, in a browser."""

import pytest

from web.axe import errors, overflow, violations
from web.browsing import Visitor


@pytest.mark.xdist_group("pages")
def test_karel_tries_the_proposal_and_reads_what_came_of_it(visitor: Visitor, csv: bytes) -> None:
    page = visitor("karel", lang="nl", width=360, scheme="dark")
    with errors(page) as told:
        page.goto("/agreeing/")
        page.goto(str(page.locator("main a[href^='/agreeing/']").first.get_attribute("href")))
        page.locator("main a[href$='/dossier/']").first.click()
        before = violations(page), overflow(page)
        page.locator("main a[href$='/try/']").click()
        page.locator("input[type=file]").set_input_files(
            {"name": "posts.csv", "mimeType": "text/csv", "buffer": csv}
        )
        page.locator("[name=ours]").check()
        trying = violations(page), overflow(page)
        page.locator("main form button").click()
        page.locator("[data-trial=done]").wait_for(timeout=60_000)
        page.locator("main a[href$='#replay']").click()
        page.locator("#replay .sentence").wait_for()
        after = violations(page), overflow(page)

    assert (before, trying, after, told) == (([], 0), ([], 0), ([], 0), [])
    assert page.locator("#replay .figures dd").first.inner_text() == "4"
