"""A list of pairs to align in one run."""

from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

from toolkit.errors import InputError, UsageError
from toolkit.workflows.alignment.files import AlignFormat, suffix_of
from toolkit.workflows.documents.files import read_input


@dataclass(frozen=True, slots=True)
class PairJob:
    """One line of a manifest and the file it makes."""

    source: str
    target: str
    output: Path


def read_manifest(
    path: str, folder: Path, made: AlignFormat = AlignFormat.TMX
) -> tuple[PairJob, ...]:
    """Return the jobs of a manifest: lines of SOURCE TAB TARGET [TAB OUTPUT], ``#`` for comments.

    Names are relative to the manifest. What a pair makes lies in ``folder``; without a third
    column it is called after the source file.

    Raises:
        InputError: the manifest cannot be read, or names no pair.
        UsageError: a line is not two or three names, or two pairs would make one file.
    """
    given = read_input(path)
    try:
        lines = given.data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise InputError(f"{path} is not UTF-8; save it as UTF-8.") from None
    base = Path() if path == "-" else Path(path).parent
    jobs: dict[Path, PairJob] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        place = f"{path}, line {number}"
        source, target, name = _names(line, place, suffix_of(made))
        output = folder / name
        if output in jobs:
            raise UsageError(
                f"{place}: {output} is made by another line already; "
                "name another one in a third column."
            )
        jobs[output] = PairJob(str(base / source), str(base / target), output)
    if not jobs:
        raise InputError(f"{path} names no pair; a line is SOURCE tab TARGET.")
    return tuple(jobs.values())


def _names(line: str, place: str, suffix: str) -> tuple[str, str, str]:
    names = [name.strip() for name in line.rstrip("\r\n").split("\t")]
    if len(names) not in (2, 3) or not all(names):
        raise UsageError(
            f"{place}: two file names with a tab between, please, and the name of what is made "
            "after another tab if you want."
        )
    made = names[2] if len(names) > 2 else f"{Path(names[0]).stem}{suffix}"
    parts = {*PurePath(made).parts, *PureWindowsPath(made).parts}
    if ".." in parts or PurePath(made).is_absolute() or PureWindowsPath(made).anchor:
        raise UsageError(f"{place}: {made} leads out of the folder of -o; name a file inside it.")
    if not made.lower().endswith(suffix):
        raise UsageError(f"{place}: {made} must end in {suffix}, as --format says.")
    return names[0], names[1], made
