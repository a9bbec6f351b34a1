"""In: assets/packs/*.yaml, where an editor writes what a pack says beyond its film. Out: its words as values."""
