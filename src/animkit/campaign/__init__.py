"""In: the campaign's data files (theme, profile, help routes, cast, signs). Out: the same as checked values."""
