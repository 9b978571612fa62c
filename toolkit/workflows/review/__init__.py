"""Reviews of alignments: given out as files, and taken back."""
