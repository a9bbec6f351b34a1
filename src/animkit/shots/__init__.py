"""In: a Slot and what its shot says. Out: a Clip: exactly that many frames of clean picture, and the log of what was drawn."""
