"""In: Clips, Takes and Cues. Out: finished films, each verified before it gets its name."""
