"""In: a pack's content and a build's films. Out: the pack as a folder and a zip, whole or not at all, with its checksums and its manifest.

``school`` and ``parents`` list what a pack holds and in which words the front page offers it; ``write`` puts it on the disk.
"""
