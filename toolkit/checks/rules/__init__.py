"""One rule a file; see ``checks.rule`` for its shape. The module's docstring is its page."""
