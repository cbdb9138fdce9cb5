"""From questions to a draft, and a change by two people, in a real browser."""

from playwright.sync_api import expect

from web.axe import violations
from web.browsing import Visitor


def test_questions_become_a_draft_and_two_people_change_a_name(visitor: Visitor) -> None:
    henk = visitor("henk", lang="en")
    henk.goto("/interview/organisation/")
    henk.get_by_label("How many people work there?").fill("forty")
    henk.get_by_role("button", name="Save and go on").click()
    expect(henk.get_by_label("How many people work there?")).to_have_value("forty")
    assert violations(henk) == []
    henk.get_by_label("How many people work there?").fill("40")
    henk.get_by_role("button", name="Save and go on").click()
    expect(henk.get_by_role("heading", level=1)).to_have_text("During working hours")
    henk.get_by_label("In breaks").check()
    henk.get_by_role("button", name="Save and go on").click()
    expect(henk.locator(".beside .touched")).to_have_text("During working hours by your answer")
    henk.goto("/interview/answers/")
    henk.get_by_role("button", name="Make the draft").click()
    expect(henk.locator("main [role=status]")).to_contain_text("The draft is there.")

    henk.goto("/people-and-lists/change/")
    henk.get_by_label("Confidant").fill("Vertrouwenspersoon Samen")
    henk.get_by_role("button", name="Put it before somebody else").click()
    expect(henk.get_by_role("button", name="Take it back")).to_be_visible()
    expect(henk.get_by_role("button", name="Yes, let it hold")).to_have_count(0)
    jan = visitor("jan", lang="en", width=360, scheme="dark")
    jan.goto(henk.url)
    assert violations(jan) == []
    jan.get_by_role("button", name="Yes, let it hold").click()
    expect(jan.locator("main [role=status]")).to_contain_text("It holds from now on.")
    jan.goto("/handbook/")
    expect(jan.get_by_text("Vertrouwenspersoon Samen").first).to_be_visible()
