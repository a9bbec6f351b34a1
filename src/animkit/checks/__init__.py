"""In: storyboards, timelines, films, pages. Out: Findings, with where, what, why and how to mend."""

from animkit.checks.storyboard_checks import CHECKS, check_storyboard

__all__ = ["CHECKS", "check_storyboard"]
