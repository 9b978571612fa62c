"""Documents changed in place: edits found their spots, and carried out."""
