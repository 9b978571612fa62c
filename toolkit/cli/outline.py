"""The commands as a list of them shows: read off their files, so that none need be imported."""

import ast
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from toolkit.cli.command import Command
from toolkit.discover import module_names


def outlines(package: ModuleType) -> tuple[Command, ...]:
    """Return the commands in the modules of ``package``, in order, with functions that do nothing.

    They have names, groups and help texts; examples and options only the real ones have.
    """
    folders = [Path(folder) for folder in package.__path__]
    found = (
        _outline(path)
        for name in module_names(package)
        for path in (folder / f"{name}.py" for folder in folders)
        if path.is_file()
    )
    return tuple(one for one in found if one)


def _outline(path: Path) -> Command | None:
    tree = ast.parse(path.read_bytes())
    said = {
        node.name: ast.get_docstring(node)
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
    }
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "COMMAND":
            return _command(node.value, said)
    return None


def _command(call: ast.expr, said: dict[str, str | None]) -> Command | None:
    if not isinstance(call, ast.Call):
        return None
    given = {word.arg: word.value for word in call.keywords}
    name, group = (_text(given.get(word)) for word in ("name", "group"))
    told = said.get(ast.unparse(given["function"])) if "function" in given else None
    return Command(name=name, group=group, function=_saying(told), examples=()) if name else None


def _text(node: ast.expr | None) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _saying(told: str | None) -> Callable[[], None]:
    def nothing() -> None:
        return

    nothing.__doc__ = told
    return nothing
