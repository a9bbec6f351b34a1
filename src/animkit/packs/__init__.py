"""In: a Storyboard, its Timeline and its films. Out: what a class, a home or a child is given: the player, pages, plans, slides, guides."""
