"""Formats in which translations travel: XLIFF, PO, tables, and what translate-toolkit reads.

One module a format, or a few for a large one. Every reader gives an ``ExchangeFile`` of units;
every writer takes the ``Bilingual`` of a translator's desk. Knows no document and no memory.
"""
