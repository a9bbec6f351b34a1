"""In: a score and the timeline's moods and sounds. Out: samples: the bed and the effects, synthesised."""
