"""Motions in the house's timing. In: puppets. Out: Manim animations that copy nothing."""
