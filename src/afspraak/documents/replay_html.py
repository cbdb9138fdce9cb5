"""The report of a replay as one web page that needs nothing besides itself."""

from markupsafe import Markup

from afspraak.documents import markup, replay_chart
from afspraak.documents.replay_report import Report


def write(report: Report) -> bytes:
    """The page, in UTF-8, looking as the handbook does. No script, no font, no request."""
    charts = []
    if report.chart:
        # a style says which of the two is seen; the other is not read out either
        for layout, name in ((replay_chart.BESIDE, "wide"), (replay_chart.ABOVE, "narrow")):
            drawn = replay_chart.svg(report.chart, layout, name=f"{name}-chart")
            charts.append(Markup(drawn))  # noqa: S704 - every text in it is escaped
    styles = ("handbook.css", "replay.css")
    page = markup.page("replay.html", styles, report=report, charts=charts)
    return page.encode("utf-8", "replace")
