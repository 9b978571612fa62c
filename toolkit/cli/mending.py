"""``check --fix``: where mended files go, and what is said of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from toolkit.cli.telling import announce, deliver
from toolkit.errors import UsageError
from toolkit.ooxml.changes import Tracking
from toolkit.workflows.checking.checking import Checked, CheckOptions
from toolkit.workflows.checking.mending import Mended, Mending, Wanted, difference, mend
from toolkit.workflows.documents.files import write_outputs

Fix = Annotated[
    bool,
    typer.Option("--fix", help="Mend what is safe to mend; with --in-place, -o or --diff."),
]
Unsafe = Annotated[
    bool, typer.Option("--unsafe", help="With --fix: also what may change the sense.")
]
Diff = Annotated[bool, typer.Option("--diff", help="With --fix: show the changes, write nothing.")]
InPlace = Annotated[
    bool, typer.Option("--in-place", help="With --fix: write the mended files over the inputs.")
]
Tracked = Annotated[bool, typer.Option("--tracked", help="With --fix: write Word tracked changes.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What the options of a check ask of mending; ``output`` is a folder, or a file for one."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False
    in_place: bool = False
    tracked: bool = False
    output: Path | None = None
    force: bool = False

    def hold(self) -> None:
        """Refuse options that do not go together.

        Raises:
            UsageError: one of them lacks another, or two contradict each other.
        """
        others = {
            "--unsafe": self.unsafe,
            "--diff": self.diff,
            "--in-place": self.in_place,
            "--tracked": self.tracked,
        }
        given = [name for name, on in others.items() if on]
        if given and not self.fix:
            raise UsageError(f"{given[0]} says how to mend: use it with --fix.")
        if self.in_place and (self.diff or self.output):
            raise UsageError("--in-place writes over the inputs; leave --diff and -o out.")
        if self.fix and not (self.diff or self.in_place or self.output):
            raise UsageError(
                "Say where the mended files go: -o FOLDER, --in-place, or --diff to look first."
            )


def mend_all(
    checked: Checked, options: CheckOptions, wish: Wish, wanted: Wanted
) -> tuple[Mended, ...]:
    """Mend every file that was checked; ``wanted`` picks the findings.

    Raises:
        UsageError: standard input was checked, which is no file to be mended.
    """
    if any(one.input.path == "-" for one in checked.loaded):
        raise UsageError("Standard input cannot be mended; name a file.")
    how = Mending(
        read=options.read,
        reader=options.reader,
        select=options.select,
        ignore=options.ignore,
        house=options.house,
        terms=options.terms,
        unsafe=wish.unsafe,
        tracking=Tracking("Undraft") if wish.tracked else None,
        wanted=wanted,
    )
    return tuple(mend(one.input, how) for one in checked.loaded)


def write_mended(every: Sequence[Mended], wish: Wish, lang: str) -> Mapping[str, str]:
    """Write mended files; return where each input's mended version is now.

    What is said of them is said in ``lang``.

    Raises:
        WriteRefusedError: a file exists, is an input, or cannot be written.
    """
    places = {one.input.path: _place(one, every, wish) for one in every}
    files = {
        Path(places[one.input.path]): one.data for one in every if one.changed or not wish.in_place
    }
    inputs = () if wish.in_place else tuple(places)
    write_outputs(files, force=wish.force or wish.in_place, inputs=inputs)
    for path in files:
        announce("wrote {path}", lang=lang, path=path)
    _tell_mended(every, lang)
    return places


def _place(one: Mended, every: Sequence[Mended], wish: Wish) -> str:
    if wish.in_place or wish.output is None:
        return one.input.path
    name = Path(one.input.path).name
    single = len(every) == 1 and wish.output.suffix and not wish.output.is_dir()
    if sum(Path(other.input.path).name == name for other in every) > 1:
        raise UsageError(f"{name} is there twice; mend files of different names, or --in-place.")
    return str(wish.output if single else wish.output / name)


def show_difference(every: Sequence[Mended], wish: Wish, lang: str) -> None:
    """Print what would be mended as one unified diff, or write it to the file of ``-o``."""
    text = "".join(difference(one) for one in every)
    inputs = [one.input for one in every]
    deliver(text.encode("utf-8"), wish.output, force=wish.force, inputs=inputs, lang=lang)
    _tell_mended(every, lang)
    announce("Nothing was changed.", lang=lang)


def _tell_mended(every: Sequence[Mended], lang: str) -> None:
    """Say how much was mended, by rule."""
    counts = Counter(finding.code for one in every for finding in one.applied)
    said = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    announce("mended: {said}." if said else "There was nothing to mend.", lang=lang, said=said)
