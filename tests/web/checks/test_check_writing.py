"""Typing, pasting, composing and undoing, with the marks where the words are."""

import pytest
from playwright.sync_api import Page

from web.browsing import Visitor
from web.checks.checking import RUDE, box, cards, choose, marks, opened, settled, verdict

WOMEN = "👩‍👩‍👧‍👦"


VERDICTS = {
    "Ik vind het een goed plan.": "Prima",
    RUDE: "Let op",
    "Namens Bakkerij Jansen kan ik zeggen dat de klacht niet klopt.": "Eerst vragen",
    "Maak het maar over op NL91 ABNA 0417 1643 00.": "Niet doen",
    "Ik verdien 2.400 euro bruto en daar ben ik open over.": "Goed om te weten",
    "": "Schrijf maar",
}


def test_the_verdict_is_a_word(visitor: Visitor) -> None:
    page = opened(visitor)
    said = {}

    for post in VERDICTS:
        box(page).fill(post)
        said[post] = verdict(page)

    assert said == VERDICTS


def test_a_clean_check_is_no_permission(visitor: Visitor) -> None:
    page = opened(visitor, "en")

    box(page).fill("I think it is a good plan.")
    settled(page)

    assert "no permission" in page.locator("[data-verdict-sentence]").inner_text()


MARKED = {
    f"{WOMEN} {RUDE} 👨🏽‍🍳": [("klootzak", "note")],
    f"שלום {RUDE} مرحبا": [("klootzak", "note")],
    f"ook\r\n\r\n{RUDE}\r\n": [("klootzak", "note")],
    f"\ud83d {RUDE}": [("klootzak", "note")],
    "Je bent een klo\u0301otzak!": [("klo\u0301otzak", "note")],
    "Bel 06 12 34 56 78, Zonnebrood is geweldig!": [
        ("06 12 34 56 78", "ask"),
        ("Zonnebrood", "note"),
    ],
    "Morgen beginnen we met Project Zonnebloem!": [("Project Zonnebloem", "stop")],
    "Morgen staken we: de vakbond roept iedereen op.": [("staken we", "info")],
}
PUT = "(box, text) => { box.value = text; box.dispatchEvent(new Event('input')); }"


def test_the_words_themselves_are_marked(visitor: Visitor) -> None:
    page = opened(visitor)
    found = {}

    for post in MARKED:
        box(page).evaluate(PUT, post)
        found[post] = marks(page)

    assert found == MARKED


def test_text_never_becomes_markup(visitor: Visitor) -> None:
    page = opened(visitor)
    post = f"<img src=x onerror=alert(1)> <mark>&lt; {RUDE} <script>alert(1)</script>"

    box(page).fill(post)

    assert page.locator("[data-mirror]").evaluate("each => each.textContent") == post
    assert page.locator("[data-mirror] img, [data-mirror] script").count() == 0
    assert marks(page) == [("klootzak", "note")]


def test_what_is_pasted_can_be_undone_and_done_again(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).focus()

    page.keyboard.insert_text("Een mooie dag. ")
    page.keyboard.insert_text(RUDE)
    assert marks(page) == [("klootzak", "note")]
    page.keyboard.press("Control+z")
    assert (box(page).input_value(), marks(page)) == ("Een mooie dag. ", [])
    page.keyboard.press("Control+Shift+z")
    assert (box(page).input_value(), marks(page)) == (
        f"Een mooie dag. {RUDE}",
        [("klootzak", "note")],
    )


def test_a_text_is_marked_while_it_is_composed(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).focus()
    page.keyboard.insert_text("Jij bent een ")
    devtools = page.context.new_cdp_session(page)

    for part in ("k", "kloot", "klootzak"):
        devtools.send(
            "Input.imeSetComposition",
            {"text": part, "selectionStart": len(part), "selectionEnd": len(part)},
        )
    assert marks(page) == [("klootzak", "note")]
    devtools.send("Input.insertText", {"text": "klootzak"})

    assert box(page).input_value() == "Jij bent een klootzak"
    assert marks(page) == [("klootzak", "note")]


