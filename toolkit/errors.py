"""Every exception and exit status, in one tree.

    UndraftError                70  our own fault, when nothing more precise is raised
    ├── UsageError               2  a command line that cannot be carried out
    │   └── ConfigError          2  an undraft.toml that does not hold
    ├── TemplateError            2  a template folder or a data file that does not hold
    ├── InputError               3  a file that cannot be read, or is of no known kind
    ├── WriteRefusedError        4  an output exists, is locked, or its folder is not writable
    └── MemoryStoreError         5  a translation memory that is damaged or out of reach

Exceptions mean that what was asked cannot be done. What was done but is worth knowing is a
``diagnostics.Finding``. Messages are one sentence an editor understands: where, what was
found, what was expected, what to do. They never carry a stack trace.
"""

from enum import IntEnum


class Exit(IntEnum):
    """The documented exit codes of every command."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    REFUSED = 4
    MEMORY = 5
    OURS = 70
    INTERRUPTED = 130


class UndraftError(Exception):
    """Base of all; ``exit_code`` is what the command ends with."""

    exit_code: Exit = Exit.OURS


class UsageError(UndraftError):
    """The command line asks for something that cannot be done."""

    exit_code = Exit.USAGE


class ConfigError(UsageError):
    """A configuration file has an unknown key or a value of the wrong kind."""


class TemplateError(UndraftError):
    """A template folder or a data file has a fault; the message names file, place and field."""

    exit_code = Exit.USAGE


class InputError(UndraftError):
    """A file cannot be read as a document: missing, empty, broken, encrypted, of unknown kind."""

    exit_code = Exit.INPUT


class WriteRefusedError(UndraftError):
    """Nothing was written: the output exists, is locked, or cannot be created there."""

    exit_code = Exit.REFUSED


class MemoryStoreError(UndraftError):
    """A translation memory is damaged, missing or of a kind this version does not open."""

    exit_code = Exit.MEMORY
