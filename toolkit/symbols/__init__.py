"""Document symbols: reading them, finding them in text, how one relates to another."""
