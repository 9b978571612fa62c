"""Patterns that wait until they are asked."""

import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from toolkit.text.pattern import Pattern

TINY = 10  # characters of a pattern
TEXT = "Lamps 12, buoys 7; lamps 3"

IMPORTING = """
import re, sys
real, compiled = re.compile, []
def counted(*given, **named):
    if "toolkit/languages" in sys._getframe(1).f_code.co_filename.replace("\\\\", "/"):
        compiled.append(given[0])
    return real(*given, **named)
re.compile = counted
from toolkit.languages.registry import languages
from toolkit.text.pattern import Pattern
Pattern.compiled = property(lambda self: compiled.append(self.pattern) or real(self.pattern))
assert len(languages()) > 1
print(*compiled, sep='\\n')
"""


def test_a_pattern_is_compiled_at_the_first_question() -> None:
    wrong = Pattern("(")
    with pytest.raises(re.error):
        wrong.search(TEXT)


def test_a_pattern_answers_as_one_of_re_does() -> None:
    ours, theirs = Pattern(r"lamps (\d+)", re.IGNORECASE), re.compile(r"lamps (\d+)", re.IGNORECASE)
    assert [m.span() for m in ours.finditer(TEXT)] == [m.span() for m in theirs.finditer(TEXT)]
    assert ours.findall(TEXT) == theirs.findall(TEXT)
    assert ours.split(TEXT) == theirs.split(TEXT)
    assert ours.sub("x", TEXT) == theirs.sub("x", TEXT)
    for one, other in ((ours.search, theirs.search), (ours.match, theirs.match)):
        mine, right = one(TEXT, 5), other(TEXT, 5)
        assert (mine and mine.span()) == (right and right.span())
    assert ours.fullmatch("LAMPS 3")
    assert not ours.fullmatch(TEXT)
    assert ours.pattern == theirs.pattern


def test_loading_the_languages_compiles_none_of_their_larger_patterns() -> None:
    command = [sys.executable, "-c", IMPORTING]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    assert not [line for line in ran.stdout.splitlines() if len(line) > TINY]
