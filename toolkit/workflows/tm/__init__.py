"""The upkeep of memories: what the commands of `undraft tm` do."""
