"""In: anything. Out: Findings."""
