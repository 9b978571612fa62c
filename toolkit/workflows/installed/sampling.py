"""Copy the sample documents out of the package."""

from pathlib import Path

from toolkit.errors import InputError
from toolkit.workflows.documents.files import write_outputs
from toolkit.workflows.installed.shipped import shipped


def copy_samples(folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write every sample into ``folder`` and return the paths, in order.

    Raises:
        WriteRefusedError: one of them exists already, or the folder cannot be written to.
        InputError: the package was installed without its samples.
    """
    source = shipped("samples")
    files = sorted(path for path in source.rglob("*") if path.is_file())
    if not files:
        raise InputError(f"The samples are missing from {source}; install the package again.")
    targets = {folder / path.relative_to(source): path.read_bytes() for path in files}
    write_outputs(targets, force=force)
    return tuple(targets)
