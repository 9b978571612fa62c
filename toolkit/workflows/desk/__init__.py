"""The translator's desk: documents as segments, and back in another language."""
