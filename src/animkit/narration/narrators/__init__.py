"""A table of narrators: the recorded, the neural, the fast and the silent one."""
