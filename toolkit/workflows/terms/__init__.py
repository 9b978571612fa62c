"""What is done with a termbase: imported, looked for in documents, kept up to date."""
