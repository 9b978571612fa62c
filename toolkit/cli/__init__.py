"""The command line: parses, calls a workflow, renders. One command is one file in ``commands``."""
