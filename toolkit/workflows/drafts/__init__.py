"""Drafts made one report, and two versions held against each other."""
