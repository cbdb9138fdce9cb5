"""Says at the end how much the gate looked at, so that it is seen to be real."""

from collections import Counter
from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line a pack: posts, how many of them have findings, and findings."""
    posts: Counter[str] = Counter()
    touched: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "gate":
                pack = value[0]
                posts[pack] += value[1]
                touched[pack] += value[2]
                findings[pack] += value[3]
    if posts:
        terminalreporter.section("equality gate")
    for pack in posts:
        terminalreporter.write_line(
            f"{pack:<11} {posts[pack]:>8,} posts, {touched[pack] / posts[pack]:.0%} with findings,"
            f" {findings[pack]:>8,} findings"
        )
