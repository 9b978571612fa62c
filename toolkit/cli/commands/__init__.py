"""The commands, one a file: ``ls`` is the list. Each module holds one ``COMMAND``."""
