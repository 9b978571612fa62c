"""Strings: scripts, numerals, spans, normal forms. Knows no document and no language."""
