"""Where things happen: flat walls, discs of light, furniture and floor (being written by PROPS-2)."""
