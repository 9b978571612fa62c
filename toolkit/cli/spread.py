"""What is typed, spelt as the commands take it.

Options that take all words behind them (``--second DRAFT… FINAL``), and ``--format json``, which is
``--json`` everywhere.
"""

from collections.abc import Collection, Sequence


def spread(arguments: Sequence[str], options: Collection[str]) -> list[str]:
    """Return a command line with such an option repeated before each of its words.

    Its words end where the next option begins; a lone "-" is standard input and no option.

    >>> spread(["a", "--second", "b", "c", "--json"], {"--second"})
    ['a', '--second', 'b', '--second', 'c', '--json']
    """
    found: list[str] = []
    open_option: str | None = None
    fresh = False
    for word in arguments:
        if word.startswith("-") and word != "-":
            open_option, fresh = (word if word in options else None), True
        elif open_option and not fresh:
            found.append(open_option)
        else:
            fresh = False
        found.append(word)
    return found


def json_spelt(arguments: Sequence[str]) -> list[str]:
    """Return a command line with ``--json`` for ``--format json``.

    For commands that have no ``--format`` of their own.

    >>> json_spelt(["a", "--format", "json", "--format=json", "--format", "csv"])
    ['a', '--json', '--json', '--format', 'csv']
    """
    found: list[str] = []
    for word in arguments:
        if word == "json" and found and found[-1] == "--format":
            found[-1] = "--json"
        else:
            found.append("--json" if word == "--format=json" else word)
    return found
