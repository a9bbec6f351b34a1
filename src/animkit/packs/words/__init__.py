"""In: assets/packs/*.yaml, where an editor writes what a pack says beyond its film. Out: those words as typed values, each problem at its line."""
