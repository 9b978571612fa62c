"""Many pairs aligned in one run: on processes or a cluster, resumable."""
