"""States and other participants: their names in each language, in text, in lists, in order."""
