"""Numbers of a list gathered into ranges, as references print them in every language."""

from collections.abc import Iterator, Sequence

_SHORTEST = 3  # two numbers that follow each other are joined by "and"


def runs(numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield single numbers, and the ends of ranges of three or more; rising, without doubles."""
    held: list[int] = []
    for one in [*sorted(set(numbers)), None]:
        if held and one != held[-1] + 1:
            if len(held) < _SHORTEST:
                yield from ((single,) for single in held)
            else:
                yield held[0], held[-1]
            held = []
        if one is not None:
            held.append(one)
