"""In: a film's file, its sound, its scenes. Out: numbers, kept in the store by the hash of what they were measured on."""
