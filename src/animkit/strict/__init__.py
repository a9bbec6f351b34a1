"""In: the bytes of a YAML file that a person wrote. Out: its values with the place of each, or every problem with file:line:col.

Promise 6, strict reading: core words only, no tags, no duplicate keys, no recursion, bounded copies, depth 50, 2 MB. The time and memory
that any file can cost are bounded, whoever wrote it.
"""
