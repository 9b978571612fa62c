"""TMX files and folders of them: small ones are read, for large ones an index is kept."""

import importlib
from pathlib import Path

from toolkit.errors import UsageError
from toolkit.memory.backend import Backend, Tick
from toolkit.memory.memory import Change, Memory
from toolkit.memory.tmx_memory import SUFFIXES, open_tmx


class TmxFiles(Backend):
    """A ``.tmx`` or ``.tmx.gz`` file, or a folder: all such files directly in it, by name."""

    what = "TMX files and folders of TMX files"

    def recognises(self, name: str) -> bool:
        """Return whether it is called like a TMX file, or is a folder, or has no suffix."""
        if "://" in name:
            return False
        path = Path(name)
        return name.lower().endswith(SUFFIXES) or path.is_dir() or "." not in path.name

    def open(self, name: str, source_lang: str, target_lang: str, tick: Tick) -> Memory:
        """Open the file, or all TMX files of the folder."""
        return open_tmx(name, (source_lang, target_lang), tick)

    def change(
        self,
        name: str,
        source_lang: str,
        target_lang: str,
        tick: Tick,  # noqa: ARG002 (a file that was changed is indexed when it is opened)
    ) -> Change:
        """Return a change of one file, which is written anew at its end."""
        if not name.lower().endswith(SUFFIXES):
            raise UsageError(
                f"{name} is a folder of memories; name the file in it that is to be changed, "
                f"such as {Path(name) / 'ours.tmx'}."
            )
        # Reading and writing XML takes longer to load than most look-ups take.
        module = importlib.import_module("toolkit.memory.tmx_change")
        change: Change = module.TmxChange(Path(name), (source_lang, target_lang))
        return change


BACKEND = TmxFiles()
