"""How fast animkit is, measured beside the way such films are usually made, on the same machine in one run. See docs/performance.md."""
