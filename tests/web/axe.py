"""What a page does to people who use it otherwise: axe, sideways scrolling, and errors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


def violations(page: Page, *, rules: Sequence[str] = (), but: Sequence[str] = ()) -> list[str]:
    """What axe finds on the page, a line for each place. `rules` asks for those only."""
    chosen = (
        {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(TAGS)}
    )
    options = {
        "runOnly": chosen,
        "resultTypes": ["violations"],
        "rules": {rule: {"enabled": False} for rule in but},
    }
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{each['id']}: {node['html'][:160]} · {_why(node)}"
        for each in found
        for node in each["nodes"]
    ]


def overflow(page: Page) -> int:
    """How many pixels the page can be scrolled sideways."""
    wide: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return wide


@contextmanager
def errors(page: Page) -> Iterator[list[str]]:
    """The errors that the browser tells of in the meantime, policy violations among them."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            found.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(str(error)))
    yield found
    page.remove_listener("console", note)


def _why(node: dict[str, str]) -> str:
    return " ".join(node.get("failureSummary", "").split())[:200]
