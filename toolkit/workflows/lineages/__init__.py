"""What became of drafts, as pages and tables."""
