"""The verbs: each composes the rooms below into one job. No printing, no exit, no terminal."""
