"""How the number rule does on real pairs: false alarms, and figures with one digit changed."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolkit.checks.compared import unequal
from toolkit.languages import by_code

EN, ZH = by_code("en"), by_code("zh")
DIGITS = "123456789"


def pairs(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the sentences that people have paired, source and target."""
    for gold in sorted(folder.rglob("*.gold.tsv")):
        stem = gold.name.removesuffix(".gold.tsv")
        source, target = (
            (gold.parent / f"{stem}.{code}.txt").read_text(encoding="utf-8").split("\n")
            for code in ("en", "zh")
        )
        for line in gold.read_text(encoding="utf-8").splitlines():
            ours, _, theirs = line.partition("\t")
            if ours and theirs:
                left = " ".join(source[int(at)] for at in ours.split(","))
                yield left, "".join(target[int(at)] for at in theirs.split(","))


def alarm(source: str, target: str) -> bool:
    """Return whether PAR102 would speak."""
    return all(unequal(EN.numbers(source), ZH.numbers(target)))


def misprinted(target: str, chance: random.Random) -> str | None:
    """Return a text with one digit of one figure changed, None without figures."""
    figures = [one for one in ZH.numbers(target) if not one.in_words]
    if not figures:
        return None
    span = chance.choice(figures).span
    at = chance.choice([i for i in range(span.start, span.end) if target[i].isdecimal()])
    other = chance.choice([digit for digit in DIGITS if digit != target[at]])
    return target[:at] + other + target[at + 1 :]


@pytest.mark.slow
def test_real_pairs_give_hardly_an_alarm_and_a_changed_digit_nearly_always_one(
    shared: Path,
) -> None:
    chance = random.Random(20300603)
    every = list(pairs(shared / "data"))
    assert len(every) > 7000
    assert sum(alarm(*one) for one in every) * 200 < len(every)
    # Of a figure that the other side does not have no digit can be seen to be changed.
    agreeing = [one for one in every if not any(unequal(EN.numbers(one[0]), ZH.numbers(one[1])))]
    wrong = [(source, misprinted(target, chance)) for source, target in agreeing]
    planted = [(source, target) for source, target in wrong if target is not None]
    found = sum(alarm(source, target) for source, target in planted)
    assert len(planted) > 1000
    assert found >= 0.99 * len(planted), (found, len(planted))
