"""What became of every file of others: read, written, read again; and a table of it.

``python -m tests.exchange.conformance SHARED`` prints the table, ``--write FILE`` puts it in a page
between its two marks. A file is *kept* if all its sources and targets, written anew from what
was read, leave the file as it was: for XML element by element, for PO as msgcat prints it.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from lxml import etree

from toolkit.errors import InputError
from toolkit.exchange.po import read_po, rewritten_po
from toolkit.exchange.unit import ExchangeFile, ExchangeUnit
from toolkit.exchange.xliff import read_xliff, rewritten
from toolkit.terms.tbx import read_tbx
from toolkit.terms.tbx_writing import write_tbx

BEGIN, END = "<!-- conformance: made by a command -->", "<!-- end of conformance -->"
VERDICTS = ("valid, kept", "valid, not kept", "other, kept", "other, not kept", "refused")
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False}
_LONGEST = 300  # characters of a refusal


class Conformance:
    """Judges files with the schemas of the shared material."""

    def __init__(self, shared: Path) -> None:
        """Load the schemas."""
        folder = shared / "schema"
        self._corpora = shared / "corpora"
        self._xliff = {
            version: etree.XMLSchema(etree.parse(str(folder / path)))
            for version, path in (
                ("1.1", "xliff1/xliff-core-1.1.xsd"),
                ("1.2", "xliff1/xliff-core-1.2-transitional.xsd"),
                ("2", "xliff21/all.xsd"),
            )
        }
        self._tbx = (
            etree.DTD(str(folder / "tbx" / "TBXcoreStructV02.dtd")),
            etree.RelaxNG(etree.parse(str(folder / "tbx3" / "2020-10-16-TBXcoreGenericRNG.rng"))),
        )

    def files(self, kind: str) -> Iterator[Path]:
        """Yield the files of a kind in order."""
        for path in sorted((self._corpora / kind).rglob("*")):
            if path.is_file() and path.suffix != ".txt":
                yield path

    def judged(self, kind: str) -> Iterator[tuple[Path, str, str]]:
        """Yield each file with its format and verdict."""
        judge = {"xliff": self._judge_xliff, "po": _judge_po, "tbx": self._judge_tbx}[kind]
        for path in self.files(kind):
            yield (path, *judge(path))

    def _judge_xliff(self, path: Path) -> tuple[str, str]:
        data = path.read_bytes()
        try:
            file = read_xliff(data, path.name)
        except InputError as error:
            return f"XLIFF {_version(data)}", _refusal(error)
        again = rewritten(data, path.name, lambda unit: unit.target, sources=True)
        before, after = _tree(data), _tree(again)
        assert before is not None
        assert after is not None
        kept = _plain(before) == _plain(after) and _same(file, read_xliff(again, path.name))
        schema = self._xliff.get(file.format[6:], self._xliff["2"])
        valid = file.format != "xliff 1.0" and schema.validate(before.getroottree())
        return file.format.replace("xliff", "XLIFF"), _verdict(valid=valid, kept=kept)

    def _judge_tbx(self, path: Path) -> tuple[str, str]:
        data = path.read_bytes()
        root = _tree(data)
        try:
            base, _ = read_tbx(data, path.name)
        except InputError as error:
            return "TBX", _refusal(error)
        assert root is not None
        valid = self._tbx[0].validate(root) or self._tbx[1].validate(root.getroottree())
        kept = bool(base.concepts)
        if base.concepts:
            again, _ = read_tbx(write_tbx(base)[0], path.name)
            kept = (again.concepts, again.back) == (base.concepts, base.back)
        edition = "2" if etree.QName(root).localname == "martif" else "3"
        return f"TBX {edition}", _verdict(valid=valid, kept=kept)


def _version(data: bytes) -> str:
    return next((v for v in ("2.0", "1.2", "1.1") if f'version="{v}"'.encode() in data), "?")


def _tree(data: bytes) -> etree._Element | None:
    try:
        return etree.fromstring(data, etree.XMLParser(**_PARSER, collect_ids=False))
    except etree.XMLSyntaxError:
        return None


def _plain(root: etree._Element) -> list[tuple[object, ...]]:
    """Return a tree as a list: names, attributes without their order, text and comments."""
    return [
        (
            one.tag if isinstance(one.tag, str) else one.tag.__name__,
            sorted(one.attrib.items()) if isinstance(one.tag, str) else (),
            one.text or "",
            one.tail or "",
        )
        for one in root.iter()
    ]


def _same(one: ExchangeFile, other: ExchangeFile) -> bool:
    return _bare(one) == _bare(other)


def _bare(file: ExchangeFile) -> list[ExchangeUnit]:
    return [replace(unit, line=0) for unit in file.units]


def _judge_po(path: Path) -> tuple[str, str]:
    data = path.read_bytes()
    try:
        file = read_po(data, path.name)
    except InputError as error:
        return "PO", _refusal(error)
    again = rewritten_po(data, path.name, lambda one: one.target.text if one.target else "")
    kept = _same(file, read_po(again, path.name)) and _by_msgcat(data) == _by_msgcat(again)
    checked = ["msgfmt", "-c", "-o", os.devnull, str(path)]
    valid = subprocess.run(checked, capture_output=True, check=False).returncode == 0
    return "PO", _verdict(valid=valid, kept=kept)


def _by_msgcat(data: bytes) -> bytes:
    """Return a PO in the form that gettext gives it, b"" where gettext cannot read it."""
    with tempfile.NamedTemporaryFile(suffix=".po") as file:
        file.write(data)
        file.flush()
        command = ["msgcat", "--no-wrap", "-o", "-", file.name]
        return subprocess.run(command, capture_output=True, check=False).stdout


def _verdict(*, valid: bool, kept: bool) -> str:
    return f"{'valid' if valid else 'other'}, {'kept' if kept else 'not kept'}"


def _refusal(error: InputError) -> str:
    """Return the verdict on a file that was refused, which must be in one clear line."""
    clear = "\n" not in str(error) and len(str(error)) < _LONGEST
    return "refused" if clear else "refused without a clear line"


def rows(shared: Path) -> Iterator[tuple[str, Counter[str]]]:
    """Yield a row for each format: how many files have which verdict."""
    judge = Conformance(shared)
    for kind in ("xliff", "po", "tbx"):
        counts: dict[str, Counter[str]] = {}
        for _, name, verdict in judge.judged(kind):
            counts.setdefault(name, Counter())[verdict] += 1
        yield from sorted(counts.items())


def table(shared: Path) -> str:
    """Return the table as Markdown."""
    lines = ["| format | files | " + " | ".join(VERDICTS) + " |"]
    lines.append("|---" * (len(VERDICTS) + 2) + "|")
    for name, counts in rows(shared):
        cells = (str(counts[one]) for one in VERDICTS)
        lines.append(f"| {name} | {sum(counts.values())} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def with_table(page: str, made: str) -> str:
    """Return a page with the table between its marks."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n\n{made}\n\n{END}{tail}"


def main() -> None:
    """Print the table, or write it into a page."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("shared", type=Path)
    words.add_argument("--write", type=Path)
    given = words.parse_args()
    if shutil.which("msgfmt") is None:
        sys.exit("msgfmt is missing; install gettext.")
    made = table(given.shared)
    if given.write is None:
        sys.stdout.write(made + "\n")
    else:
        page = given.write.read_text(encoding="utf-8")
        given.write.write_text(with_table(page, made), encoding="utf-8")


if __name__ == "__main__":
    main()
