"""In: the YAML text an editor writes. Out: a Storyboard, or every problem in it with file:line:col."""
