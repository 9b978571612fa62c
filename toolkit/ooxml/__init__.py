"""Word files: the package, its styles, numbers and notes, and a walk over all of its words.

Knows Word and no document model. What is read comes out as plain values (``records``); XML
elements leave this room only for the writers.
"""
