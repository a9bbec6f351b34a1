"""Things people handle and meet: each a puppet in the line of the cast."""
