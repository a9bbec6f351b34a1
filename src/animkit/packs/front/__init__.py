"""In: a pack's content. Out: its pages: the one to start from, and guides as HTML, each in one file that asks for nothing else.

``front`` is START HERE; ``flowing`` is a paper of blocks as a page; ``picture_book`` is the children's booklet.
"""
