"""Fields that number and refer, turned into text: SEQ and REF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from toolkit.ooxml.fields import Field, fields, make_plain
from toolkit.ooxml.formats import letters, roman
from toolkit.ooxml.levels import Label
from toolkit.ooxml.pointed import Pointed
from toolkit.ooxml.xml import Element

_FORMATS: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "": str,
        "arabic": str,
        "mergeformat": str,
        "charformat": str,
        "roman": roman,
        "ROMAN": lambda value: roman(value).upper(),
        "Roman": lambda value: roman(value).upper(),
        "alphabetic": letters,
        "ALPHABETIC": lambda value: letters(value).upper(),
        "Alphabetic": lambda value: letters(value).upper(),
    }
)


@dataclass(slots=True)
class Fields:
    """What became of the fields; see ``freezing.Frozen``."""

    sequences: int = 0
    references: int = 0
    renewed: tuple[tuple[str, str], ...] = ()


def freeze_fields(roots: Sequence[Element], labels: Mapping[Element, Label]) -> Fields:
    """Turn the sequences and references of all parts into text.

    ``labels`` are those that Word counts, by paragraph; they are still counted now.
    """
    freezer = _Freezer(roots, labels)
    found = [one for root in roots for one in fields(root)]
    for one in found:
        if one.name == "SEQ" and one.shows:
            freezer.sequence(one)
    for one in found:
        if one.name == "REF" and one.shows and not one.nested:
            freezer.reference(one)
    freezer.done.renewed = tuple(freezer.renewed)
    return freezer.done


@dataclass(slots=True)
class _Freezer:
    roots: Sequence[Element]
    labels: Mapping[Element, Label]
    done: Fields = field(default_factory=Fields)
    renewed: list[tuple[str, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _changed: set[Element] = field(default_factory=set)
    _pointed: Pointed = field(init=False)

    def __post_init__(self) -> None:
        self._pointed = Pointed(self.roots, self.labels.get)

    def sequence(self, one: Field) -> None:
        """Turn a sequence into text, counted anew where its code says no more than to count."""
        shown = self._counted(one)
        self._changed.update(one.result)
        self._plain(one, shown)
        self.done.sequences += 1

    def reference(self, one: Field) -> None:
        """Turn a reference into text."""
        self._plain(one, self._said(one))
        self.done.references += 1

    def _plain(self, one: Field, shown: str | None) -> None:
        before = one.shown
        if shown is not None and before and shown != before:
            self.renewed.append((before, shown))
        make_plain(one, shown if before else None)

    def _counted(self, one: Field) -> str | None:
        words, switches = one.arguments()
        if not words:
            return None
        name = words[0].lower()
        count = self._counts.get(name, 0)
        if "\\r" in switches:
            try:
                count = int(switches["\\r"])
            except ValueError:
                return None
        elif "\\c" not in switches:
            count += 1
        self._counts[name] = count
        if "\\s" in switches or "\\h" in switches:
            return None
        form = switches.get("\\*", "")
        write = _FORMATS.get(form) or _FORMATS.get(form.lower())
        return write(count) if write and count >= 0 else None

    def _said(self, one: Field) -> str | None:
        """Return what a reference says now, None where nothing it names can have changed."""
        said = self._pointed.said(one)
        if said is None:
            return None
        words, texts = said
        return words if not texts or not self._changed.isdisjoint(texts) else None
