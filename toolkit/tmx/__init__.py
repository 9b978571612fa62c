"""The TMX format: reading what is met, writing what everybody reads, the canonical form."""
