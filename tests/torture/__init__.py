"""Fault injection: the sample film is built while something goes wrong, and then built again. `script/torture` runs it.

In: a seed and a number of faults. Out: a table of what each fault did, and how many films were lost, wrong, torn, lied about, or left
something running or lying about.
"""
