"""The manual's pages that are made from the code: commands and rules.

``python -m toolkit.cli.manual docs`` writes both; a test compares them with the code.
"""

import io
import sys
from contextlib import redirect_stdout
from pathlib import Path

from toolkit.checks.page import rules_document
from toolkit.cli import commands
from toolkit.cli.app import EXIT_CODES, build_app
from toolkit.cli.command import Command
from toolkit.discover import members
from toolkit.workflows.documents.files import write_output

HEAD = """# Commands

Made from the help pages by `make manual`; do not edit. Every example runs in the tests, in a folder
made by `undraft samples samples`.

"""


def manual() -> str:
    """Return the whole manual as Markdown, commands in alphabetical order."""
    every = sorted(members(commands, Command), key=lambda one: one.words)
    return (
        HEAD + EXIT_CODES.replace("\b\n", "").replace("\n", " ") + "\n" + "".join(map(_page, every))
    )


def _page(command: Command) -> str:
    words = " ".join(command.words)
    return f"\n## undraft {words}\n\n```text\n{_help(command)}```\n"


def _help(command: Command) -> str:
    # The terminal's width must not change the manual.
    page = io.StringIO()
    with redirect_stdout(page):
        build_app(width=98)([*command.words, "--help"], prog_name="undraft", standalone_mode=False)
    return page.getvalue().strip("\n") + "\n"


def main(folder: Path) -> None:
    """Write ``commands.md`` and ``rules.md`` into ``folder``, in place of what is there."""
    for name, text in (("commands.md", manual()), ("rules.md", rules_document())):
        write_output(folder / name, text.encode("utf-8"), force=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
