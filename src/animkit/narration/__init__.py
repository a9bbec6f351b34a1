"""In: the storyboard's lines. Out: a Take for each, with the time of every word and the truth about who or what spoke it."""
