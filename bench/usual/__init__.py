"""The usual way to make such a film: plain manim, a file for each scene, then MoviePy."""