def test_ten_thousand_characters_stay_in_step(visitor: Visitor) -> None:
    page = opened(visitor)
    line = "Vandaag was het rustig in de winkel en we hebben lekker gebakken.\n"
    text = line * (10_000 // len(line))
    box(page).focus()

    page.keyboard.insert_text(text)
    page.keyboard.type(f"{RUDE} ")
    settled(page)

    assert mirrored(page)
    assert marks(page) == [("klootzak", "note")]
    page.keyboard.press("Control+Home")
    page.keyboard.type("Begin ")
    settled(page)
    assert marks(page) == [("klootzak", "note")]
    assert mirrored(page)


EDITS = """async ({ seed, times, scraps }) => {
  const box = document.querySelector("#text");
  const mirror = document.querySelector("[data-mirror]");
  const chance = below => (seed = (seed * 48271) % 2147483647) % below;
  const put = text => { box.value = text; box.dispatchEvent(new Event("input")); };
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  const differ = [];
  const bare = () => mirror.innerHTML.replaceAll(/ ?here| class=""/g, "");
  for (let i = 0; i < times; i++) {
    const [a, b] = [chance(box.value.length + 1), chance(12)];
    const text = box.value.slice(0, a) + scraps[chance(scraps.length)] + box.value.slice(a + b);
    put(text);
    await drawn();
    const grown = bare();
    put("");
    await drawn();
    put(text);
    await drawn();
    if (bare() !== grown) differ.push([text, grown, bare()]);
  }
  return { differ, marks: mirror.querySelectorAll("mark").length };
}"""
SCRAPS = (
    "",
    "a",
    " ",
    "\n",
    "\n\n",
    RUDE,
    " klootzak",
    "Zonnebrood is geweldig! ",
    "🙂",
    "a\u0301",
)


def test_a_mirror_that_is_changed_is_as_one_that_is_new(visitor: Visitor) -> None:
    page = opened(visitor)
    box(page).fill(f"{RUDE} Bel 06 12 34 56 78 nu.\n" * 3)

    found = page.evaluate(EDITS, {"seed": 2026, "times": 60, "scraps": SCRAPS})

    assert found["differ"] == []
    assert found["marks"] > 1


ALIGNED = """() => {
  const mirror = document.querySelector("[data-mirror]");
  const box = document.querySelector("#text");
  const plain = mirror.cloneNode(false);
  for (const text of box.value.split("\\n")) {
    const line = document.createElement("div");
    line.append(text || document.createElement("br"));
    plain.append(line);
  }
  mirror.after(plain);
  const rect = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  const apart = [...mirror.querySelectorAll("mark")].flatMap((mark) => {
    const before = document.createRange();
    before.setStart(mark.parentElement, 0);
    before.setEndBefore(mark);
    const start = before.toString().length;
    const line = plain.children[[...mirror.children].indexOf(mark.parentElement)].firstChild;
    return [0, mark.textContent.length - 1].flatMap((at) => {
      const [a, b] = [rect(mark.firstChild, at), rect(line, start + at)];
      return [Math.abs(a.left - b.left), Math.abs(a.right - b.right), Math.abs(a.top - b.top)];
    });
  });
  plain.remove();
  const scrolls = box.scrollHeight - box.clientHeight;
  return { apart: Math.max(...apart), marks: apart.length / 6, scrolls };
}"""


LONG = (
    f"{RUDE} Zonnebrood is geweldig! Bel 06 12 34 56 78 nu. " * 5,
    f"{WOMEN} 👨🏽‍🍳 {RUDE} 🇳🇱 en 😍 {RUDE} ☕️ " * 3,
    f"مرحبا Zonnebrood is geweldig بكم {RUDE} שלום 06 12 34 56 78 נא.\nזה {RUDE} כן",
    f"x\t{RUDE}\t\n\n\n  {RUDE}   \n{'a' * 140} {RUDE}\n",
)


@pytest.mark.parametrize("width", [320, 1280])
def test_marks_lie_under_their_words(visitor: Visitor, width: int) -> None:
    page = opened(visitor, width=width)
    found = []

    for post in LONG:
        box(page).fill(post)
        found.append(page.evaluate(ALIGNED))

    assert [each["marks"] > 1 for each in found] == [True] * len(LONG)
    # beside a mark two letters are not drawn towards each other: less than a pixel
    assert max(each["apart"] for each in found) < 1
    assert max(each["scrolls"] for each in found) <= 0


def mirrored(page: Page) -> bool:
    return bool(
        page.evaluate(
            "() => [...document.querySelector('[data-mirror]').children]"
            ".map(each => each.textContent).join('\\n') === document.querySelector('#text').value"
        )
    )


TAPPED = (
    (
        "Zonnebrood is echt geweldig",
        "Zet erbij: ‘Ik werk er zelf.’",
        "Zonnebrood is echt geweldig. Ik werk er zelf.",
    ),
    (
        "Zonnebrood is the best, highly recommended! 😍",
        "Zet erbij: ‘I work there.’",
        "Zonnebrood is the best, highly recommended! 😍 I work there.",
    ),
    ("Bel Fatima op 06 12 34 56 78, nu.", "Haal het weg", "Bel Fatima op, nu."),
    ("Maak over op NL91 ABNA 0417 1643 00.", "Haal het weg", "Maak over op."),
)


def test_a_suggestion_is_one_tap_and_can_be_undone(visitor: Visitor) -> None:
    page = opened(visitor)
    for post, press, expected in TAPPED:
        box(page).fill(post)

        page.get_by_role("button", name=press).click()

        assert box(page).input_value() == expected
        assert cards(page) == []
        page.locator("[data-undo]").click()
        assert box(page).input_value() == post


KEYED = {
    "Vers brood met #versbrood van de #bakkerijjansen": (
        "Vers brood met #versbrood van de #BakkerijJansen"
    ),
    "DIT IS DE LAATSTE DAG BIJ BAKKERIJ JANSEN!": "Dit is de laatste dag bij Bakkerij Jansen!",
    "Wat een dag 😍😍😍😍😍😍 zeg": "Wat een dag 😍😍 zeg",
}


def test_a_suggestion_is_one_key(visitor: Visitor) -> None:
    page = opened(visitor)
    choose(page, "as", "corporate")
    mended = {}

    for post in KEYED:
        box(page).fill(post)
        settled(page)
        page.keyboard.press("Alt+Enter")
        mended[post] = box(page).input_value()

    assert mended == KEYED


OFFERED = {
    "Wij van Bakkerij Jansen vinden dit geen goed idee.": [],
    RUDE: [],
    "Morgen beginnen we met Project Zonnebloem!": [],
    "Bel 06 12 34 56 78 of stort op NL91 ABNA 0417 1643 00": ["Haal het weg", "Haal het weg"],
}


def test_what_would_not_mend_it_is_not_offered(visitor: Visitor) -> None:
    page = opened(visitor)
    offered = {}

    for post in OFFERED:
        box(page).fill(post)
        settled(page)
        settled(page)
        offered[post] = page.locator("[data-rewrites] button").all_inner_texts()

    assert offered == OFFERED
