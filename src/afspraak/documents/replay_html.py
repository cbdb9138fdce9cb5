"""The report of a replay as one web page that needs nothing besides itself."""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from afspraak.documents import replay_chart
from afspraak.documents.replay_report import Report


def write(report: Report) -> bytes:
    """The page, in UTF-8, looking as the handbook does. No script, no font, no request."""
    style = _template("handbook.css") + _template("replay.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    charts = []
    if report.chart:
        # a style says which of the two is seen; the other is not read out either
        for layout, name in ((replay_chart.BESIDE, "wide"), (replay_chart.ABOVE, "narrow")):
            drawn = replay_chart.svg(report.chart, layout, name=f"{name}-chart")
            charts.append(Markup(drawn))  # noqa: S704 - every text in it is escaped
    page = (
        _environment()
        .get_template("replay.html")
        .render(
            report=report,
            charts=charts,
            style=Markup(style),  # noqa: S704 - our own files
            style_hash=f"sha256-{digest}",
        )
    )
    return page.encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    return Environment(
        loader=DictLoader({"replay.html": _template("replay.html")}),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _template(name: str) -> str:
    return files("afspraak.documents").joinpath("templates", name).read_text("utf-8")
