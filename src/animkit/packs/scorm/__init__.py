"""In: the player and its films. Out: a SCORM 1.2 zip for a school's learning platform.

The platform learns that somebody began and that the film was watched to its end: no answers, no names, nothing else.
"""
