"""In: a Verdict and its Evidence. Out: report.html, which needs nothing else, and report.json with the same facts."""

from animkit.gate.report.page import report_html, report_json

__all__ = ["report_html", "report_json"]
