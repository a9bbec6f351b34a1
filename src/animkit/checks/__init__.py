"""In: storyboards, timelines, films, pages. Out: Findings, with where, what, why and how to mend."""
