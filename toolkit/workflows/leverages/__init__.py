"""What a memory is worth for a document, as tables."""
