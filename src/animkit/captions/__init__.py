"""In: a Timeline. Out: Cues, and the caption files and caption pictures made from them."""
