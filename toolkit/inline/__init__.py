"""Inline codes: what stands in a segment beside its words, whatever the format."""
