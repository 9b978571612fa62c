"""Akoma Ntoso for the United Nations: reports as XML that machines can cite."""

from toolkit.writers.akn.publication import write

__all__ = ["write"]
