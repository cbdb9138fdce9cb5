"""A passkey in a real browser, with a virtual key: added, used alone, used after a code."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from web.browsing import Site, Visitor

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def tom(visitor: Visitor) -> Iterator[Page]:
    """Tom on a phone, with a key in it that says yes; what breaks our policy fails the test."""
    page = visitor("tom", lang="en", width=360)
    page.set_default_timeout(15_000)
    broken: list[str] = []
    page.on("console", lambda said: broken.append(said.text) if said.type == "error" else None)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield page
    assert [text for text in broken if "Content Security Policy" in text] == []


def code(page: Page) -> str:
    """The code from the newest mail in the demo's mailbox."""
    page.goto("/demo/mailbox/")
    sent = page.get_by_text("is your code for Afspraak").first
    sent.wait_for()
    found = re.search(r"(\S+) is your code for Afspraak", sent.inner_text())
    assert found
    return found[1]


def test_a_passkey_is_added_and_signs_in_alone(tom: Page, site: Site) -> None:
    tom.goto("/profile/")
    tom.get_by_role("button", name="Add a passkey").click()
    tom.get_by_label("Name of this passkey").fill("my phone")
    tom.get_by_role("button", name="Add a passkey").click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("Recovery codes")
    assert tom.locator(".codes li").count() == 10
    tom.goto("/profile/")
    expect(tom.get_by_text("my phone").first).to_be_visible()

    tom.get_by_role("button", name="Sign out", exact=True).click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("Sign in")
    tom.get_by_role("button", name="Sign in with your passkey").click()

    tom.wait_for_url(f"{site.url}/")
    tom.goto("/profile/")
    tom.get_by_role("button", name="Sign out", exact=True).click()
    tom.get_by_label("Your e-mail address at work").first.fill("tom@bakkerijjansen.nl")
    tom.get_by_role("button", name="Send me a code").click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("Look in your mail")
    mailbox = tom.context.new_page()
    sent = code(mailbox)
    mailbox.close()
    tom.get_by_label("The code from the mail").fill(sent)
    tom.get_by_role("button", name="Sign in").click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("One step more: your passkey")
    tom.get_by_role("button", name="Use a passkey").click()

    tom.wait_for_url(f"{site.url}/")
    tom.goto("/profile/")
    tom.get_by_role("link", name="Remove").first.click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("Is it you?")
    tom.get_by_role("button", name="Use a passkey").click()
    expect(tom.get_by_role("heading", level=1)).to_have_text("Remove a passkey")
    tom.get_by_role("button", name="Remove").click()
    expect(tom.get_by_text("my phone")).to_have_count(0)
