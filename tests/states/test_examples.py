"""The examples in the docstrings of the room hold."""

import doctest
import importlib
import pkgutil

import pytest

import toolkit.states as room

MODULES = [info.name for info in pkgutil.iter_modules(room.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    module = importlib.import_module(f"{room.__name__}.{name}")
    assert doctest.testmod(module).failed == 0
