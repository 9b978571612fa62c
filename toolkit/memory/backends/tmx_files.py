"""TMX files and folders of them, read whole and searched in memory."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz, process

from toolkit.diagnostics import Finding
from toolkit.errors import MemoryStoreError, UsageError
from toolkit.memory.backends.backend import Backend, Tick
from toolkit.memory.keys import exact_key, rough_key
from toolkit.memory.memory import Asked, Change, Memory
from toolkit.model.unit import TranslationUnit
from toolkit.tmx.read import read_tmx

SUFFIXES = (".tmx", ".tmx.gz")
LEAST_LIKELY = 45.0  # rough likeness (0-100) below which a unit is no candidate


class UnitsMemory(Memory):
    """Units held in memory."""

    def __init__(
        self,
        name: str,
        units: Sequence[TranslationUnit],
        *,
        source_lang: str = "en",
        target_lang: str = "zh",
        findings: Sequence[Finding] = (),
    ) -> None:
        """Hold ``units``, which run from ``source_lang`` to ``target_lang``.

        ``findings`` are what reading them had to say.
        """
        self.name = name
        self.source_lang = source_lang
        self.target_lang = target_lang
        self.findings = tuple(findings)
        self._units = tuple(units)
        keys = [exact_key(unit.source) for unit in self._units]
        self._rough = [rough_key(key) for key in keys]
        self._exact: dict[str, list[TranslationUnit]] = {}
        for key, unit in zip(keys, self._units, strict=True):
            self._exact.setdefault(key, []).append(unit)

    def units(self) -> Iterator[TranslationUnit]:
        """Yield every unit in file order."""
        return iter(self._units)

    def exact(self, key: str) -> tuple[TranslationUnit, ...]:
        """Return the units whose source has this key."""
        return tuple(self._exact.get(key, ()))

    def candidates(self, query: str, asked: Asked) -> tuple[TranslationUnit, ...]:
        """Return the likeliest units by characters, figures set aside."""
        found = process.extract(
            rough_key(exact_key(query)),
            self._rough,
            scorer=fuzz.ratio,
            processor=None,
            limit=asked.limit,
            score_cutoff=LEAST_LIKELY,
        )
        return tuple(self._units[at] for _, _, at in found)

    def containing(self, literals: Sequence[str]) -> Iterator[TranslationUnit]:
        """Yield every unit."""
        return iter(self._units)

    def near(self, words: str, limit: int) -> tuple[TranslationUnit, ...]:
        """Return nothing yet."""
        return ()

    def __len__(self) -> int:
        """Return the number of units."""
        return len(self._units)


class TmxFiles(Backend):
    """A ``.tmx`` or ``.tmx.gz`` file, or a folder: all such files directly in it, by name."""

    what = "TMX files and folders of TMX files"

    def recognises(self, name: str) -> bool:
        """Return whether it is called like a TMX file, or is a folder, or has no suffix."""
        if "://" in name:
            return False
        path = Path(name)
        return name.lower().endswith(SUFFIXES) or path.is_dir() or "." not in path.name

    def open(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> UnitsMemory:
        """Read the file, or every TMX file of the folder; an empty folder is an empty memory."""
        units: list[TranslationUnit] = []
        findings: list[Finding] = []
        for path in _files(name):
            read = read_tmx(path, source_lang=source_lang, target_lang=target_lang)
            units.extend(read.units)
            findings.extend(read.findings)
        return UnitsMemory(
            name, units, source_lang=source_lang, target_lang=target_lang, findings=findings
        )

    def change(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Change:
        """Return a change of one file."""
        raise UsageError(f"{name} cannot be written to yet.")


def _files(name: str) -> list[Path]:
    path = Path(name)
    try:
        if path.is_dir():
            inside = (p for p in path.iterdir() if p.name.lower().endswith(SUFFIXES))
            return sorted(p for p in inside if p.is_file())
    except OSError as error:
        raise MemoryStoreError(f"The folder {name} cannot be read: {error.strerror}.") from error
    if not path.exists():
        raise MemoryStoreError(
            f"There is no translation memory {name}; name a TMX file or a folder of TMX files."
        )
    return [path]


BACKEND = TmxFiles()
