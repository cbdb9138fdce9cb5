"""The report of a replay as an accessible PDF (PDF/UA-1), set by typst."""

from dataclasses import asdict

from afspraak.documents import replay_chart, typesetting
from afspraak.documents.replay_report import Report


def write(report: Report) -> bytes:
    """The PDF. The same report gives the same bytes: its date is the report's day."""
    day = report.day
    drawn = ""
    if report.chart:
        drawn = replay_chart.svg(report.chart, replay_chart.BESIDE, name="chart")
    said = asdict(report) | {"day": [day.year, day.month, day.day], "drawn": drawn}
    return typesetting.typeset("replay", said, day)
