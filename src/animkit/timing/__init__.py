"""In: a Storyboard and its Takes. Out: a Timeline in whole frames, which every later stage reads and nothing else."""
