"""In: a pack's content. Out: files that a school can change: Word (``word``) and PowerPoint (``slides``), with the same words as the PDFs.

Promise: equal content gives equal bytes (``steady``). They ask for Arial, a face that nearly every computer in a school has.
"""
