"""The cast. In: a look from the cast file, and what a person is told to do. Out: a puppet that lives by the frame's number."""
