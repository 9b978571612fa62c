"""Documents to files: Markdown and DOCX. Bytes out; ``workflows`` writes them atomically."""
