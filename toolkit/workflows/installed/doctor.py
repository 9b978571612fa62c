"""Look at the machine: can Undraft do its work here, and will what it makes look right?"""

import importlib.metadata
import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from toolkit.memory import cache
from toolkit.text.address import shown
from toolkit.workflows.installed.shipped import schema_names, shipped

LIBRARIES = ("lxml", "python-docx", "polib", "translate-toolkit", "typer", "rapidfuzz", "jinja2")

# Families that can show simplified Chinese: Windows, macOS, Debian and the like.
CHINESE_FONT = re.compile(
    r"simsun|simhei|simkai|fangsong|msyh|deng|pingfang|songti|stsong|stheiti|heiti"
    r"|notos\w*cjk|notos\w*sc|sourcehan|wqy|uming|ukai|droidsansfallback|han\w*serif",
    re.IGNORECASE,
)


class Status(StrEnum):
    """How a point stands: ok, a warning (works, but), an error (does not work)."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing looked at; ``advice`` is "" when nothing need be done."""

    name: str
    status: Status
    detail: str
    advice: str = ""


def examine(folder: Path, memories: Iterable[str], encoding: str) -> tuple[Point, ...]:
    """Return every point, in the order to read them.

    Args:
        folder: where drafts would be written.
        memories: names of the memories that hold here.
        encoding: of standard output.
    """
    return (
        _python(),
        *(_library(name) for name in LIBRARIES),
        _shipped_files(),
        _encoding(encoding),
        _chinese_font(font_folders()),
        _office(),
        _writable(folder),
        *(_memory(name) for name in memories),
        _indexes(),
        Point(name="network", status=Status.OK, detail="not used by any command"),
    )


def font_folders() -> tuple[Path, ...]:
    """Return the folders where this kind of machine keeps fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", "")
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (windows / "Fonts", Path(local) / "Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    return (
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".fonts",
        home / ".local/share/fonts",
    )


def chinese_fonts(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the names of font files that can show Chinese, in order."""
    found: set[str] = set()
    for folder in folders:
        if folder.is_dir():
            found.update(p.name for p in folder.rglob("*") if CHINESE_FONT.search(p.stem))
    return tuple(sorted(found))


def _python() -> Point:
    return Point(name="python", status=Status.OK, detail=platform.python_version())


def _library(name: str) -> Point:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Point(
            name=name,
            status=Status.ERROR,
            detail="not installed",
            advice="Install Undraft again: pip install --force-reinstall undraft",
        )
    return Point(name=name, status=Status.OK, detail=version)


def _shipped_files() -> Point:
    missing = [name for name in ("samples", "templates") if not shipped(name).is_dir()]
    if missing or not schema_names():
        return Point(
            name="package",
            status=Status.ERROR,
            detail=f"missing: {', '.join(missing) or 'schemas'}",
            advice="Install Undraft again.",
        )
    return Point(name="package", status=Status.OK, detail="samples, templates and schemas present")


def _encoding(encoding: str) -> Point:
    try:
        "建议 1".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return Point(
            name="console",
            status=Status.WARNING,
            detail=f"{encoding} cannot show Chinese",
            advice="Set PYTHONIOENCODING=utf-8, or write results to a file with -o.",
        )
    return Point(name="console", status=Status.OK, detail=f"{encoding} shows Chinese")


def _chinese_font(folders: Iterable[Path]) -> Point:
    fonts = chinese_fonts(folders)
    if fonts:
        return Point(name="fonts", status=Status.OK, detail=f"Chinese: {fonts[0]}")
    return Point(
        name="fonts",
        status=Status.WARNING,
        detail="no font for Chinese was found on this machine",
        advice="Drafts are written all the same; to see or print them here, install one "
        "(Debian: apt install fonts-noto-cjk).",
    )


def _office() -> Point:
    path = shutil.which("soffice") or shutil.which("libreoffice")
    detail = path or "LibreOffice not found; only needed to turn drafts into PDF here"
    return Point(name="office", status=Status.OK, detail=detail)


def _writable(folder: Path) -> Point:
    try:
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".undraft-"):
            pass
    except OSError as error:
        return Point(
            name="folder",
            status=Status.WARNING,
            detail=f"{folder} cannot be written to: {error.strerror or error}",
            advice="Name another place with -o.",
        )
    return Point(name="folder", status=Status.OK, detail=f"{folder} can be written to")


def _indexes() -> Point:
    many, size = cache.size()
    detail = f"{many} of TMX files, {size / 1e6:.0f} MB in {cache.folder()}; may be deleted"
    return Point(name="indexes", status=Status.OK, detail=detail)


def _memory(name: str) -> Point:
    path = Path(name)
    if "://" in name or path.exists():
        return Point(name="memory", status=Status.OK, detail=shown(name))
    return Point(
        name="memory",
        status=Status.WARNING,
        detail=f"{name} does not exist yet",
        advice="Make one with `undraft align ORIGINAL TRANSLATION -o tm/NAME.tmx`.",
    )
