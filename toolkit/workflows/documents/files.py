"""Bytes in and bytes out, with the care every command owes its user.

Reading gives one clear sentence for whatever is wrong. Writing is atomic (a temporary file beside
the target, then a rename), never over an input, and over an existing file only when asked.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import InputError, WriteRefusedError

_GZIP = 31  # what zlib calls a compressed file with head and check
# A report of a thousand pages with pictures stays under this; beyond it something is wrong.
LARGEST_INPUT = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Input:
    """A file as it was given: ``path`` as typed ("-" for standard input), and its bytes."""

    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Hexadecimal digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()


def read_input(path: str) -> Input:
    """Return the bytes of a file, or of standard input for ``-``.

    Raises:
        InputError: missing, a folder, not readable, empty, or too large to be a document.
    """
    piped = path == "-"
    data = sys.stdin.buffer.read(LARGEST_INPUT + 1) if piped else _file_bytes(Path(path))
    if len(data) > LARGEST_INPUT:
        limit = LARGEST_INPUT // 2**20
        raise InputError(f"{path} is larger than {limit} MB; no report is. Is it the right file?")
    if not data:
        raise InputError(f"{'Standard input' if piped else path} is empty.")
    return Input(path, data)


def _file_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():  # which is no error of its own everywhere
            raise InputError(f"{path} is a folder; a file was expected.")
        with path.open("rb") as stream:
            return stream.read(LARGEST_INPUT + 1)
    except FileNotFoundError:
        raise InputError(f"{path} was not found. Check the name and the folder.") from None
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror or error}.") from None


def write_output(
    path: Path, data: bytes, *, force: bool = False, inputs: Iterable[str] = ()
) -> None:
    """Write one file atomically; see ``write_outputs``."""
    write_outputs({path: data}, force=force, inputs=inputs)


def write_pieces(
    path: Path, pieces: Iterable[bytes], *, force: bool = False, inputs: Iterable[str] = ()
) -> None:
    """Write one file atomically as its pieces come; compressed where its name ends in ``.gz``.

    Raises:
        WriteRefusedError: as ``write_outputs``.
    """
    check_writable(path, force=force, inputs=inputs)
    temporary: Path | None = None
    try:
        temporary = _stage(path, _packed(pieces) if path.suffix.lower() == ".gz" else pieces)
        temporary.replace(path)
    except OSError as error:
        raise WriteRefusedError(
            f"{path} cannot be written: {error.strerror or error}. Nothing was changed."
        ) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _packed(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compress; without a name and a time in it, so that the same pieces are the same bytes."""
    packer = zlib.compressobj(wbits=_GZIP)
    for piece in pieces:
        yield packer.compress(piece)
    yield packer.flush()


def write_outputs(
    files: Mapping[Path, bytes], *, force: bool = False, inputs: Iterable[str] = ()
) -> None:
    """Write files, all of them checked before the first is touched.

    Each is written beside its target and renamed into place, so a failed or interrupted run
    leaves no half-written file. Folders that do not exist are made.

    Raises:
        WriteRefusedError: a target exists and ``force`` is false, is one of ``inputs``, is open in
            Word, or its folder cannot be written to.
    """
    for path in files:
        check_writable(path, force=force, inputs=inputs)
    staged: list[tuple[Path, Path]] = []
    try:
        staged.extend((_stage(path, [data]), path) for path, data in files.items())
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as error:
        where = error.filename2 or error.filename or ", ".join(map(str, files))
        raise WriteRefusedError(
            f"{where} cannot be written: {error.strerror or error}. Nothing was changed."
        ) from None
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink()


def check_writable(path: Path, *, force: bool, inputs: Iterable[str]) -> None:
    """Refuse what may not be written; nothing is.

    Raises:
        WriteRefusedError: as ``write_outputs``, but for folders that cannot be written to.
    """
    if any(given != "-" and _same_file(path, Path(given)) for given in inputs):
        raise WriteRefusedError(
            f"{path} is one of the input files, which are never written over. "
            "Name another output with -o."
        )
    if path.is_dir():
        raise WriteRefusedError(f"{path} is a folder; give a file name with -o.")
    folder = next((one for one in path.parents if one.exists()), path.parent)
    if folder.is_file():
        raise WriteRefusedError(f"{folder} is a file; a folder was expected. Name another with -o.")
    if path.exists() and not force:
        raise WriteRefusedError(
            f"{path} exists already. Use --force to replace it, or another name."
        )
    # Word keeps a "~$" file beside an open document; replacing that would lose somebody's work.
    if path.exists() and path.with_name("~$" + path.name[2:]).exists():
        raise WriteRefusedError(
            f"{path} is open in Word. Close it there and run the command again."
        )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve() or one.samefile(other)
    except OSError:
        return False


def _stage(path: Path, pieces: Iterable[bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(0o666 & ~_umask())
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _umask() -> int:
    # The only way to ask is to set it; the value is put back at once.
    mask = os.umask(0)
    os.umask(mask)
    return mask
