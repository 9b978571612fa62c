"""Alignments as files, pages and reports."""
