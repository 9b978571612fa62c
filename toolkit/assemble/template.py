"""A template folder: finding and loading it. Nothing is filled here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from toolkit.assemble.bounded import misplaced
from toolkit.assemble.clause_reader import ClauseReader
from toolkit.assemble.clauses import TemplateText
from toolkit.assemble.faults import Fault, did_you_mean, raise_for
from toolkit.assemble.fields import Field, parse_fields
from toolkit.assemble.places import read_toml
from toolkit.errors import TemplateError
from toolkit.model import Profile

MANIFEST = "template.toml"
TEXT = "text.toml"
BASE = "template.docx"
EXAMPLE = "example.toml"
_KEYS = ("name", "title", "summary", "languages", "profile", "roles", "field")
_LARGEST = 2_000_000  # bytes of a text file; the shipped ones have about 20,000


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A loaded template.

    ``languages`` are codes, the one the template is written in first. ``roles`` say which style
    of ``base`` each role has, in the writer's names for roles. ``base`` is the bytes of
    ``template.docx``, None when the folder has none; ``example`` the text of ``example.toml``.
    """

    folder: Path
    name: str
    title: str
    summary: str
    languages: tuple[str, ...]
    profile: Profile
    fields: tuple[Field, ...]
    text: TemplateText
    roles: Mapping[str, str] = field(default_factory=dict)
    base: bytes | None = None
    example: str = ""

    @property
    def text_path(self) -> str:
        """Where the clauses stand, for messages."""
        return str(self.folder / TEXT)


def find(name: str, folders: Sequence[Path]) -> Path:
    """Return the folder of a template: ``name`` as a path if there is one, else in ``folders``.

    Raises:
        TemplateError: there is none; the message offers the nearest name.
    """
    for folder in (Path(name), *(parent / name for parent in folders)):
        if (folder / MANIFEST).is_file():
            return folder
    known = sorted(
        {path.parent.name for parent in folders for path in parent.glob(f"*/{MANIFEST}")}
    )
    raise TemplateError(f"There is no template “{name}”.{did_you_mean(name, known)}")


def load(folder: Path) -> Template:
    """Read a template folder.

    Raises:
        TemplateError: a file is missing or does not hold; every fault is listed.
    """
    faults: list[Fault] = []
    manifest, file = _toml(folder, MANIFEST, faults), str(folder / MANIFEST)
    if (folder / MANIFEST).is_file():
        raise_for(faults)  # in a folder without languages and fields nothing else can be judged
    for key in manifest:
        if key not in _KEYS:
            faults.append(Fault(file=file, text=f"“{key}” is not known.{did_you_mean(key, _KEYS)}"))
    languages = _languages(manifest.get("languages"), file, faults)
    fields = parse_fields(manifest.get("field", {}), file, faults)
    faults.extend(misplaced(fields, file))
    text = _text(folder, languages, faults)
    profile = _profile(str(manifest.get("profile", "")), file, faults)
    base, example = folder / BASE, folder / EXAMPLE
    made_example = _read(example, faults) if example.exists() else ""
    word_file = _bytes(base, faults) if base.exists() else None
    raise_for(faults)
    return Template(
        folder=folder,
        name=str(manifest.get("name", folder.name)),
        title=str(manifest.get("title", folder.name)),
        summary=str(manifest.get("summary", "")),
        languages=languages,
        profile=profile,
        fields=fields,
        text=text,
        roles=_roles(manifest.get("roles")),
        base=word_file,
        example=made_example,
    )


def _toml(folder: Path, name: str, faults: list[Fault]) -> Mapping[str, object]:
    text = _read(folder / name, faults)
    tables, _, found = read_toml(text, str(folder / name))
    faults.extend(found)
    return tables


def _read(path: Path, faults: list[Fault]) -> str:
    try:
        if path.stat().st_size > _LARGEST:
            faults.append(Fault(file=str(path), text="this file is too large to be a template."))
            return ""
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        faults.append(Fault(file=str(path), text="this file is missing from the template."))
    except (OSError, UnicodeDecodeError):
        faults.append(Fault(file=str(path), text="this file cannot be read as UTF-8 text."))
    return ""


def _bytes(path: Path, faults: list[Fault]) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        faults.append(Fault(file=str(path), text="this file cannot be read."))
        return None


def _text(folder: Path, languages: tuple[str, ...], faults: list[Fault]) -> TemplateText:
    file = str(folder / TEXT)
    tables, places, found = read_toml(_read(folder / TEXT, faults), file)
    faults.extend(found)
    return ClauseReader(file, languages, places, faults).read(tables)


def _languages(raw: object, file: str, faults: list[Fault]) -> tuple[str, ...]:
    if isinstance(raw, list) and raw and all(isinstance(one, str) for one in raw):
        return tuple(raw)
    faults.append(Fault(file=file, text='say which languages there are: languages = ["en", "zh"].'))
    return ("en",)


def _profile(raw: str, file: str, faults: list[Fault]) -> Profile:
    if raw in list(Profile):
        return Profile(raw)
    hint = did_you_mean(raw, [str(one) for one in Profile])
    faults.append(Fault(file=file, text=f"“{raw}” is not a profile.{hint}"))
    return Profile.OTHER


def _roles(raw: object) -> Mapping[str, str]:
    return {str(k): str(v) for k, v in raw.items()} if isinstance(raw, Mapping) else {}
