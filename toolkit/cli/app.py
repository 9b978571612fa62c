"""The command ``undraft``: finds its commands, and turns every ending into an exit code."""

import os
import sys
import traceback
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import wraps
from typing import Annotated, Any

import typer

from toolkit import __version__
from toolkit.cli import commands
from toolkit.cli.command import Command
from toolkit.cli.outline import outlines
from toolkit.cli.output import emit, note
from toolkit.cli.session import settings
from toolkit.cli.spread import json_spelt, spread
from toolkit.discover import members, module_names
from toolkit.errors import Exit, UndraftError
from toolkit.text.address import without_passwords

ABOUT = """Read, align, assemble and check United Nations reports in English and Chinese.

Results go to standard output, everything else to standard error. `undraft COMMAND --help` has
examples that run on the samples: `undraft samples samples` copies them here.
"""

EXIT_CODES = """\b
Exit codes: 0 done · 1 findings, or below a floor · 2 usage, configuration, template or data
file · 3 input unreadable or unsupported · 4 refused to write · 5 memory damaged or unreachable
· 70 our own fault · 130 interrupted"""

COMPLETING = "_UNDRAFT_COMPLETE"  # a variable that shells set when they ask for completions

GROUPS = {
    "config": "The settings that hold here.",
    "tm": "The upkeep of translation memories.",
    "term": "Terms: what a house calls things, and what it has given up.",
    "template": "The templates that drafts are built from.",
}


def build_app(width: int | None = None, given: Iterable[Command] | None = None) -> typer.Typer:
    """Return the Typer application with the commands ``given``, None for all there are.

    ``width`` fixes the width of help pages in characters; None takes the terminal's, to 100.
    """
    context: dict[str, object] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
    if width:
        context["terminal_width"] = width
    app = typer.Typer(
        name="undraft",
        help=ABOUT,
        epilog=EXIT_CODES,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings=context,
    )
    app.callback()(_global_options)
    groups: dict[str, typer.Typer] = {}
    for command in members(commands, Command) if given is None else given:
        added = _parent(app, groups, command).command(command.name, epilog=command.epilog)
        added(_settled(command.function))
    return app


def _settled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a command that reads the settings first: what fails for them has written nothing."""

    @wraps(function)
    def run_settled(**options: object) -> object:
        settings()
        return function(**options)

    return run_settled


def _parent(app: typer.Typer, groups: dict[str, typer.Typer], command: Command) -> typer.Typer:
    if not command.group:
        return app
    if command.group not in groups:
        group = typer.Typer(help=GROUPS[command.group], no_args_is_help=True, rich_markup_mode=None)
        groups[command.group] = group
        app.add_typer(group, name=command.group)
    return groups[command.group]


def _show_version(wanted: bool) -> None:
    if wanted:
        emit(f"undraft {__version__}")
        raise typer.Exit


def _global_options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Print the version."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the full trace of an internal error.")
    ] = False,
) -> None:
    """Hold the options that stand before the command."""


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code; nothing escapes but the code.

    A reader that closes the pipe early (``undraft find … | head``) is no error.
    """
    try:
        known = _known(arguments)
        app = build_app(given=known)
        options = {name for one in known for name in one.spread}
        words = spread(arguments, options)
        if len(known) == 1 and not known[0].formats:
            words = json_spelt(words)
        result = app(words, prog_name="undraft", standalone_mode=False)
        sys.stdout.flush()
    except UndraftError as error:
        return _fail(str(error), error.exit_code)
    except typer.TyperException as error:
        return _usage(error)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("Interrupted; nothing was left half-written.", Exit.INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    except OSError as error:
        if not error.filename or "--debug" in arguments:
            return _ours(error, debug="--debug" in arguments)
        # A name no system takes, a folder nobody may look into: the file's fault, not ours.
        return _fail(f"{error.filename}: {error.strerror}.", Exit.INPUT)
    except Exception as error:  # noqa: BLE001 (the last line of defence: one sentence and 70)
        return _ours(error, debug="--debug" in arguments)
    return result if isinstance(result, int) else Exit.DONE


def _known(arguments: Sequence[str]) -> tuple[Command, ...]:
    """Return the commands it takes to answer.

    Looking a sentence up need not wait for what aligning needs, nor the list of all commands for
    what any of them needs; completing a line needs their options.
    """
    modules = _needed(arguments)
    if modules is None and COMPLETING not in os.environ:
        return outlines(commands)
    return members(commands, Command, modules)


def _needed(arguments: Sequence[str]) -> Collection[str] | None:
    """Return the modules of the command that is meant, None when no command is.

    A module is called after its command's words: ``check``, ``template_check``, ``strip_marks``.
    """
    words = [word for word in arguments if not word.startswith("-")]
    if not words:
        return () if "--version" in arguments else None
    names = module_names(commands)
    for called in ("_".join(words[:2]), words[0]):
        called = called.replace("-", "_")
        if called in names:
            return (called,)
    if len(words) == 1:
        return None
    return tuple(name for name in names if name.startswith(f"{words[0]}_")) or None


def _fail(message: str, code: Exit) -> int:
    note(f"undraft: {without_passwords(message)}")
    return code


def _usage(error: typer.TyperException) -> int:
    message = error.format_message()
    # A command or a group typed alone is answered with its help page, which is the message here.
    if message.startswith("Usage:"):
        note(message)
        return Exit.USAGE
    context = getattr(error, "ctx", None)
    where = f" See `{context.command_path} --help`." if context else ""
    return _fail(f"{message}{where}", Exit.USAGE)


def _ours(error: Exception, *, debug: bool) -> int:
    if debug:
        note(traceback.format_exc())
    kind = type(error).__name__
    return _fail(
        f"an internal error ({kind}: {error}). Your files are unchanged. This is our fault: "
        "please report it with the command you typed; --debug before the command shows more.",
        Exit.OURS,
    )
