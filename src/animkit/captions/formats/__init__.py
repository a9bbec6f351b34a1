"""A table of caption formats: cues in, text out."""
